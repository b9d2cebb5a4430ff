import { edges, lastOf } from './scripts.js'
import { suspect } from './suspect.js'

interface Neighbours {
  readonly before: string
  readonly rest: string
}

/**
 * Says whether an unusual blank in prose is what a typographer sets: one alone, between two visible
 * characters. Where an element begins or ends, what stands there is not known and counts as visible.
 */
export function isHonestBlank(code: number, { before, rest }: Neighbours): boolean {
  switch (code) {
    // Japanese and Chinese: between words, behind punctuation, as the indent of a paragraph.
    case 0x3000:
      if (/(?:^|\n)\u3000?$/.test(before)) return wide.begins(rest.replace(/^\u3000/, ''))
      return isSingle(before, rest) && (wide.ends(before) || wide.begins(rest))
    // Anywhere a line must not break. Bits in it would need one between most words.
    case 0xa0:
      return isSingle(before, rest) && !(isBetweenWords(before, rest) && wordsBefore.test(before))
    // French punctuation, groups of digits, units, initials; in Mongolian before an ending.
    case 0x202f:
    case 0x2009:
      if (code === 0x202f && isBetweenMongolian(before, rest)) return true
      return (
        isSingle(before, rest) && (/[^\p{L}\p{M}]$/u.test(before) || /^[^\p{L}\p{M}]/u.test(rest))
      )
    // As wide as a digit, in columns of them.
    case 0x2007:
      return isSingle(before, rest) && (/\d$/.test(before) || /^\d/.test(rest))
    // The others are measures of a typesetter: no writing needs them.
    default:
      return false
  }
}

/** Not alone in its element, and next to no other blank. */
function isSingle(before: string, rest: string): boolean {
  return before + rest !== '' && !blank.test(lastOf(before)) && !blank.test(rest)
}

const blank = new RegExp(`^(?:${suspect}|\\s)`, 'u')

const wide = edges('[\\p{Lo}\\p{So}、-〿！-｠ー・]')

function isBetweenWords(before: string, rest: string): boolean {
  return /\p{L}{3}$/u.test(before) && /^\p{L}{3}/u.test(rest)
}

/** Another one between two words, a few words before. */
const wordsBefore = /\p{L}{3}\xa0\p{L}{3}/u

function isBetweenMongolian(before: string, rest: string): boolean {
  return /[\u1820-\u18aa]$/.test(before) && /^[\u1820-\u18aa]/.test(rest)
}
