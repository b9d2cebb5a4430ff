/** The Unicode names of the hidden characters a reader is likely to meet, in runs of code points; written small, which takes less to load. */
const runs: readonly (readonly [first: number, names: string])[] = [
  [0x00, 'null'],
  [0x07, 'bell,backspace'],
  [0x0b, 'line tabulation,form feed,carriage return'],
  [0x1b, 'escape'],
  [0x7f, 'delete'],
  [0x85, 'next line'],
  [0xa0, 'no-break space'],
  [0xad, 'soft hyphen'],
  [0x034f, 'combining grapheme joiner'],
  [0x061c, 'arabic letter mark'],
  [0x115f, 'hangul choseong filler,hangul jungseong filler'],
  [0x1680, 'ogham space mark'],
  [0x180e, 'mongolian vowel separator'],
  [
    0x2000,
    'en quad,em quad,en space,em space,three-per-em space,four-per-em space,six-per-em space,' +
      'figure space,punctuation space,thin space,hair space,zero width space,' +
      'zero width non-joiner,zero width joiner,left-to-right mark,right-to-left mark',
  ],
  [
    0x2028,
    'line separator,paragraph separator,left-to-right embedding,right-to-left embedding,' +
      'pop directional formatting,left-to-right override,right-to-left override,' +
      'narrow no-break space',
  ],
  [
    0x205f,
    'medium mathematical space,word joiner,function application,invisible times,' +
      'invisible separator,invisible plus',
  ],
  [
    0x2066,
    'left-to-right isolate,right-to-left isolate,first strong isolate,pop directional isolate',
  ],
  [0x2800, 'braille pattern blank'],
  [0x3000, 'ideographic space'],
  [0x3164, 'hangul filler'],
  [0xfeff, 'zero width no-break space'],
  [0xffa0, 'halfwidth hangul filler'],
  [
    0xfff9,
    'interlinear annotation anchor,interlinear annotation separator,' +
      'interlinear annotation terminator,object replacement character',
  ],
  [0xe0001, 'language tag'],
  [0xe007f, 'cancel tag'],
]

const names: ReadonlyMap<number, string> = new Map(
  runs.flatMap(([first, listed]) =>
    listed.split(',').map((name, index) => [first + index, name] as const),
  ),
)

/** Gives a hidden character's name for its tooltip; a general one where Unicode has none. */
export function nameOf(code: number): string {
  // Small letters name different characters.
  if (code >= 0xe0020 && code < 0xe007f) return `TAG ${String.fromCharCode(code - 0xe0000)}`
  return (names.get(code) ?? sortOf(code)).toUpperCase()
}

function sortOf(code: number): string {
  if (code >= 0xfe00 && code <= 0xfe0f) return `variation selector-${code - 0xfe00 + 1}`
  if (code >= 0xe0100 && code <= 0xe01ef) return `variation selector-${code - 0xe0100 + 17}`
  if (code >= 0xd800 && code <= 0xdfff) return 'lone surrogate'
  if (code < 0xa0) return 'control character'
  const character = String.fromCodePoint(code)
  if (/\p{Co}/u.test(character)) return 'private use character'
  if (/(?!\p{DI})\p{M}/u.test(character)) return 'combining mark'
  return (code & 0xfffe) === 0xfffe ? 'noncharacter' : 'invisible character'
}

/** Writes a code point the way Unicode does: `U+202E`. */
export function codeName(code: number): string {
  return 'U+' + code.toString(16).toUpperCase().padStart(4, '0')
}
