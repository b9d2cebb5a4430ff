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
  | 'format'

/**
 * Splits a text into what is seen and what is hidden; joined again it is the same text.
 * Joiners and selectors that emoji, Arabic, Persian, Indic, Mongolian and Han writing need are seen.
 */
export function revealHidden(unsafe: string): readonly TextSegment[] {
  if (!suspects.test(unsafe)) return unsafe === '' ? [] : [{ text: unsafe }]
  const segments: TextSegment[] = []
  let seen = ''
  let run: { hidden: HiddenKind; codes: number[] } | undefined
  let index = 0
  while (index < unsafe.length) {
    const code = unsafe.codePointAt(index) ?? 0
    const character = String.fromCodePoint(code)
    const hidden = suspects.test(character) ? kindOf(character) : undefined
    const keptLength = hidden === undefined ? character.length : legitimateLength(unsafe, index)
    if (keptLength > 0) {
      if (run !== undefined) segments.push(run)
      run = undefined
      seen += unsafe.slice(index, index + keptLength)
      index += keptLength
      continue
    }
    if (seen !== '') segments.push({ text: seen })
    seen = ''
    if (run !== undefined && run.hidden !== hidden) {
      segments.push(run)
      run = undefined
    }
    run ??= { hidden: hidden ?? 'format', codes: [] }
    run.codes.push(code)
    index += character.length
  }
  if (run !== undefined) segments.push(run)
  if (seen !== '') segments.push({ text: seen })
  return segments
}

/** Everything that may need a mark. Visible format characters (Arabic number signs …) are left. */
const suspects =
  /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\u2800\ufffc]|(?![\t\n])\p{Cc}/u

const visibleFormat =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1343f}]/u

/** The first that matches counts. */
const kinds: readonly (readonly [kind: HiddenKind, characters: RegExp])[] = [
  ['control', /\p{Cc}/u],
  ['bidi', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],
  ['tag', /[\u{e0000}-\u{e007f}]/u],
  ['variation', /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d\u180f]/u],
  ['filler', /[\u115f\u1160\u3164\uffa0\u2800]/u],
  ['zero-width', /[\u034f\u00ad\u180e\u200b-\u200d\u2060-\u2065\ufeff]/u],
  ['separator', /[\u2028\u2029]/u],
  ['surrogate', /\p{Cs}/u],
  ['noncharacter', /\p{Noncharacter_Code_Point}/u],
  ['private-use', /\p{Co}/u],
]

function kindOf(character: string): HiddenKind | undefined {
  if (visibleFormat.test(character)) return undefined
  return kinds.find(([, characters]) => characters.test(character))?.[0] ?? 'format'
}

// Some hidden characters are of a script themselves; they give no other one a reason to be there.
const joined =
  '(?!\\p{Default_Ignorable_Code_Point})' +
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}' +
  '\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}' +
  '\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}' +
  '\\p{Script=Myanmar}]'
const afterJoined = new RegExp(joined + '[\\u064b-\\u065f\\u0670]?$', 'u')
const beforeJoined = new RegExp('^(?:' + joined + '|$)', 'u')
const afterVirama = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2]$/u
const arabic = /(?!\u061c)[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u
const rightToLeft =
  /(?!\u061c)[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const mongolianBefore = /(?![\u180b-\u180f])\p{Script=Mongolian}[\u180b-\u180d\u180f]?$/u
const mongolianNext = /^(?![\u180b-\u180f])\p{Script=Mongolian}/u
const pictograph = '\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?'
const beforeZwj = new RegExp(pictograph + '$', 'u')
const pictographNext = /^\p{Extended_Pictographic}/u
const flagOfNation =
  /^\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/u

/** Says how much of the text at a hidden character is needed by its writing system; 0 for none. */
function legitimateLength(text: string, index: number): number {
  const before = text.slice(Math.max(0, index - 6), index)
  const rest = text.slice(index + 1, index + 3)
  switch (text.charCodeAt(index)) {
    case 0x200d:
      if (beforeZwj.test(before) && pictographNext.test(rest)) return 1
      return isJoint(before, rest) || arabic.test(before.slice(-1)) ? 1 : 0
    case 0x200c:
      return isJoint(before, rest) ? 1 : 0
    case 0x200e:
    case 0x200f:
    case 0x061c:
      return isDirectionMark(text, index) ? 1 : 0
    case 0xfe0e:
    case 0xfe0f:
      if (rest.startsWith('\u20e3')) return /[0-9#*]$/.test(before) ? 1 : 0
      return /(?:\p{Extended_Pictographic}|\p{Emoji_Presentation})$/u.test(before) ? 1 : 0
    case 0xfe00:
      return /[\p{Sm}\p{Script=Han}\p{Script=Myanmar}]$/u.test(before) ? 1 : 0
    case 0xfe01:
    case 0xfe02:
      return /\p{Script=Han}$/u.test(before) ? 1 : 0
    case 0x180b:
    case 0x180c:
    case 0x180d:
    case 0x180f:
      return /(?:\p{Script=Mongolian})$/u.test(before) && !/[\u180b-\u180f]$/u.test(before) ? 1 : 0
    case 0x180e:
      return mongolianBefore.test(before) && mongolianNext.test(rest) ? 1 : 0
    case 0x2800:
      return /[\u2801-\u28ff]/.test(before.slice(-2) + rest) ? 1 : 0
    default:
      return legitimateAstralLength(text, index, before)
  }
}

function legitimateAstralLength(text: string, index: number, before: string): number {
  const code = text.codePointAt(index) ?? 0
  if (code === 0xe0067 && before.endsWith('\u{1f3f4}')) {
    return flagOfNation.exec(text.slice(index, index + 12))?.[0].length ?? 0
  }
  // Ideographic variation sequences in use end at VS32; the rest of the range only carries bytes.
  const isHanVariant = code >= 0xe0100 && code <= 0xe010f && /\p{Script=Han}$/u.test(before)
  return isHanVariant ? 2 : 0
}

function isJoint(before: string, rest: string): boolean {
  return afterVirama.test(before) || (afterJoined.test(before) && beforeJoined.test(rest))
}

/** One mark, next to right-to-left writing. Several in a row are a code, not a direction. */
function isDirectionMark(text: string, index: number): boolean {
  if (/[\u200e\u200f\u061c]/.test(text.charAt(index - 1))) return false
  const around = text.slice(Math.max(0, index - 12), index + 13).split('\n')
  return around.some((line) => rightToLeft.test(line))
}
