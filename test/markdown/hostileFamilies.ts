interface Family {
  readonly name: string
  readonly unsafe: string
  /** The limit that cuts it before remark reads it, where one has to. */
  readonly limit?: string
  /** The limits that our own parser and the tree meet, in the order they are told. */
  readonly drawn?: readonly string[]
}

const megabyte = 1_000_000
const times = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n))

/** Texts that make parsers slow, deep or large. */
export const hostileFamilies: readonly Family[] = [
  { name: 'two thousand quotes', unsafe: '>'.repeat(2000), limit: 'depth', drawn: ['depth'] },
  {
    name: 'a megabyte of quotes',
    unsafe: '>'.repeat(megabyte),
    limit: 'depth',
    drawn: ['depth', 'length'],
  },
  {
    name: 'quotes as deep as allowed',
    unsafe: ('>'.repeat(30) + 'a\n').repeat(20_000),
    limit: 'lines',
    drawn: ['length'],
  },
  {
    name: 'lists by indentation',
    unsafe: times(1500, (n) => ' '.repeat(n * 2) + '- a').join('\n'),
    limit: 'depth',
    drawn: ['depth', 'length'],
  },
  { name: 'lists in one line', unsafe: '- '.repeat(5_000) + 'a', limit: 'depth', drawn: ['depth'] },
  {
    name: 'lists under tabs',
    unsafe: times(80, (n) => '\t'.repeat(n) + '- a').join('\n'),
    limit: 'depth',
    drawn: ['depth'],
  },
  {
    name: 'lazy lines in deep lists',
    unsafe: '- '.repeat(30) + 'a\n'.repeat(50_000),
    limit: 'lines',
  },
  { name: 'open brackets', unsafe: '['.repeat(100_000), limit: 'delimiters' },
  { name: 'open images', unsafe: '!['.repeat(100_000), limit: 'delimiters' },
  { name: 'nested links', unsafe: '['.repeat(900) + 'a' + '](b)'.repeat(900) },
  { name: 'open emphasis', unsafe: '*a '.repeat(10_000), limit: 'delimiters' },
  { name: 'mixed emphasis', unsafe: '*a **b '.repeat(10_000), limit: 'delimiters' },
  { name: 'nested emphasis', unsafe: '*'.repeat(1_999) + 'a' + '*'.repeat(1_999), limit: 'depth' },
  { name: 'closing underscores', unsafe: 'a_ '.repeat(10_000), limit: 'delimiters' },
  {
    name: 'backtick runs',
    unsafe: times(1_400, (n) => '`'.repeat(n + 1)).join(' a '),
    limit: 'delimiters',
    drawn: ['length'],
  },
  {
    name: 'a wide table',
    unsafe: '|a'.repeat(10_000) + '\n' + '|-'.repeat(10_000),
    limit: 'cells',
    drawn: ['cells'],
  },
  {
    name: 'a long table',
    unsafe: '|a|b|\n|-|-|\n' + '|a|b|\n'.repeat(100_000),
    limit: 'lines',
    drawn: ['nodes', 'length'],
  },
  {
    name: 'a megabyte of one line',
    unsafe: 'a'.repeat(megabyte),
    limit: 'length',
    drawn: ['length'],
  },
  {
    name: 'a megabyte of line feeds',
    unsafe: '\n'.repeat(megabyte),
    limit: 'lines',
    drawn: ['length'],
  },
  {
    name: 'a megabyte of carriage returns',
    unsafe: '\r'.repeat(megabyte),
    limit: 'lines',
    drawn: ['nodes', 'length'],
  },
  {
    name: 'underlined headings',
    unsafe: 'a\n-\n'.repeat(100_000),
    limit: 'lines',
    drawn: ['nodes', 'length'],
  },
  {
    name: 'footnote calls',
    unsafe: '[^a]'.repeat(10_000) + '\n\n[^a]: b',
    limit: 'delimiters',
    drawn: ['links'],
  },
  {
    name: 'definitions',
    unsafe: times(10_000, (n) => `[a${n}]: b`).join('\n'),
    limit: 'delimiters',
  },
  { name: 'open tags', unsafe: '<b>'.repeat(1_300), limit: 'findings', drawn: ['findings'] },
  {
    name: 'open comments',
    unsafe: '<!-- '.repeat(100_000),
    limit: 'delimiters',
    drawn: ['length'],
  },
  { name: 'entities', unsafe: '&amp;'.repeat(100_000), limit: 'delimiters', drawn: ['length'] },
  { name: 'addresses', unsafe: 'a@b.co '.repeat(10_000), limit: 'delimiters', drawn: ['links'] },
  {
    name: 'short rows of a wide table',
    unsafe: '|a'.repeat(150) + '\n' + '|-'.repeat(150) + '\n' + '|b\n'.repeat(4_000),
    limit: 'lines',
    drawn: ['nodes'],
  },
  { name: 'tag characters', unsafe: '\u{e0041}'.repeat(100_000) },
  { name: 'scattered hidden characters', unsafe: 'a\u200b'.repeat(100_000) },
  { name: 'blocks', unsafe: 'a\n\n'.repeat(100_000), limit: 'lines', drawn: ['nodes', 'length'] },
]
