import type { Nodes, Root } from 'mdast'
import { createParser } from '../../../packages/markdown/src/parser/createParser.js'
import type { Answer } from './answers.js'
import { ownTree, piecesOf } from './compare.js'

/** What a reader of a growing answer sees that is not in the finished one. */
export interface Reading {
  /** Steps that show syntax, with the end of the text and of what is seen. */
  readonly raw: readonly string[]
  /** Steps that change words which an earlier step showed. */
  readonly rewritten: readonly string[]
}

/** Streams an answer in steps of `size` units and looks at each. */
export function readAlong({ markdown, late = [] }: Answer, size: number): Reading {
  const visible = (root: Root) => withoutLabels(visibleText(root), late)
  const whole = visible(ownTree(markdown))
  const parser = createParser()
  const raw: string[] = []
  const rewritten: string[] = []
  let before = ''
  let written = ''
  for (const piece of piecesOf(markdown, size)) {
    parser.write(piece)
    written += piece
    const now = visible(parser.root)
    const wrong = now.slice(sameLength(now, whole))
    const step = `${JSON.stringify(written.slice(-30))} shows ${JSON.stringify(now.slice(-30))}`
    if (/[^\p{L}\p{N}\s]/u.test(wrong)) raw.push(step)
    if (!now.startsWith(before)) rewritten.push(step)
    before = now
  }
  return { raw, rewritten }
}

/** Blanks aside, which a block's shape decides; an image and HTML are not words. */
function visibleText(root: Root): string {
  const words: string[] = []
  const nodes: Nodes[] = [root]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ('children' in node) nodes.push(...node.children.toReversed())
    else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      words.push(node.value)
    }
  }
  return words.join('').replaceAll(/\s+/g, '')
}

/** A label is text until its definition comes; of it and of one that is half typed nothing is counted. */
function withoutLabels(text: string, late: readonly string[]): string {
  const labels = late.map((label) => label.replaceAll(' ', ''))
  return labels.reduce((rest, label) => {
    const words = /^\[[^^\]]/.test(label) ? label.slice(1, label.indexOf(']')) : ''
    return rest.replaceAll(label, words)
  }, text)
}

function sameLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}
