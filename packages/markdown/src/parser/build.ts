import type {
  AlignType,
  BlockContent,
  DefinitionContent,
  ListContent,
  ListItem as ListItemNode,
  PhrasingContent,
  Root,
  RootContent,
  RowContent,
  TableContent,
} from 'mdast'
import type { Block, Code, ContainerBlock, LeafBlock, ListItem, Paragraph } from './blocks/block.js'
import { cellsOf } from './blocks/tableRow.js'
import { decodeString } from './decodeString.js'
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

function buildContainer(block: Exclude<Block, LeafBlock>, children: RootContent[]): RootContent {
  switch (block.type) {
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        start: block.start,
        spread: block.spread,
        children: children as ListContent[],
      }
    case 'listItem':
      return {
        type: 'listItem',
        spread: block.spread,
        checked: checkOf(block),
        children: children as ListItemNode['children'],
      }
    case 'footnoteDefinition':
      return {
        type: 'footnoteDefinition',
        identifier: block.identifier.toLowerCase(),
        label: block.label,
        children: children as BlockContent[],
      }
    case 'table':
      return {
        type: 'table',
        align: block.align as AlignType[],
        children: children as TableContent[],
      }
    case 'blockquote':
    case 'root':
      return { type: 'blockquote', children: children as (BlockContent | DefinitionContent)[] }
  }
}

function buildLeafOnce(leaf: LeafBlock, building: Building): RootContent {
  const isCut = leaf.type === 'html' && leaf.isCut
  const source = `${building.isTail(leaf)} ${isCut} ${leaf.text}`
  if (leaf.node !== undefined && leaf.builtFrom === source) return leaf.node
  leaf.builtFrom = source
  return buildLeaf(leaf, building)
}

function buildLeaf(leaf: LeafBlock, building: Building): RootContent {
  switch (leaf.type) {
    case 'paragraph': {
      const text = trim(leaf.text)
      if (!isTask(leaf)) {
        return { type: 'paragraph', children: building.readInline(text, leaf, whole) }
      }
      const words = text.slice(text.indexOf(']') + 1)
      return { type: 'paragraph', children: building.readInline(words, leaf, behindBox) }
    }
    case 'heading':
      return {
        type: 'heading',
        depth: leaf.depth,
        children: building.readInline(trim(leaf.text), leaf, whole),
      }
    case 'code':
      return buildCode(leaf)
    case 'html':
      return { type: 'html', value: leaf.isCut ? leaf.text : withoutEnding(leaf.text) }
    case 'thematicBreak':
      return { type: 'thematicBreak' }
    case 'definition': {
      const { identifier, label, title, url } = leaf
      return { type: 'definition', identifier: identifier.toLowerCase(), label, title, url }
    }
    case 'tableRow':
      return {
        type: 'tableRow',
        children: cellsOf(leaf.text).map((text, at, { length }) =>
          building.buildCell({ row: leaf, at, text }, at === length - 1),
        ),
      }
  }
}

function buildCode(code: Code): RootContent {
  const value = withoutEnding(code.text)
  if (code.fence === undefined) return { type: 'code', lang: null, meta: null, value }
  const info = code.fence.info.replace(/^[ \t]+/, '')
  const [, lang = '', meta = ''] = /^([^ \t]*)[ \t]*([^]*)$/.exec(info) ?? []
  return {
    type: 'code',
    lang: lang === '' ? null : decodeString(lang),
    meta: meta === '' ? null : decodeString(meta),
    value,
  }
}

/** Whether a task's `[ ]` or `[x]` starts the paragraph, the first of its list item. */
function isTask(paragraph: Paragraph): boolean {
  const { parent, text, indent, isFirst } = paragraph
  if (parent?.type !== 'listItem' || !isFirst) return false
  if (parent.task === 'none' || (parent.task === 'flush' && indent > 0)) return false
  return /^\[(?:\r\n|[ \t\r\nxX])\](?:[\r\n]|[ \t]+[^ \t])/.test(trim(text))
}

function checkOf(item: ListItem): boolean | null {
  const first = item.children.find((child) => child.type !== 'definition')
  if (first?.type !== 'paragraph' || !isTask(first)) return null
  return /x/i.test(trim(first.text).charAt(1))
}

/** Two shallow nodes with the same fields. */
function isAlike(node: RootContent, other: RootContent): boolean {
  return Object.entries(node).every(([name, value]) => value === Reflect.get(other, name))
}
