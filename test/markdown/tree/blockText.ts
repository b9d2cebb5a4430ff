import fc from 'fast-check'

const words = 'word **s** `c` *e~~d~~* [^a] [^b] [^c] [x] [y][x] ![i][y] <kbd>k</kbd> <b> </b> <br>'
const inlines = [
  ...words.split(' '),
  '<!-- c -->',
  'a  \n b',
  '\\\n *e*',
  '\u202e',
  '👩‍👧',
  '[l](http://a.test)',
  '[bank.com](https://evil.test)',
  '![i](https://a.test/ä "t")',
]
const line = fc.array(fc.constantFrom(...inlines), { minLength: 1, maxLength: 5 }).map(join)
const flat = line.map((text) => text.replace(/\n/g, ' '))

/** Texts made of blocks in blocks, with labels that blocks far apart share. */
export const { blockText } = fc.letrec<{ blockText: string; block: string }>((tie) => ({
  blockText: fc
    .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((blocks) => blocks.map((parts) => parts.join('')).join('')),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    line,
    flat.map((text) => `## ${text}`),
    fc.constantFrom('<details>', '</details>', '<details><summary>s</summary>', '</b>', '***'),
    fc.constantFrom(
      '[x]: http://p.test',
      '[X]: http://q.test',
      '[y]: <//r.test> "t"',
      '```js x\nc',
    ),
    fc.tuple(fc.constantFrom('a', 'b', 'c'), line).map(([label, text]) => `[^${label}]: ${text}`),
    line.map((text) => `<div a=b>\n${text}\n</div>`),
    flat.map((text) => `| a | b |\n|--|:-:|\n| ${text} | c | [^c] |\n| x |`),
    fc.tuple(tie('block'), flat).map(([block, text]) => `- ${indent(block)}\n- [x] ${text}`),
    tie('blockText').map((text) => `1. ${indent(text)}`),
    tie('blockText').map((text) => `> ${text.replace(/\n/g, '\n> ')}`),
    tie('block').map((block) => `[^a]: b\n\n    ${block.replace(/\n/g, '\n    ')}`),
  ),
}))

function join(parts: readonly string[]): string {
  return parts.join(' ')
}

function indent(text: string): string {
  return text.replace(/\n/g, '\n   ')
}
