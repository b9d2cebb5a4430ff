import { neededLength } from './neededLength.js'
import { mark, mostMarks, stack, suspect } from './suspect.js'

/** A run of a text: what is seen as it is, or characters that are not. */
export type TextSegment =
  { readonly text: string } | { readonly hidden: HiddenKind; readonly codes: readonly number[] }

/** The sorts of hidden characters. */
export type HiddenKind =
  | 'bidi'
  | 'tag'
  | 'zero-width'
  | 'control'
  | 'variation'
  | 'filler'
  | 'private-use'
  | 'noncharacter'
  | 'surrogate'
  | 'separator'
  | 'blank'
  | 'combining'
  | 'format'

/** Where a text stands: what is copied out of code is run, so that no unusual blank is honest there. */
export type TextPlace = 'prose' | 'code'

/** Says where the text inside an element stands. */
export function placeIn(tagName: string, around: TextPlace): TextPlace {
  return tagName === 'code' || tagName === 'pre' || tagName === 'kbd' ? 'code' : around
}

/**
 * Splits a text into what is seen and what is hidden; joined again it is the same text. What emoji
 * and the world's writing systems need is seen; so are a few combining marks on one letter.
 */
export function revealHidden(unsafe: string, place: TextPlace = 'prose'): readonly TextSegment[] {
  return revealPart(unsafe, { start: 0, end: unsafe.length, place })
}

/** A part of a text, which begins and ends behind characters that are surely seen. */
export interface TextPart {
  readonly start: number
  readonly end: number
  readonly place: TextPlace
}

/** The same for a part, judged by what stands around it. */
export function revealPart(
  unsafe: string,
  { start, end, place }: TextPart,
): readonly TextSegment[] {
  const segments: (
    { text: string; hidden?: never } | { hidden: HiddenKind; codes: number[]; text?: never }
  )[] = []
  let index = start
  /** Combining marks drawn on the last base; hidden characters between them do not end it. */
  let height = 0

  function see(text: string): void {
    const last = segments.at(-1)
    if (last?.text !== undefined) last.text += text
    else segments.push({ text })
  }

  function hide(hidden: HiddenKind, code: number): void {
    const last = segments.at(-1)
    if (last?.hidden === hidden) last.codes.push(code)
    else segments.push({ hidden, codes: [code] })
  }

  while (index < end) {
    suspects.lastIndex = index
    const found = suspects.exec(unsafe)
    const at = Math.min(found?.index ?? end, end)
    if (at > index) {
      see(unsafe.slice(index, at))
      height = [...(marksAtEnd.exec(unsafe.slice(Math.max(index, at - 24), at))?.[0] ?? '')].length
    }
    index = at
    if (found === null || at === end) break
    const [character] = found
    if (isMark.test(character)) height = 0
    else {
      const length = neededLength(unsafe, { at, place })
      if (length > 0) see(unsafe.slice(at, at + length))
      else hide(kindOf(character), character.codePointAt(0) ?? 0)
      index = at + Math.max(length, character.length)
    }
    for (;;) {
      const code = unsafe.codePointAt(index) ?? 0
      const mark = String.fromCodePoint(code)
      if (!isMark.test(mark)) break
      height += 1
      if (height > (isTibetan.test(mark) ? mostTibetanMarks : mostMarks)) hide('combining', code)
      else see(mark)
      index += mark.length
    }
  }
  return segments
}

/** A Sanskrit syllable in Tibetan letters is one stack of them, and all but the first are marks. */
const mostTibetanMarks = 10

const isMark = new RegExp('^' + mark, 'u')
const marksAtEnd = new RegExp(`(?:${mark})+$`, 'u')
const isTibetan = /\p{sc=Tibt}/u

const suspects = new RegExp(`${suspect}|${stack}`, 'gu')

/** The first that matches counts. */
const kinds: readonly (readonly [kind: HiddenKind, characters: RegExp])[] = [
  ['control', /\p{Cc}/u],
  ['bidi', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],
  ['tag', /[\u{e0000}-\u{e007f}]/u],
  ['variation', /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d\u180f]/u],
  ['filler', /[\u115f\u1160\u3164\uffa0\u2800\u{13441}\u{13442}\u{1d159}]|\u{16fe4}/u],
  ['zero-width', /[\u034f\u00ad\u180e\u200b-\u200d\u2060-\u2065\ufeff]/u],
  ['blank', /\p{Zs}/u],
  ['separator', /\p{Z}/u],
  ['surrogate', /\p{Cs}/u],
  ['noncharacter', /\p{NChar}/u],
  ['private-use', /\p{Co}/u],
]

function kindOf(character: string): HiddenKind {
  return kinds.find(([, characters]) => characters.test(character))?.[0] ?? 'format'
}
