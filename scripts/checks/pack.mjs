import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishedPackages } from './workspace.mjs'

/** @typedef {{ readonly name: string, readonly tarball: string, readonly files: readonly string[] }} Packed */

/**
 * Packs every published package into a folder, as `pnpm publish` would, and gives the tarballs and what they hold.
 * @param {string} folder
 * @returns {readonly Packed[]}
 */
export function packAll(folder) {
  return publishedPackages().map(({ folder: source, manifest: { name } }) => {
    if (!existsSync(join(source, 'dist/index.js'))) {
      throw new Error(`${name} is not built, run \`node scripts/build.mjs\``)
    }
    const output = pnpm(['pack', '--json', '--pack-destination', folder], source)
    /** @type {{ filename: string, files: readonly { path: string }[] }} */
    const { filename, files } = JSON.parse(output)
    return { name, tarball: filename, files: files.map(({ path }) => path) }
  })
}

/**
 * Runs pnpm and gives its output: the pnpm that runs this script, otherwise the one that the README names.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function pnpm(args, cwd) {
  const [command, before] = pnpmCommand()
  return execFileSync(command, [...before, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
}

/** @returns {readonly [command: string, before: readonly string[]]} */
function pnpmCommand() {
  const program = process.env.npm_execpath ?? ''
  if (!/pnpm/.test(program)) return ['npx', ['-y', 'pnpm@12']]
  return /\.[cm]?js$/.test(program) ? [process.execPath, [program]] : [program, []]
}

/**
 * Gives a new empty folder that is removed when this process ends, however it ends.
 * @param {string} purpose part of its name
 */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(join(tmpdir(), `glovebox-${purpose}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => process.exit(1))
  }
  return folder
}
