import type { PhrasingContent, Root, RootContent, RowContent } from 'mdast'
import type { Block, ContainerBlock, LeafBlock, ListItem } from './blocks/block.js'
import { cellsOf } from './blocks/tableRow.js'
import type { CellPlace } from './openRow.js'
import { withTail } from '../withTail.js'
import { trim, withoutEnding } from './trim.js'

/** How the text of a leaf becomes phrasing content. */
export interface Building {
  readonly readInline: (text: string, leaf: LeafBlock, place: InlinePlace) => PhrasingContent[]
  readonly buildCell: (cell: CellPlace, isLast: boolean) => RowContent
  /** Whether the text ends in this leaf so far. */
  readonly isTail: (leaf: LeafBlock) => boolean
}

/** Where in its leaf a text stands. */
export interface InlinePlace {
  readonly inTable: boolean
  /** Nothing of the leaf follows it. */
  readonly isLast: boolean
  /** It stands behind a task's box, with a blank between that belongs to neither. */
  readonly isTask?: boolean
}

const whole: InlinePlace = { inTable: false, isLast: true }
const behindBox: InlinePlace = { ...whole, isTask: true }

/** Gives the mdast of the document; nodes of what did not change are the same objects as before. */
export function buildRoot(document: ContainerBlock, previous: Root, building: Building): Root {
  const children = buildChildren(document, building)
  document.isStale = false
  return children === previous.children ? previous : { type: 'root', children }
}

/** Builds the children that may have changed; the same list if none has. */
function buildChildren(container: ContainerBlock, building: Building): RootContent[] {
  const { children, built, staleFrom } = container
  const nodes = children.slice(staleFrom).map((block) => buildOnce(block, building))
  const isSame =
    children.length === built.length && nodes.every((node, at) => node === built[staleFrom + at])
  if (!isSame) container.built = withTail(built, staleFrom, nodes)
  container.staleFrom = children.length
  return container.built as RootContent[]
}

function buildOnce(block: Block, building: Building): RootContent {
  if (!block.isStale && block.node !== undefined) return block.node
  const node = buildBlock(block, building)
  block.isStale = false
  block.node = node
  return node
}

function buildBlock(block: Block, building: Building): RootContent {
  if (!('children' in block)) return buildLeafOnce(block, building)
  const made = buildContainer(block, buildChildren(block, building))
  return block.node !== undefined && isAlike(made, block.node) ? block.node : made
}

function buildContainer(block: ContainerBlock, children: RootContent[]): RootContent {
  const { type, fields } = block
  return type === 'listItem'
    ? ({ type, ...fields, checked: checkOf(block), children } as RootContent)
    : ({ type, ...fields, children } as RootContent)
}

function buildLeafOnce(leaf: LeafBlock, building: Building): RootContent {
  const source = `${building.isTail(leaf)} ${leaf.text}`
  if (leaf.node !== undefined && leaf.builtFrom === source) return leaf.node
  leaf.builtFrom = source
  return buildLeaf(leaf, building)
}

function buildLeaf(leaf: LeafBlock, building: Building): RootContent {
  const { type, fields } = leaf
  if (type === 'thematicBreak' || type === 'definition') return { type, ...fields } as RootContent
  return type === 'code' || type === 'html'
    ? ({ type, ...fields, value: withoutEnding(leaf.text) } as RootContent)
    : ({ type, ...fields, children: childrenOf(leaf, building) } as RootContent)
}

function childrenOf(leaf: LeafBlock, building: Building): (PhrasingContent | RowContent)[] {
  if (leaf.type === 'tableRow') {
    return cellsOf(leaf.text).map((text, at, { length }) =>
      building.buildCell({ row: leaf, at, text }, at === length - 1),
    )
  }
  const text = trim(leaf.text)
  return isTask(leaf)
    ? building.readInline(text.slice(text.indexOf(']') + 1), leaf, behindBox)
    : building.readInline(text, leaf, whole)
}

/** Whether a task's `[ ]` or `[x]` starts the leaf, the first paragraph of its list item. */
function isTask(leaf: LeafBlock): boolean {
  if (leaf.type !== 'paragraph' || !leaf.mayBeTask) return false
  return /^\[(?:\r\n|[ \t\r\nxX])\](?:[\r\n]|[ \t]+[^ \t])/.test(trim(leaf.text))
}

function checkOf(item: ListItem): boolean | null {
  const first = item.children.find((child) => child.type !== 'definition')
  return first?.type === 'paragraph' && isTask(first) ? /x/i.test(trim(first.text).charAt(1)) : null
}

/** Two shallow nodes with the same fields. */
function isAlike(node: RootContent, other: RootContent): boolean {
  return Object.entries(node).every(([name, value]) => value === Reflect.get(other, name))
}
