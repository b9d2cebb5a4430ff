import type { Blockquote, FootnoteDefinition, ListItem } from './block.js'
import { indentOf, isBlankLine, skipColumns, skipMarker, type LineCursor } from './lineCursor.js'
import { isBlank, isOnlyBlank, isThematicBreak } from './openers.js'
import { readFootnoteLabel } from '../linkParts.js'

/** A container that lines continue. A list is continued through its last item. */
export type OpenContainer = Blockquote | ListItem | FootnoteDefinition

/** What a list item's marker says. */
export interface ListMarker {
  readonly ordered: boolean
  readonly start: number | null
  readonly marker: string
  readonly size: number
  readonly startsBlank: boolean
  readonly task: ListItem['task']
}

/** Takes what continues the container from the line, or says that the line does not. */
export function continues(container: OpenContainer, cursor: LineCursor): boolean {
  switch (container.type) {
    case 'blockquote':
      return readQuoteMarker(cursor)
    case 'listItem':
      return continuesItem(container, cursor)
    case 'footnoteDefinition':
      if (isBlankLine(cursor)) return true
      // remark counts the columns of the footnote around it for this one, where none are left.
      if (indentOf(cursor) === 0) return container.parent?.type === 'footnoteDefinition'
      if (indentOf(cursor) < 4) return false
      skipColumns(cursor, 4)
      return true
  }
}

function continuesItem(item: ListItem, cursor: LineCursor): boolean {
  if (isBlankLine(cursor)) {
    item.endsAtText ||= item.startsBlank
    skipColumns(cursor, item.size)
    return true
  }
  const { endsAtText } = item
  item.endsAtText = false
  item.startsBlank = false
  if (endsAtText || indentOf(cursor) < item.size) return false
  skipColumns(cursor, item.size)
  return true
}

/** Takes `>` and one column behind it. */
export function readQuoteMarker(cursor: LineCursor): boolean {
  if (indentOf(cursor) > 3 || cursor.text.charAt(cursor.next) !== '>') return false
  skipMarker(cursor, 1)
  skipColumns(cursor, 1)
  return true
}

const listMarker = /[-+*]|(\d{1,9})[.)]/y

/**
 * Takes a list item's marker. `interrupts`: it would end a paragraph, which only an item with
 * content may, and a number only if it is 1.
 */
export function readListMarker(cursor: LineCursor, interrupts: boolean): ListMarker | undefined {
  const indent = indentOf(cursor)
  const { text, next } = cursor
  if (indent > 3) return undefined
  listMarker.lastIndex = next
  const [found, number] = listMarker.exec(text) ?? []
  if (found === undefined) return undefined
  if (number === undefined ? isThematicBreak(cursor) : interrupts && number !== '1') {
    return undefined
  }
  const width = found.length
  const behind = next + width
  const isAlone = isOnlyBlank(text, behind)
  if (isAlone ? interrupts : !isBlank(text, behind)) return undefined
  skipMarker(cursor, width)
  let padding = 1
  if (!isAlone) {
    const blanks = indentOf(cursor)
    padding = blanks > 4 ? 1 : blanks
    skipColumns(cursor, padding)
  }
  return {
    ordered: number !== undefined,
    start: number === undefined ? null : Number(number),
    marker: found.slice(-1),
    size: indent + width + padding,
    startsBlank: isAlone,
    task: !isAlone ? 'inline' : behind >= text.length ? 'flush' : 'none',
  }
}

/** Takes a footnote definition's label and colon. */
export function readFootnoteMarker(cursor: LineCursor): string | undefined {
  const { text, next } = cursor
  if (indentOf(cursor) > 3 || !text.startsWith('[^', next)) return undefined
  const label = readFootnoteLabel(text, next, { visited: 0 })
  if (label === undefined || text.charAt(label.end) !== ':') return undefined
  skipMarker(cursor, label.end + 1 - next)
  skipColumns(cursor, indentOf(cursor))
  return label.value
}
