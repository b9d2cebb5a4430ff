import type { AlignType } from 'mdast'
import {
  freshContainer,
  freshLeaf,
  type Code,
  type Fence,
  type Heading,
  type Html,
  type Paragraph,
  type Table,
  type TableRow,
  type ThematicBreak,
} from './block.js'
import { append, closeAbove, closeLeaf, innermost, takeDefinitions } from './grow.js'
import { readHtmlStart } from './htmlFlow.js'
import {
  createLineCursor,
  indentOf,
  isBlankLine,
  restOf,
  skipColumns,
  type LineCursor,
} from './lineCursor.js'
import {
  isClosingFence,
  isThematicBreak,
  readAtxHeading,
  readFence,
  readSetextUnderline,
} from './openers.js'
import { touch, type BlockState } from './state.js'
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
}

/** Takes what the containers left of a line. */
export function feedLeaf(state: BlockState, cursor: LineCursor, place: Place): void {
  const { leaf } = state
  if (place.isLazy) leaveFence(state)
  const open = place.isLazy ? undefined : leaf
  if (open?.type === 'code' && open.fence !== undefined) feedFence(state, open, cursor)
  else if (open?.type === 'html' && (open.end !== undefined || !isBlankLine(cursor))) {
    feedHtml(state, open, cursor)
  } else if (open?.type === 'code' && indentOf(cursor) > 3) {
    // Also where nothing stands behind the indent, as remark reads it.
    feedIndented(open, cursor)
    state.blankFrom = Infinity
  } else if (isBlankLine(cursor)) feedBlank(state, cursor, place)
  else if (leaf?.type === 'paragraph' && feedParagraph(state, leaf, cursor, place)) return
  else if (open?.type === 'table' && !startsBlock(cursor, false)) {
    append(state, newRow(cursor.text.slice(cursor.next)), open)
  } else startLeaf(state, cursor, place)
}

function feedFence(state: BlockState, code: Code, cursor: LineCursor): void {
  const { fence } = code
  if (fence !== undefined && isClosingFence(cursor, fence)) {
    closeLeaf(state)
    return
  }
  skipColumns(cursor, fence?.indent ?? 0)
  code.text += restOf(cursor) + cursor.ending
  touch(code)
}

/** Of a fence that is left before it is closed remark takes away the last line, if it is empty. */
export function leaveFence({ leaf }: BlockState): void {
  if (leaf?.type === 'code' && leaf.fence !== undefined) leaf.text = withoutEnding(leaf.text)
}

function feedHtml(state: BlockState, html: Html, cursor: LineCursor): void {
  const text = restOf(cursor)
  html.text += text + cursor.ending
  touch(html)
  if (html.end?.test(text) === true) closeLeaf(state)
}

function feedBlank(state: BlockState, cursor: LineCursor, place: Place): void {
  const { leaf } = state
  if (leaf?.type === 'code' && !place.isLazy) {
    skipColumns(cursor, 4)
    leaf.pendingBlanks += restOf(cursor) + cursor.ending
  } else closeLeaf(state)
  closeAbove(state, place.matched)
  state.blankFrom = place.marked
}

function feedIndented(code: Code, cursor: LineCursor): void {
  skipColumns(cursor, 4)
  code.text += code.pendingBlanks + restOf(cursor)
  code.pendingBlanks = cursor.ending
  touch(code)
}

/** Adds the line to an open paragraph, or makes a heading or a table of it. */
function feedParagraph(
  state: BlockState,
  paragraph: Paragraph,
  cursor: LineCursor,
  { isLazy }: Place,
): boolean {
  const isIndented = indentOf(cursor) > 3
  if (!isIndented) {
    if (!isLazy && startTable(state, paragraph, cursor)) return true
    if (!isLazy && underline(state, paragraph, cursor)) return true
    if (state.leaf !== paragraph || startsBlock(cursor, true)) return false
  }
  paragraph.lastLine = paragraph.text.length
  paragraph.canHeadTable = !isIndented
  paragraph.text += restOf(cursor) + cursor.ending
  touch(paragraph)
  if (paragraph.text.length >= paragraph.retryAt) {
    takeDefinitions(state, paragraph, false)
    paragraph.retryAt = paragraph.text.length * 2
  }
  return true
}

function underline(state: BlockState, paragraph: Paragraph, cursor: LineCursor): boolean {
  const depth = readSetextUnderline(cursor)
  if (depth === 0) return false
  takeDefinitions(state, paragraph, true)
  state.leaf = undefined
  const { text } = paragraph
  if (text === '') return false
  innermost(state).children.pop()
  append(state, { ...freshLeaf, type: 'heading', fields: { depth }, text })
  return true
}

/** A delimiter row turns the paragraph's last line into the head of a table. */
function startTable(state: BlockState, paragraph: Paragraph, cursor: LineCursor): boolean {
  const align = readDelimiterRow(cursor.text.slice(cursor.next))
  // The paragraph is looked at only then: reading a text that was added to copies all of it.
  const head = align === undefined ? undefined : headOf(paragraph)
  if (align === undefined || head === undefined || cellsOf(head).length !== align.length) {
    return false
  }
  // A tag cannot end a paragraph, but a table can, and where it does remark looks for a tag first.
  if (readHtmlStart(createLineCursor(head, ''), false) === undefined) {
    openTable(state, paragraph, { head, align })
  } else {
    const text = paragraph.text.slice(paragraph.lastLine) + restOf(cursor) + cursor.ending
    takeLastLine(state, paragraph)
    open(state, { ...freshLeaf, type: 'html', end: undefined, text })
  }
  return true
}

/**
 * Shows a last line that begins with a pipe, or a first line with one between blanks, as the head of
 * a table whose delimiter row is to come.
 */
export function foreseeTable(state: BlockState, paragraph: Paragraph): void {
  const head = headOf(paragraph)
  if (head === undefined) return
  const isHead = /^[ \t]*\|/.test(head) || (paragraph.lastLine === 0 && barePipe.test(head))
  if (!isHead) return
  const align = cellsOf(head).map(() => null)
  openTable(state, paragraph, { head, align })
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
  readonly align: AlignType[]
}

function openTable(state: BlockState, paragraph: Paragraph, { head, align }: NewTable): void {
  takeLastLine(state, paragraph)
  const table: Table = { ...freshContainer(), type: 'table', fields: { align } }
  append(state, table)
  append(state, newRow(head), table)
  state.leaf = table
}

function takeLastLine(state: BlockState, paragraph: Paragraph): void {
  const { lastLine } = paragraph
  if (lastLine === 0) innermost(state).children.pop()
  else {
    paragraph.text = paragraph.text.slice(0, lastLine)
    closeLeaf(state)
  }
}

/** Whether a block other than a paragraph starts here. */
function startsBlock(cursor: LineCursor, isInParagraph: boolean): boolean {
  return indentOf(cursor) > 3 || readStart(cursor, isInParagraph) !== undefined
}

/** The block other than indented code and paragraphs that starts here. */
function readStart(
  cursor: LineCursor,
  isInParagraph: boolean,
): Heading | ThematicBreak | Code | Html | undefined {
  const heading = readAtxHeading(cursor)
  if (heading !== undefined) return { ...freshLeaf, type: 'heading', ...heading }
  if (isThematicBreak(cursor)) return { ...freshLeaf, type: 'thematicBreak', text: '' }
  const fence = readFence(cursor)
  if (fence !== undefined) return newCode(fence)
  const html = readHtmlStart(cursor, isInParagraph)
  return html && { ...freshLeaf, type: 'html', end: html.end, text: '' }
}

function startLeaf(state: BlockState, cursor: LineCursor, { isLazy, matched }: Place): void {
  // Behind a row remark looks for a row only, which cannot be lazy.
  const canHeadTable = state.leaf?.type !== 'table' || !isLazy
  closeLeaf(state)
  closeAbove(state, matched)
  const indent = indentOf(cursor)
  if (indent > 3) {
    const code = newCode(undefined)
    feedIndented(code, cursor)
    open(state, code)
    // remark ends it there: the line was the last of what went on to it.
    if (isLazy) closeLeaf(state)
    return
  }
  const parent = innermost(state)
  const isFirst = parent.type === 'listItem' && parent.children.length === 0
  const block = readStart(cursor, false) ?? {
    // Named before what is copied: the engine gives an object that begins as a copy no room for more.
    mayBeTask: isFirst && indent <= parent.maxTaskIndent,
    canHeadTable,
    ...freshLeaf,
    type: 'paragraph',
    text: cursor.text.slice(cursor.next) + cursor.ending,
    lastLine: 0,
    retryAt: 0,
  }
  append(state, block)
  if (block.type === 'heading' || block.type === 'thematicBreak') return
  state.leaf = block
  if (block.type === 'html') feedHtml(state, block, cursor)
}

function open(state: BlockState, block: Code | Html): void {
  append(state, block)
  state.leaf = block
}

function newCode(fence: Fence | undefined): Code {
  const fields = fence?.fields ?? { lang: null, meta: null }
  return { fence, pendingBlanks: '', ...freshLeaf, type: 'code', fields, text: '' }
}

function newRow(text: string): TableRow {
  return { ...freshLeaf, type: 'tableRow', text }
}
