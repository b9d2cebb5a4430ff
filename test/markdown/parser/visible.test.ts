import { describe, expect, it } from 'vitest'
import { createParser } from '../../../packages/markdown/src/parser/createParser.js'
import { answers } from './answers.js'
import { readAlong } from './visibleText.js'

describe.each([1, 3, 4, 16])('in steps of %i characters', (size) => {
  it.each(answers)('$name never show syntax, and keep the words they have shown', (answer) => {
    expect(readAlong(answer, size)).toEqual({ raw: [], rewritten: [] })
  })
})

it.each([
  { name: 'a setext underline', before: 'a *b*\n', after: 'a *b*\n===\n', types: ['heading'] },
  {
    name: 'a delimiter row under a line without outer pipes',
    before: 'a|b\n',
    after: 'a|b\n:-|-\n',
    types: ['table'],
  },
  {
    name: 'a late definition',
    before: '[a][r]\n\n',
    after: '[a][r]\n\n[r]: /u\n\n',
    types: ['paragraph', 'definition'],
  },
])('$name decides about the text above it', ({ before, after, types }) => {
  const parser = createParser()
  parser.write(before)
  const earlier = parser.root.children.map(({ type }) => type)
  parser.write(after.slice(before.length))
  const later = parser.root.children.map(({ type }) => type)
  expect({ earlier, later }).toEqual({ earlier: ['paragraph'], later: types })
})

it.each([
  ['`_foo_bar`', '_foo_bar'],
  ['2 ** 3 and 4 * 5', '2 ** 3 and 4 * 5'],
  ['$$ and snake_case_ go', '$$ and snake_case_ go'],
  ['Array<string> goes', 'Array goes'],
  ['a [b] c', 'a [b] c'],
  ['a ![b] c', 'a ![b] c'],
  ['1 < 2 & 3', '1 < 2 & 3'],
  ['*a\n\nb', '*ab'],
  ['**a `b\n\nc', '**a `bc'],
])('does not repair %j, which is finished', (markdown, shown) => {
  const parser = createParser()
  parser.write(markdown + '\n\n')
  expect(textOf(parser.root)).toBe(shown)
})

function textOf(node: object): string {
  if ('value' in node && 'type' in node && node.type !== 'html') return String(node.value)
  if (!('children' in node) || !Array.isArray(node.children)) return ''
  return node.children.map(textOf).join('')
}
