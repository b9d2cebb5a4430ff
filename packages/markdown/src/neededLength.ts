import { isDirectionMark } from './isDirectionMark.js'
import { isHonestBlank } from './isHonestBlank.js'
import { isJoiner, isNonJoiner } from './isJoiner.js'
import { isVariant } from './isVariant.js'
import type { TextPlace } from './revealHidden.js'
import { isBetween, scripts } from './scripts.js'

/** Where a hidden character stands. */
interface HiddenAt {
  readonly at: number
  readonly place: TextPlace
}

/**
 * Says how much of the text at a hidden character its writing system needs; 0 for none. A text is
 * judged by itself: what stands in the next element is not known.
 */
export function neededLength(text: string, { at, place }: HiddenAt): number {
  const code = text.codePointAt(at) ?? 0
  const length = code > 0xffff ? 2 : 1
  const before = text.slice(Math.max(0, at - 40), at)
  const rest = text.slice(at + length, at + length + 24)
  if (code === 0xe0067) {
    return before.endsWith('\u{1f3f4}') ? (nationTags.exec(rest)?.[0].length ?? -2) + 2 : 0
  }
  return isNeeded(code, { before, rest, place }) ? length : 0
}

interface Neighbours {
  readonly before: string
  readonly rest: string
  readonly place: TextPlace
}

// Flags of other regions draw as a black flag in which their letters are hidden.
const nationTags =
  /^\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/u

function isNeeded(code: number, { before, rest, place }: Neighbours): boolean {
  switch (code) {
    case 0x0d:
      return rest.startsWith('\n')
    // Orders the points of biblical Hebrew.
    case 0x034f:
      return /[\u0591-\u05c7]$/.test(before) && /^[\u0591-\u05c7]/.test(rest)
    // Where lines may break in writing without blanks.
    case 0x200b:
      return isBetween(unspaced, before, rest)
    case 0x200c:
      return isNonJoiner(before, rest)
    case 0x200d:
      return isJoiner(before, rest)
    case 0x200e:
    case 0x200f:
    case 0x061c:
      return isDirectionMark(before, rest)
    case 0x180e:
      return /[\u1820-\u18aa][\u180b-\u180d\u180f]?$/.test(before) && /^[\u1820\u1821]/.test(rest)
    case 0x1680:
      return ogham.ends(before) || ogham.begins(rest)
    // One or two between words of Braille.
    case 0x2800:
      return /[\u2801-\u28ff][ \u2800]?$/.test(before) || /^[ \u2800]?[\u2801-\u28ff]/.test(rest)
    default:
      return (
        isVariant(code, before, rest) ||
        (place === 'prose' && isHonestBlank(code, { before, rest }))
      )
  }
}

const ogham = scripts('Ogam')
const unspaced = scripts('Khmr Laoo Mymr Thai')
