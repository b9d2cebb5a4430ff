import type {
  Code as CodeNode,
  Definition as DefinitionNode,
  FootnoteDefinition as FootnoteDefinitionNode,
  Heading as HeadingNode,
  List as ListNode,
  ListItem as ListItemNode,
  RootContent,
  Table as TableNode,
} from 'mdast'

/** A block while it is read; mdast is built from it. */
export type Block = ContainerBlock | LeafBlock

interface AnyBlock {
  parent: ContainerBlock | undefined
  /** What the node has besides what the block holds; replaced, never changed. */
  fields: object
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
  fields: Pick<ListNode, 'ordered' | 'start' | 'spread'>
}

export interface ListItem extends AnyContainer {
  readonly type: 'listItem'
  /** What it says of the list that it may be the first of. */
  readonly list: List['fields']
  /** A bullet, or the character behind the number. */
  readonly marker: string
  /** Columns that its content is indented by. */
  size: number
  fields: Pick<ListItemNode, 'spread'>
  /** Columns that may stand before a task: any behind the marker, none on the line below it. */
  readonly maxTaskIndent: number
  /** Its first line has nothing behind the marker. */
  startsBlank: boolean
  /** It started blank and a blank line followed: only blank lines belong to it now. */
  endsAtText: boolean
}

export interface FootnoteDefinition extends AnyContainer {
  readonly type: 'footnoteDefinition'
  readonly fields: Pick<FootnoteDefinitionNode, 'identifier' | 'label'>
  readonly unsafeLabel: string
}

export interface Table extends AnyContainer {
  readonly type: 'table'
  readonly fields: Pick<TableNode, 'align'>
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
  /** It is the first of a list item, and as little indented as a task. */
  readonly mayBeTask: boolean
  /** Where the last line starts in `text`. */
  lastLine: number
  /** The last line could be the head of a table: it is not indented as code. */
  canHeadTable: boolean
  /** Length from which definitions at its start are looked for again; doubled, to stay linear. */
  retryAt: number
}

export interface Heading extends AnyLeaf {
  readonly type: 'heading'
  readonly fields: Pick<HeadingNode, 'depth'>
}

export interface Code extends AnyLeaf {
  readonly type: 'code'
  readonly fields: CodeFields
  readonly fence: Fence | undefined
  /** The line ending behind indented code and blank lines, part of it only if more of it follows. */
  pendingBlanks: string
}

type CodeFields = Pick<CodeNode, 'lang' | 'meta'>

/** The opening line of fenced code. */
export interface Fence {
  readonly marker: string
  readonly size: number
  /** Columns before the fence; as many are taken from each line. */
  readonly indent: number
  /** What its info string says. */
  readonly fields: CodeFields
}

export interface Html extends AnyLeaf {
  readonly type: 'html'
  /** What ends it; `undefined` for a blank line. */
  readonly end: RegExp | undefined
}

export interface Definition extends AnyLeaf {
  readonly type: 'definition'
  readonly fields: Pick<DefinitionNode, 'identifier' | 'label' | 'url' | 'title'>
}

export interface ThematicBreak extends AnyLeaf {
  readonly type: 'thematicBreak'
}

export interface TableRow extends AnyLeaf {
  readonly type: 'tableRow'
}

const fresh = { parent: undefined, fields: {}, node: undefined, isStale: true } as const

/** What every leaf begins with. */
export const freshLeaf = { ...fresh, builtFrom: undefined } as const

/** What every container begins with: nothing is in it. */
export function freshContainer(): AnyContainer {
  return { ...fresh, children: [], built: [], staleFrom: 0 }
}
