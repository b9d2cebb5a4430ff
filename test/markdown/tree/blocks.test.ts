import { defaultPolicy, definePolicy, type Policy } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { createTreeMaker } from '../../../packages/markdown/src/tree/createTreeMaker.js'
import { show } from '../show.js'
import { readWithRemark } from './reference.js'

/** Each block as `key: markup`, with `…` behind one that is open. */
function blocksOf(unsafe: string, openTail: boolean, policy: Policy = defaultPolicy): string[] {
  const { blocks } = createTreeMaker({ policy }).make(readWithRemark(unsafe), { openTail })
  return blocks.map(({ key, tree, open }) => `${key}: ${show(tree)}${open ? '…' : ''}`)
}

describe('a text', () => {
  it.each([
    {
      name: 'is parted into its blocks, each with the line ending before it',
      unsafe: '# a\n\nb\n\n***',
      safe: ['0: <h1 id=glovebox-a>a</h1>', '1: \n<p>b</p>', '2: \n<hr></hr>…'],
    },
    {
      name: 'does not count what is not drawn',
      unsafe: '[x]: y\n\na\n\n[z]: y\n\nb',
      safe: ['0: <p>a</p>', '1: \n<p>b</p>…'],
    },
    {
      name: 'has no open block behind a definition',
      unsafe: 'a\n\n[x]: y',
      safe: ['0: <p>a</p>'],
    },
    {
      name: 'keeps raw HTML with the block behind it',
      unsafe: 'a\n\n<div>\n\nb\n\n</div>',
      safe: ['0: <p>a</p>', '1: <p>\n<div>\n</p><p>b</p>', '3: <p>\n</div></p>…'],
    },
    {
      name: 'keeps what a tag holds in one block',
      unsafe: '<details>\n\na\n\nb\n\n</details>\n\nc',
      safe: ['0: <details>\n<p>a</p>\n<p>b</p>\n</details>\n<p>c</p>…'],
    },
    { name: 'may be empty', unsafe: '', safe: [] },
  ])('$name', ({ unsafe, safe }) => {
    expect(blocksOf(unsafe, true)).toEqual(safe)
  })

  it('ends with its footnotes under a key of their own', () => {
    const { blocks } = createTreeMaker({ policy: defaultPolicy }).make(
      readWithRemark('a[^1]\n\n[^1]: b'),
      { openTail: true },
    )
    expect(blocks.map(({ key, open }) => [key, open])).toEqual([
      [0, false],
      [-1, true],
    ])
  })

  it('names its footnotes and the ways back from them', () => {
    const maker = createTreeMaker({ policy: defaultPolicy, idPrefix: 'm-' })
    const { blocks } = maker.make(readWithRemark('a[^1]\n\n[^1]: b'), { openTail: false })
    const [, section] = blocks.map(({ tree }) => show(tree).replace(/\n/g, ''))
    expect(section).toBe(
      '<section dataFootnotes=><h2 id=m-footnote-label dataFootnotesLabel=>Footnotes</h2>' +
        '<ol><li id=m-fn-1><p>b <a href=#m-fnref-1 dataFootnoteBackref= ariaLabel=Back to reference 1>' +
        '↩</a></p></li></ol></section>',
    )
  })

  it('tells of each finding with the key of its block', () => {
    const unsafe = '[x]: y\n\na\n\n<img a=b>\n\nb\u202e[^1]\n\n[^1]: [c](javascript:d)'
    const { findings } = createTreeMaker({ policy: defaultPolicy }).make(readWithRemark(unsafe), {
      openTail: false,
    })
    expect(findings().map(({ kind, block }) => `${block} ${kind}`)).toEqual([
      '1 html',
      '1 hidden-text',
      '3 link',
    ])
  })
})

describe('a tag without its closing tag', () => {
  it.each([
    { name: 'in a paragraph', unsafe: 'press <kbd>Ct', safe: '<p>press <kbd>Ct</kbd></p>' },
    { name: 'in a list', unsafe: '- a <b>b', safe: '<ul>\n<li>a <b>b</b></li>\n</ul>' },
    {
      name: 'in a quote',
      unsafe: '> a <b>b <i>c',
      safe: '<blockquote>\n<p>a <b>b <i>c</i></b></p>\n</blockquote>',
    },
    {
      name: 'around blocks',
      unsafe: '<details>\n\na\n\nb',
      safe: '<details>\n<p>a</p>\n<p>b</p></details>',
    },
    { name: 'around blocks that it cannot hold', unsafe: '<b>\n\na', safe: '<p><b>\n</p><p>a</p>' },
    { name: 'that is no tag of ours', unsafe: 'a <thinking>b', safe: '<p>a <thinking>b</p>' },
  ])('$name is taken for closed at the end of a text that grows', ({ unsafe, safe }) => {
    expect(blocksOf(unsafe, true)).toEqual([`0: ${safe}…`])
  })

  it.each([
    { name: 'in a finished text', unsafe: 'a <b>b', safe: ['0: <p>a <b>b</p>'], open: false },
    {
      name: 'before the end',
      unsafe: 'a <b>b\n\nc',
      safe: ['0: <p>a <b>b</p>', '1: \n<p>c</p>…'],
      open: true,
    },
  ])('is text $name', ({ unsafe, safe, open }) => {
    expect(blocksOf(unsafe, open)).toEqual(safe)
  })

  it('is text where a policy shows all tags', () => {
    const policy = definePolicy({ html: 'text' })
    expect(blocksOf('a <b>b', true, policy)).toEqual(['0: <p>a <b>b</p>…'])
  })
})
