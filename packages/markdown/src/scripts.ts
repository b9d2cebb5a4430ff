import { suspect } from './suspect.js'

/** Finds a character of some scripts at an end of a text. */
export interface Scripts {
  readonly begins: RegExp
  readonly ends: RegExp
}

/**
 * Finds characters of the scripts with these short names (ISO 15924). Some hidden characters are of a script themselves;
 * they give no other one a reason to be there.
 */
export function scripts(names: string): Scripts {
  const character = `(?!${suspect})` + `[${names.replace(/\w+/g, '\\p{sc=$&}').replace(/ /g, '')}]`
  return { begins: new RegExp('^' + character, 'u'), ends: new RegExp(character + '$', 'u') }
}

/** Says whether a place lies between two characters of the same scripts. */
export function isBetween({ begins, ends }: Scripts, before: string, rest: string): boolean {
  return ends.test(before) && begins.test(rest)
}
