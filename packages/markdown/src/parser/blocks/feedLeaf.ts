import type { AlignType } from 'mdast'
import {
  freshContainer,
  freshLeaf,
  type Code,
  type Heading,
  type Html,
  type Paragraph,
  type Table,
  type TableRow,
} from './block.js'
import type { Feeding, Line } from './feedLine.js'
import { append, closeAbove, closeLeaf, innermost, takeDefinitions } from './grow.js'
import { endsHtml, readHtmlStart } from './htmlFlow.js'
import { createLineCursor, indentOf, isBlankLine, restOf, skipColumns } from './lineCursor.js'
import {
  isClosingFence,
  isThematicBreak,
  readAtxHeading,
  readFence,
  readSetextUnderline,
} from './openers.js'
import { touch, touchFrom, type BlockState } from './state.js'
import { trim, withoutEnding } from '../trim.js'
import { cellsOf, readDelimiterRow } from './tableRow.js'

/** Where the line stands among the containers. */
export interface Place {
  /** Not all open containers go on, and none was opened: only a paragraph may take the line. */
  readonly isLazy: boolean
  /** Containers that go on or were opened. */
  readonly matched: number
  /** Containers up to the last one whose marker stands on this line; a blank behind it is theirs. */
  readonly marked: number
  readonly feeding: Feeding
}

/** Takes what the containers left of a line. */
export function feedLeaf(state: BlockState, line: Line, place: Place): void {
  const { cursor } = line
  const { leaf } = state
  if (place.isLazy) leaveFence(state)
  if (!place.isLazy && leaf?.type === 'code' && leaf.fence !== undefined) {
    feedFence(state, leaf, line, place)
  } else if (!place.isLazy && leaf?.type === 'html') feedHtml(state, leaf, line, place)
  else if (isBlankLine(cursor) && !isCodeOfBlanks(state, line, place)) feedBlank(state, line, place)
  else if (leaf?.type === 'paragraph' && feedParagraph(state, leaf, line, place)) return
  else if (leaf?.type === 'code' && !place.isLazy && indentOf(cursor) > 3) {
    feedIndented(leaf, line)
    state.blankFrom = undefined
  } else if (leaf?.type === 'table' && !place.isLazy && !startsBlock(line, false)) {
    append(state, newRow(cursor.text.slice(cursor.next)), leaf)
  } else startLeaf(state, line, place)
}

/** As many blanks as the indent are a line of indented code, as remark reads them. */
function isCodeOfBlanks({ leaf }: BlockState, { cursor }: Line, { isLazy }: Place): boolean {
  return leaf?.type === 'code' && !isLazy && indentOf(cursor) > 3
}

function feedFence(state: BlockState, code: Code, line: Line, place: Place): void {
  const { cursor, ending } = line
  const { fence } = code
  if (fence !== undefined && isClosingFence(cursor, fence)) {
    closeLeaf(state, place.feeding)
    return
  }
  skipColumns(cursor, fence?.indent ?? 0)
  code.text += restOf(cursor) + ending
  touch(code)
}

/** Of a fence that is left before it is closed remark takes away the last line, if it is empty. */
export function leaveFence({ leaf }: BlockState): void {
  if (leaf?.type === 'code' && leaf.fence !== undefined) leaf.text = withoutEnding(leaf.text)
}

function feedHtml(state: BlockState, html: Html, line: Line, place: Place): void {
  const text = restOf(line.cursor)
  if (html.end === undefined && isBlankLine(line.cursor)) {
    feedBlank(state, line, place)
    return
  }
  html.text += text + line.ending
  touch(html)
  if (endsHtml(text, html.end)) closeLeaf(state, place.feeding)
}

function feedBlank(state: BlockState, line: Line, place: Place): void {
  const { leaf } = state
  if (leaf?.type === 'code' && !place.isLazy) {
    skipColumns(line.cursor, 4)
    leaf.pendingBlanks += restOf(line.cursor) + line.ending
  } else closeLeaf(state, place.feeding)
  closeAbove(state, place.matched, place.feeding)
  state.blankFrom = place.marked
}

function feedIndented(code: Code, { cursor, ending }: Line): void {
  skipColumns(cursor, 4)
  code.text += code.pendingBlanks + restOf(cursor)
  code.pendingBlanks = ending
  touch(code)
}

/** Adds the line to an open paragraph, or makes a heading or a table of it. */
function feedParagraph(state: BlockState, paragraph: Paragraph, line: Line, place: Place): boolean {
  const { cursor, ending } = line
  const isIndented = indentOf(cursor) > 3
  if (!isIndented) {
    if (!place.isLazy && startTable(state, paragraph, line, place)) return true
    if (!place.isLazy && underline(state, paragraph, line, place)) return true
    if (state.leaf !== paragraph || startsBlock(line, true)) return false
  }
  paragraph.lastLine = paragraph.text.length
  paragraph.canHeadTable = !isIndented
  paragraph.text += restOf(cursor) + ending
  touch(paragraph)
  if (paragraph.text.length >= paragraph.retryAt) {
    takeDefinitions(paragraph, place.feeding, false)
    paragraph.retryAt = paragraph.text.length * 2
  }
  return true
}

function underline(
  state: BlockState,
  paragraph: Paragraph,
  line: Line,
  { feeding }: Place,
): boolean {
  const depth = readSetextUnderline(line.cursor)
  if (depth === 0) return false
  takeDefinitions(paragraph, feeding, true)
  if (paragraph.text === '') {
    state.leaf = undefined
    return false
  }
  const { parent, text } = paragraph
  if (parent === undefined) return false
  const heading: Heading = { ...freshLeaf, type: 'heading', depth, text, parent }
  parent.children[parent.children.length - 1] = heading
  touchFrom(parent, parent.children.length - 1)
  state.leaf = undefined
  return true
}

/** A delimiter row turns the paragraph's last line into the head of a table. */
function startTable(
  state: BlockState,
  paragraph: Paragraph,
  { cursor, ending }: Line,
  { feeding }: Place,
): boolean {
  const align = readDelimiterRow(cursor.text.slice(cursor.next))
  // The paragraph is looked at only then: reading a text that was added to copies all of it.
  const head = align === undefined ? undefined : headOf(paragraph)
  if (align === undefined || head === undefined || cellsOf(head).length !== align.length) {
    return false
  }
  // A tag cannot end a paragraph, but a table can, and where it does remark looks for a tag first.
  if (readHtmlStart(createLineCursor(head), false) === undefined) {
    openTable(state, paragraph, { head, align, feeding })
  } else {
    const text = paragraph.text.slice(paragraph.lastLine) + restOf(cursor) + ending
    takeLastLine(state, paragraph, feeding)
    open(state, { ...freshLeaf, type: 'html', isCut: false, end: undefined, text })
  }
  return true
}

/**
 * Shows a last line that begins with a pipe, or a first line with one between blanks, as the head of
 * a table whose delimiter row is to come.
 */
export function foreseeTable(state: BlockState, paragraph: Paragraph, feeding: Feeding): void {
  const head = headOf(paragraph)
  if (head === undefined) return
  const isHead = /^[ \t]*\|/.test(head) || (paragraph.lastLine === 0 && barePipe.test(head))
  if (!isHead) return
  const align = cellsOf(head).map(() => null)
  openTable(state, paragraph, { head, align, feeding })
}

/** Not in code. */
const barePipe = /^[^`|]*[ \t]\|(?:[ \t]|$)/

/** The last line, if it can be the head of a table: anything but one pipe alone. */
function headOf({ text, lastLine, canHeadTable }: Paragraph): string | undefined {
  const head = withoutEnding(text.slice(lastLine))
  return canHeadTable && trim(head) !== '|' ? head : undefined
}

interface NewTable {
  readonly head: string
  readonly align: readonly AlignType[]
  readonly feeding: Feeding
}

function openTable(
  state: BlockState,
  paragraph: Paragraph,
  { head, align, feeding }: NewTable,
): void {
  const { parent } = paragraph
  if (parent === undefined) return
  takeLastLine(state, paragraph, feeding)
  const table: Table = { ...freshContainer(), type: 'table', align }
  append(state, table, parent)
  append(state, newRow(head), table)
  state.leaf = table
}

function takeLastLine(state: BlockState, paragraph: Paragraph, feeding: Feeding): void {
  const { parent, lastLine } = paragraph
  if (lastLine === 0) parent?.children.pop()
  else {
    paragraph.text = paragraph.text.slice(0, lastLine)
    closeLeaf(state, feeding)
  }
}

/** Whether a block other than a paragraph starts here. */
function startsBlock({ cursor }: Line, isInParagraph: boolean): boolean {
  if (indentOf(cursor) > 3) return true
  return (
    readAtxHeading(cursor) !== undefined ||
    isThematicBreak(cursor) ||
    readFence(cursor) !== undefined ||
    readHtmlStart(cursor, isInParagraph) !== undefined
  )
}

function startLeaf(state: BlockState, line: Line, place: Place): void {
  const { cursor, ending } = line
  // Behind a row remark looks for a row only, which cannot be lazy.
  const canHeadTable = state.leaf?.type !== 'table' || !place.isLazy
  closeLeaf(state, place.feeding)
  closeAbove(state, place.matched, place.feeding)
  if (indentOf(cursor) > 3) {
    skipColumns(cursor, 4)
    open(state, {
      ...freshLeaf,
      type: 'code',
      fence: undefined,
      pendingBlanks: ending,
      text: restOf(cursor),
    })
    // remark ends it there: the line was the last of what went on to it.
    if (place.isLazy) closeLeaf(state, place.feeding)
    return
  }
  const heading = readAtxHeading(cursor)
  if (heading !== undefined) {
    append(state, { ...freshLeaf, type: 'heading', ...heading })
    return
  }
  if (isThematicBreak(cursor)) {
    append(state, { ...freshLeaf, type: 'thematicBreak', text: '' })
    return
  }
  const fence = readFence(cursor)
  if (fence !== undefined) {
    open(state, { ...freshLeaf, type: 'code', fence, pendingBlanks: '', text: '' })
    return
  }
  const html = readHtmlStart(cursor, false)
  if (html !== undefined) {
    const text = restOf(cursor)
    open(state, { ...freshLeaf, type: 'html', isCut: false, end: html.end, text: text + ending })
    if (endsHtml(text, html.end)) closeLeaf(state, place.feeding)
    return
  }
  const text = cursor.text.slice(cursor.next) + ending
  const indent = indentOf(cursor)
  open(state, {
    indent,
    isFirst: innermost(state).children.length === 0,
    ...freshLeaf,
    type: 'paragraph',
    text,
    lastLine: 0,
    canHeadTable,
    retryAt: 0,
  })
}

function open(state: BlockState, block: Paragraph | Code | Html): void {
  append(state, block)
  state.leaf = block
}

function newRow(text: string): TableRow {
  return { ...freshLeaf, type: 'tableRow', text }
}
