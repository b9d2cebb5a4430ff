import { rowsOf, type AttackRow } from '../row.js'

const times = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n))
const words = (count: number, word: string) => Array.from({ length: count }, () => word).join(' ')

/** Texts that are long, deep or many; none may hang, throw or lose its words. */
export const floods: readonly AttackRow[] = rowsOf('flood', [
  {
    name: 'ten thousand letters without a blank are one word',
    unsafe: 'a'.repeat(10_000),
    safe: 'a'.repeat(10_000),
  },
  {
    name: 'a thousand paragraphs are all there',
    unsafe: words(1_000, 'a').replace(/ /g, '\n\n'),
    safe: words(1_000, 'a'),
  },
  {
    name: 'a thousand links are all there',
    unsafe: words(1_000, '[a](https://b.test/)'),
    safe: words(1_000, 'a'),
  },
  {
    name: 'a thousand images load nothing',
    unsafe: times(1_000, (n) => `![](https://h${n}.evil.test/)`).join(' '),
    safe: times(1_000, (n) => `(h${n}.evil.test)`).join(' '),
  },
  {
    name: 'a thousand deceptive links name their hosts',
    unsafe: words(500, '[a.test](https://b.test/)'),
    safe: words(500, 'a.test (b.test)'),
  },
  {
    name: 'a thousand tasks are all there',
    unsafe: words(1_000, '-_[ ]_a').replace(/ -/g, '\n-').replace(/_/g, ' '),
    safe: words(1_000, 'a'),
  },
  {
    name: 'a thousand hidden characters are marked',
    unsafe: words(500, 'a\u200b'),
    safe: words(500, 'aU+200B'),
  },
  {
    name: 'ten thousand tag characters are one mark',
    unsafe: `a${'\u{e0041}'.repeat(10_000)}`,
    safe: 'aU+E0041 ×10000',
  },
  {
    name: 'a thousand entities are characters',
    unsafe: '&amp;'.repeat(1_000),
    safe: '&'.repeat(1_000),
  },
  {
    name: 'ten thousand open brackets are text',
    unsafe: '['.repeat(10_000),
    safe: '['.repeat(10_000),
  },
  {
    name: 'three thousand Thai letters without a blank are one word',
    unsafe: 'ก'.repeat(3_000),
    safe: 'ก'.repeat(3_000),
  },
  { name: 'a thousand open images are text', unsafe: '!['.repeat(1_000), safe: '!['.repeat(1_000) },
  {
    name: 'a thousand addresses that never close are text',
    unsafe: '[a](<b'.repeat(1_000),
    safe: '[a](<b'.repeat(1_000),
  },
  { name: 'a thousand stars are text', unsafe: words(1_000, '*a'), safe: words(1_000, '*a') },
  {
    name: 'two thousand marks of emphasis that mix keep their words',
    unsafe: words(500, '*a **b'),
    safe: words(500, '*a **b'),
  },
  {
    name: 'backtick runs of every length are text',
    unsafe: times(120, (n) => '`'.repeat(n + 1)).join(' a '),
    safe: times(120, (n) => '`'.repeat(n + 1)).join(' a '),
  },
  { name: 'a thousand open tags are text', unsafe: '<b>'.repeat(1_000), safe: '<b>'.repeat(1_000) },
  {
    name: 'a thousand open comments are gone',
    unsafe: `a ${'<!-- '.repeat(1_000)}`,
    safe: `a ${words(1_000, '<!--')}`,
  },
  {
    name: 'a thousand addresses of mail are links',
    unsafe: words(1_000, 'a@b.test'),
    safe: words(1_000, 'a@b.test'),
  },
  {
    name: 'a thousand bare addresses are links',
    unsafe: words(1_000, 'https://b.test/'),
    safe: words(1_000, 'https://b.test/'),
  },
  {
    name: 'a thousand footnote calls of one footnote are all there',
    unsafe: words(300, 'a[^1]') + '\n\n[^1]: b',
    safe: `${words(300, 'a1')} Footnotes b ↩ ${times(299, (n) => `↩${n + 2}`).join(' ')}`,
  },
  {
    name: 'footnotes that cite each other end',
    unsafe: 'a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]',
    safe: 'a1 Footnotes b2 ↩ ↩2 c1 ↩',
  },
  {
    name: 'a footnote that cites itself ends',
    unsafe: 'a[^1]\n\n[^1]: b[^1]',
    safe: 'a1 Footnotes b1 ↩ ↩2',
  },
  {
    name: 'a thousand definitions are gone',
    unsafe: times(1_000, (n) => `[a${n}]: https://b.test/${n}`).join('\n') + '\n\nc',
    safe: 'c',
  },
  {
    name: 'a thousand uses of one long definition are short',
    unsafe: `${words(1_000, '[a]')}\n\n[a]: https://b.test/${'c'.repeat(1_000)}`,
    safe: words(1_000, 'a'),
  },
  {
    name: 'a table of a thousand rows is all there',
    unsafe: '|a|\n|-|\n' + '|b|\n'.repeat(1_000),
    safe: `a ${words(1_000, 'b')}`,
  },
  {
    name: 'a table of a hundred columns is all there',
    unsafe: '|a'.repeat(100) + '\n' + '|-'.repeat(100),
    safe: words(100, 'a'),
  },
  {
    name: 'a thousand headings are all there',
    unsafe: words(1_000, 'a').replace(/ /g, '\n-\n') + '\n-',
    safe: words(1_000, 'a'),
  },
  {
    name: 'a thousand fences are all there',
    unsafe: '```\na\n```\n'.repeat(300),
    safe: words(300, 'a'),
  },
  {
    name: 'a fence of ten thousand lines is all there',
    unsafe: '```\n' + 'a\n'.repeat(10_000) + '```',
    safe: words(10_000, 'a'),
  },
  {
    name: 'a thousand breaks keep what follows',
    unsafe: `${'a<br>'.repeat(500)}b`,
    safe: `${words(500, 'a')} b`,
  },
  {
    name: 'a thousand lazy lines are all there',
    unsafe: '> a\n' + 'b\n'.repeat(1_000),
    safe: `a ${words(1_000, 'b')}`,
  },
  {
    name: 'lists as deep as allowed keep their words',
    unsafe: times(25, (n) => ' '.repeat(n * 2) + '- a').join('\n'),
    safe: words(25, 'a'),
  },
  {
    name: 'quotes deeper than allowed keep their words',
    unsafe: '>'.repeat(500) + ' a',
    safe: `${'>'.repeat(500 - 32)} a`,
  },
  {
    name: 'a heap of accents stays on its letter',
    unsafe: 'a' + '\u0301'.repeat(40),
    safe: 'a' + '\u0301'.repeat(6) + 'U+0301 ×34',
  },
])
