import type { PhrasingContent } from 'mdast'
import type { LeafBlock } from './blocks/block.js'
import type { HeadLine } from './inline/reading.js'
import type { Settled } from '../settled.js'
import { textNode } from './inline/findLiterals.js'
import { trim } from './trim.js'

/** What was read of a leaf, and how much of it is settled. */
interface SettledNodes {
  readonly nodes: readonly PhrasingContent[]
  readonly settled: Settled
}

/** The blank between a task's box and its words belongs to neither. */
export function withoutFirstBlank({ nodes, settled }: SettledNodes) {
  const [first, ...others] = nodes
  if (first?.type !== 'text') return { nodes: [...nodes], settled }
  const value = first.value.slice(1)
  const isGone = value === ''
  const text = settled.nodes === 0 ? Math.max(0, settled.text - 1) : settled.text
  return {
    nodes: isGone ? others : [textNode(value), ...others],
    settled: { nodes: Math.max(0, settled.nodes - (isGone ? 1 : 0)), text },
  }
}

/** The last line of an open paragraph, in the text that is read of it, if a table may begin there. */
export function headLineOf(leaf: LeafBlock, read: string): HeadLine | undefined {
  if (leaf.type !== 'paragraph' || !leaf.canHeadTable) return undefined
  const { text, lastLine } = leaf
  if (lastLine === 0) return { from: 0, isFirst: true }
  return { from: read.length - trim(text.slice(lastLine)).length, isFirst: false }
}

/** Whether a paragraph may turn out to be a definition with a long title. */
export function beginsAsDefinition({ type, text }: LeafBlock): boolean {
  return type === 'paragraph' && /^[ \t]*\[(?:[^[\]\\]|\\.){0,1000}\]:/.test(text)
}
