import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { GuardError } from './GuardError.js'
import type { NamedEnvironment } from './publicVariables.js'

/** Reads the variables of an env file (`NAME=value` lines). Throws GuardError when it is missing or unreadable. */
export function readEnvironment(file: string): NamedEnvironment {
  try {
    const text = readFileSync(file, 'utf8')
    return { file, text, variables: parseEnv(text) }
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    const code = reason === 'ENOENT' ? 'missing' : 'unreadable'
    throw new GuardError(code, `Cannot read the env file ${file}: ${reason}`, { cause })
  }
}
