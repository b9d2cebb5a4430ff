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
  readonly source?: Place
  /** How it got there, as far as that is known: from the variable or the import on, to where it was written. */
  readonly steps?: readonly Step[]
}

/** A place in a file; `line` and `column` count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number }

/** One step of the way into a build; what it says goes on with `in` and the place, if there is one. */
export type Step = { readonly text: string; readonly place?: Place }

/** Says a step in words. */
export function wordsOf({ text, place }: Step): string {
  return place === undefined ? text : `${text} in ${place.file}:${place.line}:${place.column}`
}

/** 64 bits of a hash: enough to name a finding in an allowlist, too few to be looked for backwards. */
export function fingerprintOf(rule: string, found: string): string {
  return createHash('sha256').update(`${rule}\0${found}`).digest('hex').slice(0, 16)
}
