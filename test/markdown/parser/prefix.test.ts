import type { Nodes, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { createParser } from '../../../packages/markdown/src/parser/createParser.js'
import { answers } from './answers.js'
import { ownTree, piecesOf } from './compare.js'
import { specExamples } from './grammar.js'
import { agreesWhereClosed, blocksOf, closedBlocks, isContainer } from './openPath.js'

const texts = answers.map(({ markdown }) => markdown)

describe('at every prefix', () => {
  it.each([
    { name: 'an example', documents: specExamples, step: 1 },
    { name: 'an answer', documents: texts, step: 7 },
  ])(
    'the closed blocks of $name are those of the prefix as a whole',
    { timeout: 60_000 },
    (row) => {
      const different = row.documents.flatMap((document) =>
        prefixes(document, row.step)
          .filter(({ prefix, root }) => !agrees(prefix, root))
          .map(({ prefix }) => prefix),
      )
      expect(different).toEqual([])
    },
  )

  it.each([
    { name: 'an example', documents: specExamples, step: 1 },
    { name: 'an answer', documents: texts, step: 1 },
  ])('the closed blocks of $name are the objects they were', { timeout: 60_000 }, (row) => {
    const different = row.documents
      .filter((document) => !/\]:/.test(document))
      .flatMap((document) => {
        const steps = prefixes(document, row.step)
        return steps
          .filter(({ root }, n) => !keeps(steps[n - 1]?.root, root))
          .map(({ prefix }) => prefix)
      })
    expect(different).toEqual([])
  })

  it('no tree that was handed out changes', { timeout: 60_000 }, () => {
    const frozen = new Set<Nodes>()
    const changing = [...specExamples, ...texts].filter((document) => {
      try {
        for (const { root } of prefixes(document, 1)) freeze(root, frozen)
        return false
      } catch {
        return true
      }
    })
    expect(changing).toEqual([])
  })
})

describe('a label that becomes known', () => {
  it.each([
    { name: 'a link definition', markdown: '[r]: /u\n\n', used: '[r]' },
    { name: 'a footnote', markdown: '[^r]: a\n\n', used: '[^r]' },
  ])('of $name makes the leaves new that use it, and no others', ({ markdown, used }) => {
    const parser = createParser()
    parser.write(`- a ${used}\n- b\n\nc\n\n> d\n>\n> ${used} e\n\n`)
    const before = blocksOf(parser.root)
    parser.write(markdown)
    const kept = blocksOf(parser.root).filter((block) => before.includes(block))
    expect(kept.map(({ type }) => type)).toEqual([
      'paragraph',
      'listItem',
      'paragraph',
      'paragraph',
    ])
  })
})

it.each([
  { name: 'items', line: '- item *n*\n' },
  { name: 'quoted items', line: '> - item\n' },
  { name: 'rows', line: '| a | *b* |\n', start: '| a | b |\n|---|---|\n' },
  { name: 'paragraphs', line: 'a *b* c\n\n' },
  { name: 'footnotes', line: '[^a]: b\n\n' },
  { name: 'lines of code', line: 'a\n', start: '```\n' },
])('a step makes as few nodes after 1,000 $name as after 10', ({ line, start = '' }) => {
  const made = (count: number) => {
    const parser = createParser()
    parser.write(start + line.repeat(count))
    const before = new Set(blocksOf(parser.root))
    parser.write(line)
    return blocksOf(parser.root).filter((block) => !before.has(block)).length
  }
  expect(made(1_000)).toBe(made(10))
})

/** The tree at each step, the text before it included. */
function prefixes(document: string, atLeast: number): readonly { prefix: string; root: Root }[] {
  const step = Math.max(atLeast, Math.ceil(document.length / 300))
  const parser = createParser()
  return piecesOf(document, step).map((piece, n) => {
    parser.write(piece)
    return { prefix: document.slice(0, (n + 1) * step), root: parser.root }
  })
}

/** A definition in the open tail does not count yet: then leaves with brackets are compared by their kind only. */
function agrees(prefix: string, root: Root): boolean {
  const whole = ownTree(prefix)
  if (agreesWhereClosed(root, whole)) return true
  return /\]:/.test(prefix) && agreesWhereClosed(withoutBrackets(root), withoutBrackets(whole))
}

function withoutBrackets(root: Root): Root {
  const copy = structuredClone(root)
  for (const block of blocksOf(copy)) {
    if (!('children' in block) || isContainer(block)) continue
    if (/\[|Reference/.test(JSON.stringify(block.children))) block.children = []
  }
  return copy
}

function keeps(before: Root | undefined, after: Root): boolean {
  if (before === undefined) return true
  const now = new Set(blocksOf(after))
  return closedBlocks(before).every((blocks) => blocks.every((block) => now.has(block)))
}

function freeze(root: Root, frozen: Set<Nodes>): void {
  const nodes: Nodes[] = [root]
  for (const node of nodes) {
    if (frozen.has(node)) continue
    frozen.add(Object.freeze(node))
    if (!('children' in node)) continue
    Object.freeze(node.children)
    for (const child of node.children) nodes.push(child)
  }
}
