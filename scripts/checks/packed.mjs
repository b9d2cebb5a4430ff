// Packs every package and checks the tarballs: publint and attw find nothing, they hold what users need and nothing else.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../run.mjs'
import { conclude } from './failures.mjs'
import { packAll, temporaryFolder } from './pack.mjs'

const allowed = /^(?:package\.json|README\.md|LICENSE|styles\.css|(?:dist|src)\/.+)$/
const needed = ['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts']
const notForUsers = /\.(?:test|stories|bench)\.|__|\.tsbuildinfo$/

const packages = packAll(temporaryFolder('packed'))
const failures = packages.flatMap((packed) => [
  ...contents(packed),
  ...manifest(packed),
  ...lint(packed),
])
conclude('packed', failures, `${packages.length} tarballs are fit to publish`)

/** @param {import('./pack.mjs').Packed} packed */
function contents({ name, files }) {
  const extra = files.filter((file) => !allowed.test(file) || notForUsers.test(file))
  const missing = needed.filter((file) => !files.includes(file))
  return [
    ...extra.map((file) => `${name} packs ${file}, which users do not need`),
    ...missing.map((file) => `${name} does not pack ${file}`),
  ]
}

/** @param {import('./pack.mjs').Packed} packed */
function manifest({ name, tarball }) {
  const text = execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })
  const { license, engines } = JSON.parse(text)
  return [
    ...(text.includes('workspace:') ? [`${name} still depends on workspace: ranges`] : []),
    ...(license === 'MIT' ? [] : [`${name} names no MIT licence`]),
    ...(engines?.node === '>=20.19' ? [] : [`${name} does not ask for Node >=20.19`]),
  ]
}

/** @param {import('./pack.mjs').Packed} packed */
function lint({ name, tarball, files }) {
  const styles = files.includes('styles.css') ? ['--exclude-entrypoints', './styles.css'] : []
  return [
    ...report('publint', ['run', tarball, '--strict'], name),
    ...report('attw', [tarball, '--profile', 'esm-only', '--format', 'ascii', ...styles], name),
  ]
}

/**
 * Runs a linter, and gives its words only where it finds something.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} name
 */
function report(command, args, name) {
  const { status, stdout, stderr, error } = spawnSync(
    join(root, 'node_modules/.bin', command),
    args,
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  )
  if (status === 0) return []
  return [`${command} rejects ${name}\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`]
}
