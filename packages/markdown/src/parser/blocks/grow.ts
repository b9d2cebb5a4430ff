import { decodeString } from '../decodeString.js'
import { normalizeLabel } from '../linkParts.js'
import type { Block, ContainerBlock, LeafBlock, List, ListItem, Paragraph } from './block.js'
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

type NewContainer =
  | { readonly type: 'blockquote' }
  | { readonly type: 'listItem'; readonly marker: ListMarker; readonly list: List | undefined }
  | {
      readonly type: 'footnoteDefinition'
      readonly label: string
      readonly onFootnote: (identifier: string) => void
    }

const fresh = { parent: undefined, node: undefined, isStale: true } as const

/** Nothing is in a container that begins. */
export function noChildren(): { children: Block[]; built: readonly []; staleFrom: number } {
  return { children: [], built: [], staleFrom: 0 }
}

/** Opens a container in the innermost one. */
export function openContainer(state: BlockState, container: NewContainer): void {
  switch (container.type) {
    case 'blockquote':
      push(state, { ...fresh, type: 'blockquote', ...noChildren() })
      return
    case 'listItem': {
      openItem(state, container.marker, container.list)
      return
    }
    case 'footnoteDefinition': {
      const identifier = normalizeLabel(container.label)
      container.onFootnote(identifier)
      const label = decodeString(container.label)
      push(state, { ...fresh, type: 'footnoteDefinition', identifier, label, ...noChildren() })
    }
  }
}

function openItem(state: BlockState, marker: ListMarker, sibling: List | undefined): void {
  let list = sibling
  if (list === undefined) {
    const { ordered, start } = marker
    list = {
      ...fresh,
      type: 'list',
      ordered,
      start,
      marker: marker.marker,
      spread: false,
      ...noChildren(),
    }
    append(state, list)
  } else if (state.blankFrom !== undefined && state.stack.length >= state.blankFrom) {
    list.spread = true
  }
  state.blankFrom = undefined
  const { size, startsBlank, task } = marker
  const item: ListItem = {
    ...fresh,
    type: 'listItem',
    size,
    spread: false,
    startsBlank,
    task,
    endsAtText: false,
    ...noChildren(),
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
    const block: LeafBlock = {
      ...fresh,
      ...definition,
      type: 'definition',
      text: '',
      builtFrom: undefined,
      parent,
    }
    parent.children.splice(-1, 1, block, ...(rest === '' ? [] : [paragraph]))
    touchFrom(parent, parent.children.indexOf(block, -2))
    paragraph.text = rest
    paragraph.lastLine -= end
    paragraph.retryAt = 0
    feeding.onDefinition(read.identifier)
    if (rest === '') return
  }
}
