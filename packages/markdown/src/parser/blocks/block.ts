import type { AlignType, RootContent } from 'mdast'

/** A block while it is read; mdast is built from it. */
export type Block = ContainerBlock | LeafBlock

interface AnyBlock {
  parent: ContainerBlock | undefined
  /** The node built last; replaced, never changed. */
  node: RootContent | undefined
  /** What the block holds differs from `node`. */
  isStale: boolean
}

/** The document, or a block that holds blocks. */
export type ContainerBlock = Document | Blockquote | List | ListItem | FootnoteDefinition | Table

interface AnyContainer extends AnyBlock {
  readonly children: Block[]
  /** The nodes of the children as they were built last; those from `staleFrom` on may be others now. */
  built: readonly RootContent[]
  staleFrom: number
}

export interface Document extends AnyContainer {
  readonly type: 'root'
}

export interface Blockquote extends AnyContainer {
  readonly type: 'blockquote'
}

export interface List extends AnyContainer {
  readonly type: 'list'
  readonly ordered: boolean
  readonly start: number | null
  /** A bullet, or the character behind the number. */
  readonly marker: string
  spread: boolean
}

export interface ListItem extends AnyContainer {
  readonly type: 'listItem'
  /** Columns that its content is indented by. */
  size: number
  spread: boolean
  /** Where a task may stand: behind the marker, flush on the line below it, or nowhere. */
  readonly task: 'inline' | 'flush' | 'none'
  /** Its first line has nothing behind the marker. */
  startsBlank: boolean
  /** It started blank and a blank line followed: only blank lines belong to it now. */
  endsAtText: boolean
}

export interface FootnoteDefinition extends AnyContainer {
  readonly type: 'footnoteDefinition'
  readonly identifier: string
  readonly label: string
}

export interface Table extends AnyContainer {
  readonly type: 'table'
  readonly align: readonly AlignType[]
}

/** A block that holds text. */
export type LeafBlock = Paragraph | Heading | Code | Html | Definition | ThematicBreak | TableRow

interface AnyLeaf extends AnyBlock {
  /** What stands in the text, without the markers of the blocks around it. */
  text: string
  /** What `node` was built from, so that a leaf that is closed again is not built again. */
  builtFrom: string | undefined
}

export interface Paragraph extends AnyLeaf {
  readonly type: 'paragraph'
  /** Columns before its first line. */
  readonly indent: number
  /** Nothing stands before it in its container, but definitions that were taken from it. */
  readonly isFirst: boolean
  /** Where the last line starts in `text`. */
  lastLine: number
  /** The last line could be the head of a table: it is not indented as code. */
  canHeadTable: boolean
  /** Length from which definitions at its start are looked for again; doubled, to stay linear. */
  retryAt: number
}

export interface Heading extends AnyLeaf {
  readonly type: 'heading'
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
}

export interface Code extends AnyLeaf {
  readonly type: 'code'
  readonly fence: Fence | undefined
  /** The line ending behind indented code and blank lines, part of it only if more of it follows. */
  pendingBlanks: string
}

/** The opening line of fenced code. */
export interface Fence {
  readonly marker: string
  readonly size: number
  /** Columns before the fence; as many are taken from each line. */
  readonly indent: number
  readonly info: string
}

export interface Html extends AnyLeaf {
  readonly type: 'html'
  /** What ends it; `undefined` for a blank line. */
  readonly end: RegExp | undefined
  /** The text ended inside it: its last line ending belongs to it. */
  isCut: boolean
}

export interface Definition extends AnyLeaf {
  readonly type: 'definition'
  readonly identifier: string
  readonly label: string
  readonly url: string
  readonly title: string | null
}

export interface ThematicBreak extends AnyLeaf {
  readonly type: 'thematicBreak'
}

export interface TableRow extends AnyLeaf {
  readonly type: 'tableRow'
}

const fresh = { parent: undefined, node: undefined, isStale: true } as const

/** What every leaf begins with. */
export const freshLeaf = { ...fresh, builtFrom: undefined } as const

/** What every container begins with: nothing is in it. */
export function freshContainer(): AnyContainer {
  return { ...fresh, children: [], built: [], staleFrom: 0 }
}
