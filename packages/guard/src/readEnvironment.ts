import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { GuardError } from './GuardError.js'
import type { Environment } from './secretValues.js'

/** Reads the variables of an env file (`NAME=value` lines). Throws GuardError when it is missing or unreadable. */
export function readEnvironment(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    const code = reason === 'ENOENT' ? 'missing' : 'unreadable'
    throw new GuardError(code, `Cannot read the env file ${path}: ${reason}`, { cause })
  }
}
