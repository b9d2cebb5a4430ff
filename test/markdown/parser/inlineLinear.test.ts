import { expect, it } from 'vitest'
import { parseInline } from '../../../packages/markdown/src/parser/inline/parseInline.js'
import { contextOf } from './inlineReading.js'

interface Family {
  readonly name: string
  readonly write: (count: number) => string
}

/** A family that says the same thing again and again. */
function again(part: string): Family {
  return { name: part, write: (count) => part.repeat(count) }
}

/** A family whose parts are opened first and closed later. */
function around(open: string, close: string, inside = 'a'): Family {
  return { name: open + inside + close, write: (n) => open.repeat(n) + inside + close.repeat(n) }
}

const runs = [
  '*a ',
  '*a **b ',
  '*a_ ',
  'a_ ',
  'a***b*',
  '**a*b',
  'a**b****c*',
  '*a _b ~c ~~d ',
  '~~a ~b',
]
const brackets = [
  '[',
  '![',
  '[a](<b',
  '[a](b',
  '[a](b "',
  "[a](b '",
  '[a](b (',
  '[a](b',
  '[a][',
  '[^',
  '[^a',
]
const angles = [
  '<',
  '<!--a',
  '<?a',
  '<![CDATA[a',
  '<!a ',
  '<a b="',
  '<a b=\'" c="<a d="\' ',
  '<a x=',
  '<http:a',
  '<a@b.',
]
const references = ['&', '&amp', '&#1234567', '\\', '\\*', '`a``b', '\\``', 'word ', '汉', '\ta']
const addresses = [
  'www.a_',
  'www.-',
  '[www.-_',
  'https://',
  'https://a',
  'a@',
  'a@b.',
  'a.b-c_d+',
  '[a@b.c',
  'mailto:a@b',
]

it.each<Family>([
  ...[runs, brackets, angles, references, addresses].flat().map(again),
  around('[', ']'),
  around('![', '](a)'),
  around('[', '](b)'),
  around('*', '*'),
  around('~~*a ', '*~~'),
  around('![*a*', '](b)'),
  around('http://a.b/(', ').'),
  { name: 'links behind open images', write: (n) => '!['.repeat(n) + '[a](b)'.repeat(n) },
  { name: 'runs of all lengths', write: (n) => ticks(n).join(' a ') },
  { name: 'dots', write: (n) => 'www.a' + '.'.repeat(n) + 'b' },
  { name: 'punctuation', write: (n) => 'http://a.b' + '!)'.repeat(n) + 'x' },
  { name: 'blanks', write: (n) => 'a' + ' '.repeat(n) + 'b' },
  {
    name: 'blanks before line endings',
    write: (n) => ('a' + ' '.repeat(50) + '\n').repeat(n / 50),
  },
])('reads twice the text of $name with twice the work', ({ write }) => {
  const [once, twice] = [4_000, 8_000].map((count) => visits(write(count)))
  expect(twice?.length).toBeGreaterThan(0)
  expect(perCharacter(twice) / perCharacter(once)).toBeLessThan(1.1)
})

function visits(text: string): { readonly length: number; readonly visited: number } {
  const work = { visited: 0 }
  parseInline(text, contextOf({ work }))
  return { length: text.length, ...work }
}

function perCharacter(done: ReturnType<typeof visits> | undefined): number {
  return done === undefined ? 0 : done.visited / done.length
}

function ticks(count: number): string[] {
  return Array.from({ length: Math.floor(Math.sqrt(2 * count)) }, (_, n) => '`'.repeat(n + 1))
}
