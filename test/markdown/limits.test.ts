import {
  cutAtLimits,
  defaultPolicy,
  definePolicy,
  toSafeTree,
  type Finding,
} from '@glovebox/markdown'
import type { Root, RootContent } from 'hast'
import { describe, expect, it } from 'vitest'
import { hostileFamilies } from './hostileFamilies.js'

function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Marks drawn as elements in the text that lies behind a limit. */
const marksBehindLimit = 1_100

function countMarks(node: Root | RootContent): number {
  const isMark = node.type === 'element' && 'dataMarkedChar' in node.properties
  const inside = 'children' in node ? node.children : []
  return inside.reduce((sum, child) => sum + countMarks(child), isMark ? 1 : 0)
}

describe('a hostile text', () => {
  it.each(hostileFamilies)(
    'of $name is drawn within its limits',
    { timeout: 30_000 },
    ({ unsafe, drawn = [] }) => {
      const findings: Finding[] = []
      const tree = toSafeTree(unsafe, { onFinding: (finding) => findings.push(finding) })
      const limits = findings.filter(({ kind }) => kind === 'limit').map(({ reason }) => reason)
      expect([tree.type, limits]).toEqual(['root', drawn])
    },
  )

  it.each(hostileFamilies.filter(({ name }) => name !== 'nested emphasis'))(
    'of $name is cut before remark reads it',
    ({ unsafe, limit }) => {
      const reason = limit === 'findings' ? undefined : limit
      expect(cutAtLimits(unsafe, defaultPolicy.limits).finding?.reason).toBe(reason)
    },
  )

  it.each([
    { name: 'paragraphs', part: `${'a\u200b'.repeat(10)}\n\n` },
    { name: 'alternatives', part: `![${'a\u200b'.repeat(10)}](b)\n\n` },
    { name: 'tags', part: `<a ${'a\u200b'.repeat(10)}>\n\n` },
    { name: 'cells', part: `|${'a\u200b'.repeat(10)}|\n|-|\n\n` },
    { name: 'code', part: `\`${'a\u202e'.repeat(10)}\` ` },
  ])('with hidden characters in its $name has no more marks than nodes are allowed', ({ part }) => {
    const tree = toSafeTree(part.repeat(200_000 / part.length))
    const most = defaultPolicy.limits.nodes + marksBehindLimit
    expect(countMarks(tree)).toBeLessThan(most)
  })

  it('keeps the words behind the cut', () => {
    const unsafe = 'a\n\n' + '> '.repeat(40) + '[b](https://evil.test)'
    expect(textOf(toSafeTree(unsafe)).replace(/\n+/g, '\n')).toBe('a\n' + '> '.repeat(8) + 'b\n')
  })
})

describe('a limit', () => {
  const tight = (changes: Partial<typeof defaultPolicy.limits>) => definePolicy({ limits: changes })

  it.each([
    {
      name: 'of links',
      limits: { links: 1 },
      unsafe: 'a\n\n<https://b.test> [c](https://d.test)\n\ne',
      words: 'a\nhttps://b.test c\ne',
      block: 1,
    },
    { name: 'of images', limits: { links: 1 }, unsafe: '![a](b) ![c](d)', words: 'a ', block: 0 },
    {
      name: 'of nodes',
      limits: { nodes: 5 },
      unsafe: 'a\n\nb\n\n*c* d',
      words: 'a\nb\nc d',
      block: 2,
    },
    {
      name: 'of cells',
      limits: { cells: 1 },
      unsafe: 'a\n\n|b|c|\n|-|-|\n|d|e|',
      words: 'a\nb c\nd e',
      block: 1,
    },
  ])('$name leaves the words, and says where', ({ limits, unsafe, words, block }) => {
    const findings: Finding[] = []
    const policy = tight(limits)
    const tree = toSafeTree(unsafe, { policy, onFinding: (finding) => findings.push(finding) })
    const cuts = findings.filter(({ kind }) => kind === 'limit').map((finding) => finding.block)
    expect([textOf(tree), cuts]).toEqual([words, [block]])
  })

  it('stands among the findings where it was passed', () => {
    const findings: Finding[] = []
    toSafeTree('![a](b)\n\n[c](https://d.test) [e](https://f.test)', {
      policy: tight({ links: 2 }),
      onFinding: (finding) => findings.push(finding),
    })
    expect(findings.map(({ kind, block }) => `${kind} ${block}`)).toEqual(['image 0', 'limit 1'])
  })
})

describe('cutAtLimits', () => {
  const { limits } = defaultPolicy
  const cut = (unsafe: string, changes: Partial<typeof limits> = {}) =>
    cutAtLimits(unsafe, { ...limits, ...changes })

  it.each([
    {
      name: 'at the line that nests too deep',
      unsafe: 'a\n> > > b',
      changes: { depth: 2 },
      rest: '> > > b',
      reason: 'depth',
    },
    {
      name: 'at a list nested by indentation',
      unsafe: '- a\n  - b\n    - c',
      changes: { depth: 2 },
      rest: '    - c',
      reason: 'depth',
    },
    {
      name: 'before the paragraph with too many marks',
      unsafe: 'a\n\nb\n***',
      changes: { delimiters: 2 },
      rest: 'b\n***',
      reason: 'delimiters',
    },
    {
      name: 'before a row with too many cells',
      unsafe: 'a\n\n|b|c|',
      changes: { cells: 2 },
      rest: '|b|c|',
      reason: 'cells',
    },
    { name: 'at the length', unsafe: 'abc', changes: { length: 2 }, rest: 'c', reason: 'length' },
    {
      name: 'never inside a pair',
      unsafe: 'a😀',
      changes: { length: 2 },
      rest: '😀',
      reason: 'length',
    },
    {
      name: 'after a fence that a tag makes no fence',
      unsafe: '<pre>\n```\n***',
      changes: { delimiters: 6 },
      rest: '<pre>\n```\n***',
      reason: 'delimiters',
    },
  ])('cuts $name', ({ unsafe, changes, rest, reason }) => {
    const { rest: got, finding } = cut(unsafe, changes)
    expect([got, finding?.reason]).toEqual([rest, reason])
  })

  it.each([
    { name: 'long code', text: '```js\n' + 'const a = [b[0], c.d * e_f]\n'.repeat(4000) + '```\n' },
    { name: 'a long table', text: '|a|b|c|\n|-|-|-|\n' + '|1|2|3|\n'.repeat(900) },
    { name: 'thematic breaks', text: ('- '.repeat(60) + '\n\n').repeat(20) },
    { name: 'a book of prose', text: ('The quick *brown* fox. '.repeat(20) + '\n\n').repeat(300) },
    {
      name: 'a nested list',
      text: Array.from({ length: 12 }, (_, n) => '  '.repeat(n) + '- a').join('\n'),
    },
  ])('leaves $name whole', ({ text }) => {
    expect(cut(text)).toEqual({ text, rest: '' })
  })
})
