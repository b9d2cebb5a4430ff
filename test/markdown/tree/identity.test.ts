import { defaultPolicy } from '@glovebox/markdown'
import type { Root, RootContent } from 'hast'
import type { Root as Mdast } from 'mdast'
import { describe, expect, it } from 'vitest'
import { createParser } from '../../../packages/markdown/src/parser/createParser.js'
import {
  createTreeMaker,
  type SafeBlock,
} from '../../../packages/markdown/src/tree/createTreeMaker.js'
import { readWithRemark } from './reference.js'
import { share } from './share.js'

/** Writes a text in steps; gives the blocks after each. */
function streamBlocks(unsafe: string, step: number): (readonly SafeBlock[])[] {
  const parser = createParser()
  const maker = createTreeMaker({ policy: defaultPolicy })
  const states: (readonly SafeBlock[])[] = []
  for (let start = 0; start < unsafe.length; start += step) {
    parser.write(unsafe.slice(start, start + step))
    states.push(maker.make(parser.root, { openTail: true }).blocks)
  }
  return states
}

function nodesIn(node: Root | RootContent): (Root | RootContent)[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesIn)] : [node]
}

/** The most nodes that one step of the stream made anew. */
function mostNew(states: readonly (readonly SafeBlock[])[]): number {
  const known = new Set<Root | RootContent>()
  const counts = states.map((blocks) => {
    const fresh = blocks.flatMap(({ tree }) => nodesIn(tree)).filter((node) => !known.has(node))
    for (const node of fresh) known.add(node)
    return fresh.length
  })
  return Math.max(...counts)
}

describe('a step of 16 characters', () => {
  it.each([
    { name: 'blocks', unsafe: 'One *two* three\n\n# Four\n\n'.repeat(150) },
    { name: 'a list', unsafe: '- one **two** `three`\n'.repeat(300) },
    { name: 'a nested list', unsafe: ('- one\n' + '  - two **three**\n'.repeat(20)).repeat(15) },
    { name: 'a numbered list of tasks', unsafe: '1. [x] one **two**\n\n'.repeat(200) },
    { name: 'a quote', unsafe: '> one *two*\n>\n'.repeat(250) },
    { name: 'a table', unsafe: '|a|b|\n|-|-|\n' + '| one | **two** |\n'.repeat(250) },
    { name: 'a paragraph', unsafe: 'one *two* `three` four '.repeat(300) },
    { name: 'code', unsafe: '```js\n' + 'const one = two\n'.repeat(300) },
    { name: 'footnotes', unsafe: 'a[^1]\n\n[^1]: b\n\n' + 'One *two* three\n\n'.repeat(200) },
    { name: 'a footnote', unsafe: 'a[^1] b[^2]\n\n[^1]: b\n\n[^2]: ' + 'one *two* '.repeat(300) },
    { name: 'blocks with HTML', unsafe: '<div>\n\none *two*\n\n</div>\n\n'.repeat(120) },
    { name: 'an open tag', unsafe: '<details>\n\n' + 'one *two* three\n\n'.repeat(200) },
    { name: 'references', unsafe: '[a]: http://a.test\n\n' + 'one [two][a] three\n\n'.repeat(200) },
  ])('makes few nodes anew in $name, however long', ({ unsafe }) => {
    expect(mostNew(streamBlocks(unsafe, 16))).toBeLessThan(40)
  })
})

describe('a block', () => {
  const maker = () => createTreeMaker({ policy: defaultPolicy })

  it('is the same object until its content changes', () => {
    const states = streamBlocks('One.\n\n- two\n\nthree *four*\n\n> five', 1)
    const objects = new Map<number, Set<SafeBlock>>()
    for (const block of states.flat()) {
      objects.set(block.key, (objects.get(block.key) ?? new Set()).add(block))
    }
    const last = states.at(-1) ?? []
    expect(last.map(({ key, open }) => [key, open])).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [3, true],
    ])
    // One object per visible step of its own text, and one more when it is open no longer.
    expect([...objects.values()].map(({ size }) => size <= 14)).toEqual([true, true, true, true])
  })

  it('changes when a definition for it comes late, and no other does', () => {
    const parser = createParser()
    const tree = maker()
    parser.write('one\n\n[two]\n\nthree\n\nfour\n\n')
    const before = tree.make(parser.root, { openTail: true }).blocks
    parser.write('[two]: http://a.test\n\nfive\n')
    const after = tree.make(parser.root, { openTail: true }).blocks
    expect(after.slice(0, 3).map((block, index) => block === before[index])).toEqual([
      true,
      false,
      true,
    ])
  })

  it('changes when its footnote gets another number', () => {
    const root = (first: string): Mdast =>
      share(undefined, readWithRemark(`${first}\n\na[^a]\n\nb\n\n[^a]: c\n\n[^b]: d`))
    const tree = maker()
    const one = root('x')
    const two = share(one, root('x[^b]'))
    const before = tree.make(one, { openTail: false }).blocks
    const after = tree.make(two, { openTail: false }).blocks
    expect(after.map((block, index) => block === before[index])).toEqual([
      false,
      false,
      true,
      false,
    ])
  })

  it('keeps its tree when only the text behind it begins', () => {
    const parser = createParser()
    const tree = maker()
    parser.write('one\n\n')
    const [before] = tree.make(parser.root, { openTail: true }).blocks
    parser.write('two')
    const [after] = tree.make(parser.root, { openTail: true }).blocks
    expect([before?.open, after?.open, after?.tree === before?.tree]).toEqual([true, false, true])
  })
})
