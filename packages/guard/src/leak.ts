import { createHash } from 'node:crypto'

/** One secret in one place. `line` and `column` count from 1; `excerpt` is masked and safe to print in a build log. */
export type Leak = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly excerpt: string
  readonly advice: string
  /** Tells what was found from anything else that is found, without telling what it is. */
  readonly fingerprint: string
  /** Where it was written, as a source map tells it. */
  readonly source?: { readonly file: string; readonly line: number; readonly column: number }
}

/** 64 bits of a hash: enough to name a finding in an allowlist, too few to be looked for backwards. */
export function fingerprintOf(rule: string, found: string): string {
  return createHash('sha256').update(`${rule}\0${found}`).digest('hex').slice(0, 16)
}
