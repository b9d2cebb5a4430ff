import type { AlignType } from 'mdast'
import { trim } from '../trim.js'
import { blanks, skip } from '../skip.js'

/** Cuts a row at its pipes; a first and a last pipe bound the row. Cells are trimmed. */
export function cellsOf(row: string): string[] {
  const cells: string[] = []
  let at = skip(row, 0, blanks)
  if (row.charAt(at) === '|') at += 1
  let start = at
  for (; at < row.length; at += 1) {
    const character = row.charAt(at)
    if (character === '\\' && /[\\|]/.test(row.charAt(at + 1))) at += 1
    else if (character === '|') {
      cells.push(trim(row.slice(start, at)))
      start = at + 1
    }
  }
  const last = trim(row.slice(start))
  if (last !== '' || cells.length === 0) cells.push(last)
  return cells
}

/** The alignment of each column, if the line is a table's delimiter row. */
export function readDelimiterRow(unsafe: string): AlignType[] | undefined {
  const line = trim(unsafe)
  // A line without a colon or a pipe is a setext underline or a paragraph.
  if (!/^[|:-]/.test(line) || !/[|:]/.test(line)) return undefined
  const align: AlignType[] = []
  const cells = line.replace(/^\|/, '').split('|')
  if (cells.length > 1 && cells.at(-1) === '') cells.pop()
  for (const cell of cells) {
    const marks = /^(:?)-+(:?)$/.exec(trim(cell))
    if (marks === null) return undefined
    const [, left, right] = marks
    align.push(left ? (right ? 'center' : 'left') : right ? 'right' : null)
  }
  return align
}
