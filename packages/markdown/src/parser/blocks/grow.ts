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
import type { OpenContainer } from './containers.js'
import { readDefinition } from './definition.js'
import { touch, touchFrom, type BlockState } from './state.js'

/** The block that takes what comes next. */
export function innermost(state: BlockState): ContainerBlock {
  return state.stack.at(-1) ?? state.document
}

/** Adds a block behind the others of its parent. */
export function append(state: BlockState, block: Block, parent = innermost(state)): void {
  spreadItem(state, parent)
  state.blankFrom = Infinity
  block.parent = parent
  parent.children.push(block)
  state.born?.add(block)
  touchFrom(parent, parent.children.length - 1)
}

/** A blank line between two of an item's blocks makes it loose; a footnote in it counts as part. */
function spreadItem({ stack, blankFrom }: BlockState, parent: ContainerBlock): void {
  let container: ContainerBlock | undefined = parent
  while (container?.type === 'footnoteDefinition' && container.children.length > 0) {
    container = container.parent
  }
  if (container?.type !== 'listItem' || container.children.length === 0) return
  if (stack.indexOf(container) >= blankFrom) container.fields = { spread: true }
}

/** Opens a container in the innermost one: an item as the next of a list, or as the first of a new one. */
export function openContainer(state: BlockState, container: OpenContainer, sibling?: List): void {
  append(
    state,
    container,
    container.type === 'listItem' ? listOf(state, container, sibling) : undefined,
  )
  if (container.type === 'footnoteDefinition') state.feeding.onFootnote(container.unsafeLabel)
  state.stack.push(container)
}

function listOf(state: BlockState, { list }: ListItem, sibling?: List): List {
  if (sibling === undefined) {
    const opened: List = { ...freshContainer(), type: 'list', fields: list }
    append(state, opened)
    return opened
  }
  if (state.stack.length >= state.blankFrom) sibling.fields = { ...sibling.fields, spread: true }
  return sibling
}

/** Closes the containers behind the first `count`. */
export function closeAbove(state: BlockState, count: number): void {
  if (state.stack.length <= count) return
  closeLeaf(state)
  state.stack.length = count
}

/** Ends the open leaf; a paragraph gives its definitions away. */
export function closeLeaf(state: BlockState): void {
  const { leaf } = state
  state.leaf = undefined
  if (leaf === undefined) return
  if (leaf.type === 'paragraph') takeDefinitions(state, leaf, true)
  touch(leaf)
}

/**
 * Moves the definitions at the start of a paragraph before it. While the paragraph is open only
 * those whose title cannot come any more; a paragraph of nothing else goes.
 */
export function takeDefinitions(state: BlockState, paragraph: Paragraph, isClosed: boolean): void {
  const parent = innermost(state)
  while (/^[ \t]*\[/.test(paragraph.text)) {
    const read = readDefinition(paragraph.text)
    if (read === undefined) return
    const { unsafeLabel, fields, end } = read
    const rest = paragraph.text.slice(end)
    if (!isClosed && !/^[ \t]*[^ \t"'(]/.test(rest)) return
    const block: LeafBlock = { ...freshLeaf, type: 'definition', fields, text: '', parent }
    parent.children.splice(-1, 1, block, ...(rest === '' ? [] : [paragraph]))
    touchFrom(parent, parent.children.indexOf(block, -2))
    paragraph.text = rest
    paragraph.lastLine -= end
    paragraph.retryAt = 0
    state.feeding.onDefinition(unsafeLabel)
    if (rest === '') return
  }
}
