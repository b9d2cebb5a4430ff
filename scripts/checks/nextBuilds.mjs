// Builds a small Next.js app with Turbopack and with webpack, clean, with a key in a page's props, with one in the bundle and
// with one in each form that a program may have it in, and has the guard look at what each build put out. The server's own
// code calls Claude and is not to be reported.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run.mjs'
import { conclude } from './failures.mjs'
import { keyForms } from './keyForms.mjs'
import { temporaryFolder } from './pack.mjs'

const project = join(temporaryFolder('next'), 'app')
mkdirSync(project)
cpSync(fileURLToPath(new URL('nextApp', import.meta.url)), project, { recursive: true })
writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'app', private: true }))

// Put together here, so that no file of the project holds a key.
const key = ['sk', 'ant', 'api03', 'qW3rTy7UioP9asD'.repeat(6)].join('-')

const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
expectSuccess('npm', ['install', ...options, 'next@16', 'react@19', 'react-dom@19'], {})

/** @type {readonly { readonly name: string, readonly env: NodeJS.ProcessEnv, readonly code: number }[]} */
const cases = [
  { name: 'a clean build', env: {}, code: 0 },
  { name: 'a key in the props of a page', env: { LEAKED_HINT: key }, code: 1 },
  { name: 'a key in the bundle', env: { NEXT_PUBLIC_START: key }, code: 1 },
]
/** @type {string[]} */
const failures = []
for (const bundler of ['--turbopack', '--webpack']) {
  for (const { name, env, code } of cases) {
    const { status, stdout } = buildAndCheck(bundler, env, {})
    const isMasked = !stdout.includes(key.slice(20))
    if (status !== code || !isMasked) failures.push(`${name} ${bundler}: ${status}\n${stdout}`)
  }
}

// Each form on a page of its own and with a value of its own, so that the report names those that were found.
const values = keyForms('').map((_, index) => [
  `FORM_${index}_KEY`,
  `planted-${index}-${'qW3rTy7UioP9asD'.repeat(2)}`,
])
for (const [index, [, value]] of values.entries()) {
  const { script } = keyForms(value)[index]
  const page = join(project, 'app', `form-${index}`)
  mkdirSync(page)
  writeFileSync(
    join(page, 'page.js'),
    `'use client'\nexport default function Page() {\n  const f = (held) => fetch('/api/' + held)\n  const run = () => { ${script} }\n  return <button onClick={run}>Run</button>\n}\n`,
  )
}
for (const bundler of ['--turbopack', '--webpack']) {
  const stdout = buildAndCheck(bundler, {}, Object.fromEntries(values)).stdout
  const missed = values.filter(([name]) => !stdout.includes(name)).map(([name]) => name)
  if (missed.length > 0)
    failures.push(`forms ${bundler}: ${missed.join(', ')} not found\n${stdout}`)
}
conclude('next builds', failures, `${cases.length + 1} builds each with Turbopack and webpack`)

/**
 * @param {string} bundler
 * @param {NodeJS.ProcessEnv} env what the build sees
 * @param {NodeJS.ProcessEnv} secrets what the guard sees
 */
function buildAndCheck(bundler, env, secrets) {
  rmSync(join(project, '.next'), { recursive: true, force: true })
  const next = join(project, 'node_modules/next/dist/bin/next')
  expectSuccess(process.execPath, [next, 'build', bundler], env)
  const guard = join(root, 'packages/guard/dist/cli.js')
  return runInProject(process.execPath, [guard, '.next'], secrets)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function runInProject(command, args, env) {
  return spawnSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32' && command === 'npm',
  })
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function expectSuccess(command, args, env) {
  const { status, stdout, stderr } = runInProject(command, args, env)
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed\n${stdout}${stderr}`)
}
