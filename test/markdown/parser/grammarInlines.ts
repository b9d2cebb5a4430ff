import fc from 'fast-check'

/** Blanks of Unicode, line ends that are none, halves of pairs, and what parsers take out or replace. */
export const oddCharacters: readonly string[] = [
  ...'\t\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
  ...'\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u0000\u0001\u007f\ufffd\uffff',
  '\ud800',
  '\udc00',
  '😀',
  '👨‍👩‍👧',
  '\u{10ffff}',
  '𝒳',
  'é',
  'e\u0301',
  'ß',
  'İ',
  '漢',
  '（',
  '、',
  '¡',
  '€',
]

/** Some of them, alone or with plain characters. */
export const oddText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...oddCharacters, 'a', ' '), { minLength: 1, maxLength: 4 })
  .map((characters) => characters.join(''))

const labels = [
  'r',
  'R',
  '^a',
  '^b',
  'r s',
  'r\n s',
  'é',
  '^A',
  'ẞ',
  'r\u00a0s',
  'r\ts',
  '`r`',
  'r\\]',
  '*r*',
  '',
  ' ',
  '^',
]

const pieces = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'word', 'two words', 'x1', '漢字') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(' ', ' ', '  ', '\n', '\\\n', '  \n', '\t', '\n ', ' \n'),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom('*', '**', '***', '_', '__', '~', '~~', '~~~', '`', '``', '```'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '[',
      ']',
      '![',
      '](',
      ')',
      '(',
      '<',
      '>',
      '!',
      '|',
      '\\',
      ':',
      '"',
      '#',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...oddCharacters) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '&amp;',
      '&copy',
      '&#35;',
      '&#x41;',
      '&#0;',
      '&#xD800;',
      '&#99999999;',
      '&nosuch;',
      '&ngE;',
      '&',
      '\\*',
      '\\_',
      '\\[',
      '\\]',
      '\\`',
      '\\~',
      '\\|',
      '\\\\',
      '\\<',
      '\\&',
      '\\a',
      '\\.',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<b>',
      '</b>',
      '<a href="x">',
      "<i\n a='>'>",
      '<br/>',
      '<!-- c -->',
      '<!-->',
      '<?p?>',
      '<!A b>',
      '<![CDATA[x]]>',
      '<b',
      '<a b=',
      '<!--',
      '<http://a.b>',
      '<a@b.c>',
      '<x:y>',
      '<m:>',
      '<a\n \t b="\n\tc">',
      '<a b=c/>',
      "<a b='c'd>",
      '</b\n>',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'http://a.b',
      'https://a.b/c_d*',
      'www.a.b',
      'www.a.b/(c))',
      'a@b.c',
      'mailto:a@b.c',
      'www.',
      'xmpp:a@b.c/d',
      'http://',
      'a_b@c.d',
      'http://a.b&amp;',
      'HTTP://A',
      'a@b',
      '@',
      '//',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '](/u)',
      '](/u "t")',
      "](<u v> 't')",
      ']( /u\n (t) )',
      '](u(v))',
      '](u(v)',
      '](<u',
      '](u "t)',
      '](u\u00a0"t")',
      '](\tu\t"t\n\tv"\t)',
      '](u "")',
      ']()',
      '][r]',
      '][]',
      '][R s]',
      ']:',
      '[^a]',
      '[^b]',
      '![^a]',
      '[r]',
      '![r]',
      '[r][]',
      '[x][r]',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...labels).map((label) => `[${label}]`) },
)

/** Phrasing of all kinds, over one or more lines, none of them blank for long. */
export const inlines: fc.Arbitrary<string> = fc
  .array(pieces, { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join(''))

/** The like without a line ending. */
export const inlineOfOneLine: fc.Arbitrary<string> = inlines.map((text) =>
  text.replaceAll('\n', ' '),
)

/** Labels for definitions, which the phrasing above refers to. */
export const label: fc.Arbitrary<string> = fc.constantFrom(...labels)
