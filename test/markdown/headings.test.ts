import {
  createMarkdownStream,
  defaultPolicy,
  sanitizeTree,
  toSafeTree,
  type SafeBlock,
} from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { draw, show } from './show.js'
import { drawWhole, readWithRemark } from './tree/reference.js'

function idsOf(unsafe: string): readonly (string | undefined)[] {
  const ids = [
    ...draw(unsafe).matchAll(/<h[1-6](?: id=glovebox-(.*?))?(?: dataFootnotesLabel=)?>/g),
  ]
  return ids.map(([, id]) => id)
}

function idsIn(blocks: readonly SafeBlock[]): string {
  const shown = blocks.map(({ tree }) => show(tree)).join('')
  return [...shown.matchAll(/<h[1-6] id=glovebox-(.*?)>/g)].map(([, id]) => id).join(' ')
}

describe('the id of a heading', () => {
  it.each([
    { name: 'is its words', unsafe: '# Getting started', ids: ['getting-started'] },
    {
      name: 'has no marks',
      unsafe: '## What’s *new* in `v1.2`? (beta)',
      ids: ['whats-new-in-v12-beta'],
    },
    {
      name: 'keeps letters of every script',
      unsafe: '# Über 東京 und हिन्दी',
      ids: ['über-東京-und-हिन्दी'],
    },
    {
      name: 'keeps low lines and hyphens',
      unsafe: '# snake_case - and-more',
      ids: ['snake_case---and-more'],
    },
    {
      name: 'is counted where it came before',
      unsafe: '# a\n# a\n# a-1\n# a',
      ids: ['a', 'a-1', 'a-1-1', 'a-2'],
    },
    { name: 'is none without letters', unsafe: '# !?\n#', ids: [undefined, undefined] },
    {
      name: 'is of headings in quotes and lists too',
      unsafe: '> # a\n\n- # a\n\n  # b',
      ids: ['a', 'a-1', 'b'],
    },
    { name: 'is of underlined headings too', unsafe: 'a b\n---', ids: ['a-b'] },
    { name: 'holds nothing hidden', unsafe: '# a\u202e\u200bb\u3164', ids: ['ab'] },
    {
      name: 'holds no picture and no footnote',
      unsafe: '# a ![b](c) d[^1]\n\n[^1]: # e',
      ids: ['a--d', 'e'],
    },
    {
      name: 'holds the words of tags that are shown',
      unsafe: '# Array<string> <kbd>x</kbd>',
      ids: ['arraystring-x'],
    },
    {
      name: 'holds no host that we add',
      unsafe: '# [bank.com](https://evil.test)',
      ids: ['bankcom'],
    },
    { name: 'is bounded', unsafe: `# ${'a'.repeat(5_000)}`, ids: ['a'.repeat(100)] },
    {
      name: 'is that of the words once a label is known',
      unsafe: '# [a][r]\n# a\n\n[r]: https://b.test',
      ids: ['a', 'a-1'],
    },
  ])('$name', ({ unsafe, ids }) => {
    expect(idsOf(unsafe).filter((id) => id !== 'footnote-label')).toEqual(ids)
  })

  it('appears once the heading is closed, and is that of the whole text', () => {
    const stream = createMarkdownStream()
    const ids: string[] = []
    for (const piece of ['# On', 'e *tw', 'o*\n', '\n> # A', '\n\nb\n\n- x\n\n  ## C']) {
      stream.write(piece)
      ids.push(idsIn(stream.blocks))
    }
    stream.end()
    expect([...ids, idsIn(stream.blocks)]).toEqual([
      '',
      '',
      '',
      'one-two',
      'one-two a',
      'one-two a c',
    ])
  })

  it('is what a link in the same text leads to', () => {
    const shown = draw('[see](#größe)\n\n# Größe')
    const [, href = ''] = /href=#(\S+?)>/.exec(shown) ?? []
    expect(shown).toContain(`<h1 id=${decodeURIComponent(href)}>`)
  })

  it('comes from no other tree', () => {
    const heading = {
      type: 'element',
      tagName: 'h2',
      properties: { id: 'user-content-x' },
    } as const
    const children = [{ type: 'text', value: 'Words' } as const]
    const tree = sanitizeTree({ type: 'root', children: [{ ...heading, children }] }, defaultPolicy)
    expect(show(tree)).toBe('<h2 id=glovebox-words>Words</h2>')
  })

  it('is the same as in the whole document, however the text is cut', () => {
    const unsafe =
      '# a\n\n> ## a\n\n- # b\n\n  c\n  ===\n- # b[^x]\n\n[a]: b.test\n\n[^x]: # a\n\n# [a] <b>c</b>\n\n# c'
    const whole = show(drawWhole(readWithRemark(unsafe)).tree)
    for (let size = 1; size < 12; size += 1) {
      const stream = createMarkdownStream()
      for (let at = 0; at < unsafe.length; at += size) {
        stream.write(unsafe.slice(at, at + size))
        void stream.blocks
      }
      stream.end()
      expect(stream.blocks.map(({ tree }) => show(tree)).join('')).toBe(whole)
    }
    expect(show(toSafeTree(unsafe))).toBe(whole)
  })

  it('costs a heading that is closed nothing', () => {
    const stream = createMarkdownStream()
    stream.write('# a\n\n'.repeat(50))
    const before = stream.blocks
    stream.write('# a and mo')
    const after = stream.blocks
    expect(before.slice(0, 49).every((block, index) => block === after[index])).toBe(true)
  })
})
