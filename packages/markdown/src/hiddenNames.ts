/** The Unicode names of the hidden characters a reader is likely to meet, in runs of code points. */
const runs: readonly (readonly [first: number, names: string])[] = [
  [0x00, 'NULL'],
  [0x07, 'BELL,BACKSPACE'],
  [0x0b, 'LINE TABULATION,FORM FEED,CARRIAGE RETURN'],
  [0x1b, 'ESCAPE'],
  [0x7f, 'DELETE'],
  [0x85, 'NEXT LINE'],
  [0xa0, 'NO-BREAK SPACE'],
  [0xad, 'SOFT HYPHEN'],
  [0x034f, 'COMBINING GRAPHEME JOINER'],
  [0x061c, 'ARABIC LETTER MARK'],
  [0x115f, 'HANGUL CHOSEONG FILLER,HANGUL JUNGSEONG FILLER'],
  [0x1680, 'OGHAM SPACE MARK'],
  [0x180e, 'MONGOLIAN VOWEL SEPARATOR'],
  [
    0x2000,
    'EN QUAD,EM QUAD,EN SPACE,EM SPACE,THREE-PER-EM SPACE,FOUR-PER-EM SPACE,SIX-PER-EM SPACE,' +
      'FIGURE SPACE,PUNCTUATION SPACE,THIN SPACE,HAIR SPACE,ZERO WIDTH SPACE,' +
      'ZERO WIDTH NON-JOINER,ZERO WIDTH JOINER,LEFT-TO-RIGHT MARK,RIGHT-TO-LEFT MARK',
  ],
  [
    0x2028,
    'LINE SEPARATOR,PARAGRAPH SEPARATOR,LEFT-TO-RIGHT EMBEDDING,RIGHT-TO-LEFT EMBEDDING,' +
      'POP DIRECTIONAL FORMATTING,LEFT-TO-RIGHT OVERRIDE,RIGHT-TO-LEFT OVERRIDE,' +
      'NARROW NO-BREAK SPACE',
  ],
  [
    0x205f,
    'MEDIUM MATHEMATICAL SPACE,WORD JOINER,FUNCTION APPLICATION,INVISIBLE TIMES,' +
      'INVISIBLE SEPARATOR,INVISIBLE PLUS',
  ],
  [
    0x2066,
    'LEFT-TO-RIGHT ISOLATE,RIGHT-TO-LEFT ISOLATE,FIRST STRONG ISOLATE,POP DIRECTIONAL ISOLATE',
  ],
  [0x2800, 'BRAILLE PATTERN BLANK'],
  [0x3000, 'IDEOGRAPHIC SPACE'],
  [0x3164, 'HANGUL FILLER'],
  [0xfeff, 'ZERO WIDTH NO-BREAK SPACE'],
  [0xffa0, 'HALFWIDTH HANGUL FILLER'],
  [
    0xfff9,
    'INTERLINEAR ANNOTATION ANCHOR,INTERLINEAR ANNOTATION SEPARATOR,' +
      'INTERLINEAR ANNOTATION TERMINATOR,OBJECT REPLACEMENT CHARACTER',
  ],
  [0xe0001, 'LANGUAGE TAG'],
  [0xe007f, 'CANCEL TAG'],
]

const names: ReadonlyMap<number, string> = new Map(
  runs.flatMap(([first, listed]) =>
    listed.split(',').map((name, index) => [first + index, name] as const),
  ),
)

/** Gives a hidden character's name for its tooltip; a general one where Unicode has none. */
export function nameOf(code: number): string {
  const name = names.get(code)
  if (name !== undefined) return name
  if (code >= 0xe0020 && code < 0xe007f) return `TAG ${String.fromCharCode(code - 0xe0000)}`
  if (code >= 0xfe00 && code <= 0xfe0f) return `VARIATION SELECTOR-${code - 0xfe00 + 1}`
  if (code >= 0xe0100 && code <= 0xe01ef) return `VARIATION SELECTOR-${code - 0xe0100 + 17}`
  if (code >= 0xd800 && code <= 0xdfff) return 'LONE SURROGATE'
  if (code < 0xa0) return 'CONTROL CHARACTER'
  const character = String.fromCodePoint(code)
  if (/\p{Co}/u.test(character)) return 'PRIVATE USE CHARACTER'
  if (/(?!\p{DI})\p{M}/u.test(character)) return 'COMBINING MARK'
  return (code & 0xfffe) === 0xfffe ? 'NONCHARACTER' : 'INVISIBLE CHARACTER'
}

/** Writes a code point the way Unicode does: `U+202E`. */
export function codeName(code: number): string {
  return 'U+' + code.toString(16).toUpperCase().padStart(4, '0')
}
