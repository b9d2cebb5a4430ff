import { suspect } from './suspect.js'

/** Says whether a text begins or ends with a character of some scripts. */
export interface Scripts {
  readonly begins: (text: string) => boolean
  readonly ends: (text: string) => boolean
}

/**
 * Finds characters of the scripts with these short names (ISO 15924). Some hidden characters are of a
 * script themselves; they give no other one a reason to be there.
 */
export function scripts(names: string): Scripts {
  return edges(`[${names.replace(/\w+/g, '\\p{sc=$&}').replace(/ /g, '')}]`)
}

/** Finds one character that is not hidden itself. */
export function edges(character: string): Scripts {
  const first = new RegExp(`^(?!${suspect})${character}`, 'u')
  return {
    begins: (text) => first.test(text),
    ends: (text) => first.test(lastOf(text)),
  }
}

/** The last code point of a text. */
export function lastOf(text: string): string {
  return /[\ud800-\udbff]?.$/s.exec(text.slice(-2))?.[0] ?? ''
}

/** Says whether a place lies between two characters of the same scripts. */
export function isBetween({ begins, ends }: Scripts, before: string, rest: string): boolean {
  return ends(before) && begins(rest)
}
