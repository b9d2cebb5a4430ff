import { decodeString } from '../decodeString.js'
import { normalizeLabel } from '../linkParts.js'
import {
  freshContainer,
  freshLeaf,
  type Block,
  type ContainerBlock,
  type LeafBlock,
  type List,
  type ListItem,
  type Paragraph,
} from './block.js'
import type { ListMarker, OpenContainer } from './containers.js'
import { readDefinition } from './definition.js'
import type { Feeding } from './feedLine.js'
import { touch, touchFrom, type BlockState } from './state.js'

/** The block that takes what comes next. */
export function innermost(state: BlockState): ContainerBlock {
  return state.stack.at(-1) ?? state.document
}

/** Adds a block behind the others of its parent. */
export function append(state: BlockState, block: Block, parent = innermost(state)): void {
  spreadItem(state, parent)
  state.blankFrom = undefined
  block.parent = parent
  parent.children.push(block)
  state.born?.add(block)
  touchFrom(parent, parent.children.length - 1)
}

/** A blank line between two of an item's blocks makes it loose; a footnote in it counts as part. */
function spreadItem({ stack, blankFrom }: BlockState, parent: ContainerBlock): void {
  if (blankFrom === undefined) return
  let container: ContainerBlock | undefined = parent
  while (container?.type === 'footnoteDefinition' && container.children.length > 0) {
    container = container.parent
  }
  if (container?.type !== 'listItem' || container.children.length === 0) return
  if (stack.indexOf(container) >= blankFrom) container.spread = true
}

/** Opens a quote in the innermost container. */
export function openQuote(state: BlockState): void {
  push(state, { ...freshContainer(), type: 'blockquote' })
}

/** Opens a footnote in the innermost container. */
export function openFootnote(state: BlockState, unsafeLabel: string, feeding: Feeding): void {
  const identifier = normalizeLabel(unsafeLabel)
  feeding.onFootnote(identifier)
  const label = decodeString(unsafeLabel)
  push(state, { ...freshContainer(), type: 'footnoteDefinition', identifier, label })
}

/** Opens an item: the next of a list, or the first of a new one in the innermost container. */
export function openItem(state: BlockState, marker: ListMarker, sibling?: List): void {
  let list = sibling
  if (list === undefined) {
    const { ordered, start } = marker
    list = {
      ...freshContainer(),
      type: 'list',
      ordered,
      start,
      marker: marker.marker,
      spread: false,
    }
    append(state, list)
  } else if (state.blankFrom !== undefined && state.stack.length >= state.blankFrom) {
    list.spread = true
  }
  state.blankFrom = undefined
  const { size, startsBlank, task } = marker
  const item: ListItem = {
    ...freshContainer(),
    type: 'listItem',
    size,
    spread: false,
    startsBlank,
    task,
    endsAtText: false,
  }
  append(state, item, list)
  state.stack.push(item)
}

function push(state: BlockState, container: OpenContainer): void {
  append(state, container)
  state.stack.push(container)
}

/** Closes the containers behind the first `count`. */
export function closeAbove(state: BlockState, count: number, feeding: Feeding): void {
  if (state.stack.length <= count) return
  closeLeaf(state, feeding)
  state.stack.length = count
}

/** Ends the open leaf; a paragraph gives its definitions away. */
export function closeLeaf(state: BlockState, feeding: Feeding): void {
  const { leaf } = state
  state.leaf = undefined
  if (leaf === undefined) return
  if (leaf.type === 'paragraph') takeDefinitions(leaf, feeding, true)
  touch(leaf)
}

/**
 * Moves the definitions at the start of a paragraph before it. While the paragraph is open only
 * those whose title cannot come any more; a paragraph of nothing else goes.
 */
export function takeDefinitions(paragraph: Paragraph, feeding: Feeding, isClosed: boolean): void {
  const { parent } = paragraph
  if (parent === undefined) return
  while (/^[ \t]*\[/.test(paragraph.text)) {
    const read = readDefinition(paragraph.text)
    if (read === undefined) return
    const rest = paragraph.text.slice(read.end)
    if (!isClosed && !/^[ \t]*[^ \t"'(]/.test(rest)) return
    const { end, ...definition } = read
    const block: LeafBlock = { ...freshLeaf, ...definition, type: 'definition', text: '', parent }
    parent.children.splice(-1, 1, block, ...(rest === '' ? [] : [paragraph]))
    touchFrom(parent, parent.children.indexOf(block, -2))
    paragraph.text = rest
    paragraph.lastLine -= end
    paragraph.retryAt = 0
    feeding.onDefinition(read.identifier)
    if (rest === '') return
  }
}
