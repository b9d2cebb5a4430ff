import type { OpenContainer } from './containers.js'
import {
  freshContainer,
  type Block,
  type Code,
  type ContainerBlock,
  type Document,
  type Html,
  type Paragraph,
  type Table,
} from './block.js'

/** A block that the next line may go on with. */
export type OpenLeaf = Paragraph | Code | Html | Table

/** What feeding has to ask and tell. */
export interface Feeding {
  /** Containers behind this many are text. */
  readonly maxDepth: number
  readonly onDefinition: (unsafeLabel: string) => void
  readonly onFootnote: (unsafeLabel: string) => void
  /** A container's marker was left as text. */
  readonly onTooDeep: () => void
}

/** What the block phase remembers between two lines. */
export interface BlockState {
  readonly feeding: Feeding
  readonly document: Document
  /** The open containers, outermost first. */
  readonly stack: OpenContainer[]
  leaf: OpenLeaf | undefined
  /**
   * The line before was blank, and no leaf took it: containers from this place of the stack on saw
   * a blank line. `Infinity` when it was not.
   */
  blankFrom: number
  /** Blocks made of a line that is not complete; they go when the state is put back. */
  born: Set<Block> | undefined
}

/** Starts with an empty document. */
export function createBlockState(feeding: Feeding): BlockState {
  const document: Document = { ...freshContainer(), type: 'root' }
  return { feeding, document, stack: [], leaf: undefined, blankFrom: Infinity, born: undefined }
}

/** The last leaf of the document: where more text goes. */
export function lastLeaf(document: Document): Block | undefined {
  let block: Block | undefined = document
  while (block !== undefined && 'children' in block) block = block.children.at(-1)
  return block
}

/** Says that a block, and with it all around it, has to be built anew. */
export function touch(block: Block): void {
  let stale: Block = block
  while (!stale.isStale) {
    stale.isStale = true
    const { parent } = stale
    if (parent === undefined) return
    // Mostly the last one, for which the search from behind is one step.
    const index = parent.children.lastIndexOf(stale)
    if (index >= 0) parent.staleFrom = Math.min(parent.staleFrom, index)
    stale = parent
  }
}

/** Says that the children from this one on are others than before. */
export function touchFrom(container: ContainerBlock, index: number): void {
  container.staleFrom = Math.min(container.staleFrom, index)
  touch(container)
}

/**
 * Remembers the state; the function it returns puts it back. Only what is open can change, so the
 * cost is the depth, not the document.
 */
export function saveState(state: BlockState): () => void {
  const stack = [...state.stack]
  const { leaf, blankFrom } = state
  const open: Block[] = [state.document]
  for (const container of stack) {
    if (container.type === 'listItem' && container.parent) open.push(container.parent)
    open.push(container)
  }
  if (leaf !== undefined) open.push(leaf)
  const restores = open.map(saveBlock)
  return () => {
    for (const restore of restores) restore()
    state.stack.splice(0, state.stack.length, ...stack)
    state.leaf = leaf
    state.blankFrom = blankFrom
    state.born = undefined
  }
}

/** What was built of a block in between stays known: it may be built of the same again. */
function saveBlock(block: Block): () => void {
  const saved = { ...block }
  if (!('children' in block)) {
    return () => {
      const { node, isStale, builtFrom } = block
      Object.assign(block, saved, { node, isStale, builtFrom })
      touch(block)
    }
  }
  const { length } = block.children
  const last = block.children.at(-1)
  return () => {
    const { node, isStale, built, staleFrom, children } = block
    const wasChanged = children.length !== length || children.at(-1) !== last
    children.length = Math.min(children.length, length)
    if (last !== undefined) children[length - 1] = last
    Object.assign(block, saved, { node, isStale, built, staleFrom })
    if (wasChanged) touchFrom(block, Math.max(0, length - 1))
  }
}
