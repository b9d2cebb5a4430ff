import type { PhrasingContent } from 'mdast'
import type { LeafBlock } from './blocks/block.js'
import type { HeadLine } from './inline/reading.js'
import { noneSettled, type Settled } from '../settled.js'
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
  const shown: PhrasingContent[] = isGone ? others : [{ type: 'text', value }, ...others]
  if (settled.nodes === 0) return { nodes: shown, settled: isGone ? noneSettled : shorter(settled) }
  return { nodes: shown, settled: isGone ? { ...settled, nodes: settled.nodes - 1 } : settled }
}

function shorter({ nodes, text }: Settled): Settled {
  return { nodes, text: Math.max(0, text - 1) }
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
