import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fingerprintOf, type Leak } from './leak.js'

const envFile = /^\.env(?:\..+)?$/

/** Files that show which variables there are, with made-up values. */
const exampleFile = /\.(?:example|sample|template|dist|defaults)$/

/** Gives the env files of a folder, those with examples left out. */
export function findEnvFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isEnvFile(entry.name))
    .map((entry) => join(folder, entry.name))
    .toSorted()
}

/** Says of each env file among what browsers get that it is one. */
export function leakedEnvFiles(names: readonly string[]): readonly Leak[] {
  return names
    .filter((name) => isEnvFile(basename(name)))
    .map((file) => ({
      file,
      line: 1,
      column: 1,
      rule: 'env-file',
      excerpt: basename(file),
      advice: 'Take the file out of what is served, and revoke every secret in it',
      fingerprint: fingerprintOf('env-file', basename(file)),
    }))
}

function isEnvFile(name: string): boolean {
  return envFile.test(name) && !exampleFile.test(name)
}
