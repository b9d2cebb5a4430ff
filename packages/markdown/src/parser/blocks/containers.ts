import { freshContainer, type Blockquote, type FootnoteDefinition, type ListItem } from './block.js'
import { indentOf, isBlankLine, skipColumns, skipMarker, type LineCursor } from './lineCursor.js'
import { isOnlyBlank, isThematicBreak } from './openers.js'
import { named, readFootnoteLabel } from '../linkParts.js'

/** A container that lines continue. A list is continued through its last item. */
export type OpenContainer = Blockquote | ListItem | FootnoteDefinition

/** Takes what continues the container from the line, or says that the line does not. */
export function continues(container: OpenContainer, cursor: LineCursor): boolean {
  switch (container.type) {
    case 'blockquote':
      return takeQuoteMarker(cursor)
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
function takeQuoteMarker(cursor: LineCursor): boolean {
  if (indentOf(cursor) > 3 || cursor.text.charAt(cursor.next) !== '>') return false
  skipMarker(cursor, 1)
  skipColumns(cursor, 1)
  return true
}

const listMarker = /[-+*]|(\d{1,9})[.)]/y

/**
 * Takes the marker of a container, if one stands here. `interrupts`: it would end a paragraph, which
 * an item only may with content, and a number only if it is 1.
 */
export function readContainer(cursor: LineCursor, interrupts: boolean): OpenContainer | undefined {
  if (takeQuoteMarker(cursor)) return { ...freshContainer(), type: 'blockquote' }
  return readListItem(cursor, interrupts) ?? readFootnote(cursor)
}

/** Takes a list item's marker. */
export function readListItem(cursor: LineCursor, interrupts: boolean): ListItem | undefined {
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
  if (isAlone ? interrupts : !/[ \t]/.test(text.charAt(behind))) return undefined
  skipMarker(cursor, width)
  let padding = 1
  if (!isAlone) {
    const blanks = indentOf(cursor)
    padding = blanks > 4 ? 1 : blanks
    skipColumns(cursor, padding)
  }
  return {
    list: {
      ordered: number !== undefined,
      start: number === undefined ? null : Number(number),
      spread: false,
    },
    marker: found.slice(-1),
    size: indent + width + padding,
    startsBlank: isAlone,
    endsAtText: false,
    ...freshContainer(),
    type: 'listItem',
    fields: { spread: false },
    // With blanks behind the marker none stands on the line below.
    maxTaskIndent: !isAlone ? Infinity : behind >= text.length ? 0 : -1,
  }
}

/** Takes a footnote definition's label and colon. */
function readFootnote(cursor: LineCursor): FootnoteDefinition | undefined {
  const { text, next } = cursor
  if (indentOf(cursor) > 3 || !text.startsWith('[^', next)) return undefined
  const label = readFootnoteLabel(text, next, { visited: 0 })
  if (label === undefined || text.charAt(label.end) !== ':') return undefined
  skipMarker(cursor, label.end + 1 - next)
  skipColumns(cursor, indentOf(cursor))
  return {
    ...freshContainer(),
    type: 'footnoteDefinition',
    fields: named(label.value),
    unsafeLabel: label.value,
  }
}
