// Does what a user does: installs the packed tarballs into an empty project, once with React 19 and once with React 18,
// shows a message in plain Node and in a page that Vite bundles, and asks the proxy a question over a socket.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run.mjs'
import { askInstalledProxy } from './askInstalledProxy.mjs'
import { packAll, temporaryFolder } from './pack.mjs'
import { readManifest } from './workspace.mjs'

// Vite and happy-dom are this project's own: what is tested is our packages, not how those two install.
const vite = join(root, 'node_modules/vite/bin/vite.js')
const openPage = fileURLToPath(new URL('openPage.mjs', import.meta.url))
const words = ['Heading of the message', 'strong words', 'words of the image', 'cell of the table']

const project = join(temporaryFolder('install'), 'app')
mkdirSync(project)
const tarballs = packAll(dirname(project)).map(({ tarball }) => tarball)
cpSync(fileURLToPath(new URL('installApp', import.meta.url)), project, { recursive: true })
writeFileSync(
  join(project, 'package.json'),
  JSON.stringify({ name: 'app', private: true, type: 'module' }),
)

install(['react@19', 'react-dom@19', 'zod@4', ...tarballs])
showMessage('19')
await askInstalledProxy(project)
console.log('install: the proxy streams an answer in plain Node')
install(['react@18', 'react-dom@18'])
showMessage('18')

/** @param {readonly string[]} packages */
function install(packages) {
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  runInProject('npm', ['install', ...options, ...packages])
}

/** @param {string} major */
function showMessage(major) {
  const { version } = readManifest(join(project, 'node_modules/react'))
  if (!version.startsWith(`${major}.`)) throw new Error(`React ${version} came, expected ${major}`)

  expectMessage(runInProject(process.execPath, ['render.js']), `React ${version} in plain Node`)
  runInProject(process.execPath, [vite, 'build', '--logLevel', 'error', '--base', './'])
  const page = runInProject(process.execPath, [openPage, join(project, 'dist')])
  expectMessage(page, `React ${version} bundled by Vite`)
  console.log(`install: React ${version} shows a message, in plain Node and bundled by Vite`)
}

/**
 * @param {string} html
 * @param {string} where
 */
function expectMessage(html, where) {
  const lost = words.filter((word) => !html.includes(word))
  if (lost.length > 0) throw new Error(`${where} does not show “${lost.join('”, “')}”: ${html}`)
  if (/<(?:img|link|script)\b/i.test(html)) throw new Error(`${where} loads something: ${html}`)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function runInProject(command, args) {
  return execFileSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  })
}
