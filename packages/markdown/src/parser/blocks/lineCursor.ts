/**
 * A place in one line. Tabs reach to the next multiple of four columns, counted from the line's
 * start; a tab of which a marker took some columns leaves the others as spaces.
 */
export interface LineCursor {
  readonly text: string
  /** `\n`, `\r\n`, `\r`, or nothing at the end of the text. */
  readonly ending: string
  /** Where the next character is read. */
  at: number
  /** Columns before `at`, with those already taken from a tab that stands at `at`. */
  column: number
  /** Some columns of the tab at `at` are taken. */
  isInTab: boolean
  /** Where the first character behind the blanks at `at` is. */
  next: number
  /** Columns before `next`. */
  nextColumn: number
}

/** Starts at the beginning of a line. */
export function createLineCursor(text: string, ending: string): LineCursor {
  const cursor = { text, ending, at: 0, column: 0, isInTab: false, next: 0, nextColumn: 0 }
  findNext(cursor)
  return cursor
}

/** Columns of blanks before the next character. */
export function indentOf(cursor: LineCursor): number {
  return cursor.nextColumn - cursor.column
}

/** Whether nothing but blanks is left. */
export function isBlankLine(cursor: LineCursor): boolean {
  return cursor.next >= cursor.text.length
}

/** Takes up to `columns` of the blanks before the next character. */
export function skipColumns(cursor: LineCursor, columns: number): void {
  const end = Math.min(cursor.column + columns, cursor.nextColumn)
  while (cursor.column < end) {
    if (cursor.text.charCodeAt(cursor.at) !== tab) {
      cursor.at += 1
      cursor.column += 1
      continue
    }
    const stop = cursor.column + 4 - (cursor.column % 4)
    cursor.isInTab = stop > end
    cursor.column = Math.min(stop, end)
    if (!cursor.isInTab) cursor.at += 1
  }
}

/** Takes the blanks and `length` characters behind them. */
export function skipMarker(cursor: LineCursor, length: number): void {
  cursor.at = cursor.next + length
  cursor.column = cursor.nextColumn + length
  cursor.isInTab = false
  findNext(cursor)
}

/** What is left of the line, blanks included. */
export function restOf(cursor: LineCursor): string {
  const { text, at, column, isInTab } = cursor
  return isInTab ? ' '.repeat(4 - (column % 4)) + text.slice(at + 1) : text.slice(at)
}

const tab = 9
const space = 32

function findNext(cursor: LineCursor): void {
  const { text } = cursor
  let next = cursor.at
  let column = cursor.column
  for (; next < text.length; next += 1) {
    const code = text.charCodeAt(next)
    if (code === space) column += 1
    else if (code === tab) column += 4 - (column % 4)
    else break
  }
  cursor.next = next
  cursor.nextColumn = column
}
