import { definePolicy, revealHidden } from '@glovebox/markdown'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { describe, expect, it } from 'vitest'
import { makeText } from '../../../packages/markdown/src/tree/made.js'
import { markGrown } from '../../../packages/markdown/src/tree/markGrown.js'
import { normalizeUri } from '../../../packages/markdown/src/tree/normalizeUri.js'
import { trimLines } from '../../../packages/markdown/src/tree/trimLines.js'
import { makeOnce } from './makeOnce.js'

const pieces = [
  '%',
  '%4',
  '%zz',
  '%41',
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  'ä',
  '😀',
  '\ud83d',
  '\ude00',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })))
  .map((parts) => parts.join(''))

describe('normalizeUri', () => {
  it('encodes what micromark encodes', () => {
    const law = fc.property(text, (url) => {
      const link = toHast({ type: 'link', url, children: [] })
      expect(link).toMatchObject({ properties: { href: normalizeUri(url) } })
    })
    fc.assert(law, { numRuns: 1_000 })
  })
})

describe('trimLines', () => {
  it('trims what mdast-util-to-hast trims, however much of the text is trimmed already', () => {
    const law = fc.property(text, text, (value, more) => {
      const trimmed = trimLines(value)
      expect(toHast({ type: 'text', value })).toEqual({ type: 'text', value: trimmed })
      expect(trimLines(trimmed + more, trimmed)).toBe(trimLines(trimmed + more))
    })
    fc.assert(law, { numRuns: 1_000 })
  })
})

describe('markGrown', () => {
  const drawn = (value: string) => {
    const made = makeText(value)
    markGrown(made, { hidden: 'reveal', onHidden: () => {} })
    return made
  }

  it('goes on from what was drawn last, not from what never was', () => {
    const before = Object.assign(drawn('a'), { safe: [] })
    expect(makeText('abc', makeText('ab', before)).previous).toBe(before)
  })

  it('takes no character for plain that may be hidden', () => {
    const hidden: number[] = []
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const character = String.fromCodePoint(code)
      const isSeen = revealHidden(character).every((segment) => 'text' in segment)
      if (!isSeen && drawn(character).isPlain) hidden.push(code)
    }
    expect(hidden).toEqual([])
  })
})

describe('a tree beyond the limits', () => {
  const nested = (depth: number): Nodes => {
    let node: Nodes = { type: 'text', value: 'a' }
    for (let level = 0; level < depth; level += 1) node = { type: 'emphasis', children: [node] }
    return node
  }

  it.each([130, 1_000, 50_000])('of %i levels keeps its words', (depth) => {
    const inner = nested(depth)
    const { blocks, findings } = makeOnce({
      type: 'root',
      children: [{ type: 'paragraph', children: inner.type === 'emphasis' ? [inner] : [] }],
    })
    const written = JSON.stringify(blocks)
    expect([written.split('"em"').length - 1, written.includes('"value":"a"')]).toEqual([128, true])
    expect(findings.map(({ reason }) => reason)).toEqual(['depth'])
  })

  it('ends with the text of the nodes behind', () => {
    const policy = definePolicy({ limits: { nodes: 4 } })
    const paragraph = (value: string): Nodes & { type: 'paragraph' } => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
    })
    const children = ['a', 'b', 'c', 'd'].map(paragraph)
    const { blocks } = makeOnce({ type: 'root', children }, { policy })
    expect(blocks.map(({ tree }) => tree.children)).toEqual([
      [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'a' }] }],
      [
        { type: 'text', value: '\n' },
        {
          type: 'element',
          tagName: 'p',
          properties: {},
          children: [{ type: 'text', value: 'b' }],
        },
        { type: 'text', value: '\nc\nd' },
      ],
    ])
  })
})
