// No file of the project names a place of one machine, a registry of one network, or a key.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { root } from '../run.mjs'
import { conclude } from './failures.mjs'

/** Parent folders whose name is also a usual place inside a project or on every system. */
const usualNames =
  /^\/(?:app|assets|build|code|dist|mnt|opt|packages|project|public|root|src|srv|tmp|usr|var)$/

/** @type {readonly { what: string, pattern: RegExp, files?: RegExp }[]} */
const rules = [
  ...placesOfThisMachine().map((place) => ({
    what: 'a folder of this machine',
    pattern: new RegExp(
      `(?<![\\\\\\w.~-])${place.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\w-])`,
    ),
  })),
  { what: 'a home folder', pattern: /(?<![\w.~-])\/(?:home|Users)\/[A-Za-z_][\w.-]*/ },
  { what: 'a home folder', pattern: /(?<![\w.~-])\/root\// },
  { what: 'a home folder', pattern: /[A-Za-z]:\\{1,2}Users\\{1,2}\w/ },
  {
    what: 'a registry',
    pattern: /(?:tarball|registry|resolved):?\s.*https?:\/\//,
    files: /^pnpm-lock\.yaml$/,
  },
  { what: 'a registry', pattern: /registry\s*=/, files: /(?:^|\/)\.npmrc$/ },
  { what: 'a key', pattern: /sk-ant-[a-z]{2,16}\d{2}-[\w-]{20}/ },
  { what: 'a key', pattern: /(?<!\w)(?:gh[pousr]_\w{30}|AKIA[0-9A-Z]{16}|npm_[A-Za-z0-9]{30})/ },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
]

const files = trackedFiles()
const failures = files.flatMap((file) => {
  const text = readText(file)
  if (text === undefined) return []
  return text
    .split('\n')
    .flatMap((line, index) =>
      rules
        .filter(({ pattern, files: only }) => (only?.test(file) ?? true) && pattern.test(line))
        .map(({ what }) => `${file}:${index + 1} names ${what}`),
    )
})
conclude('machine paths', failures, `${files.length} files name no place of one machine and no key`)

/** The checkout, the folder it stands in, and the home folder, where their names are telling. */
function placesOfThisMachine() {
  const checkout = resolve(root)
  const places = [checkout, dirname(checkout), resolve(homedir())]
  return [...new Set(places)].filter((place) => dirname(place) !== place && !usualNames.test(place))
}

/** @returns {readonly string[]} */
function trackedFiles() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  try {
    const output = execFileSync('git', args, { cwd: root, encoding: 'utf8' })
    return [...new Set(output.split('\0'))].filter((name) => name !== '')
  } catch {
    console.error(
      'machine paths: this folder is no git checkout, so that the files to read are unknown',
    )
    process.exit(1)
  }
}

/**
 * A file that is tracked but deleted, a symbolic link to a folder, or bytes with a NUL are no text.
 * @param {string} file
 */
function readText(file) {
  try {
    const text = readFileSync(join(root, file), 'utf8')
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
