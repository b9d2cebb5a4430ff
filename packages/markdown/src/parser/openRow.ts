import type { RowContent } from 'mdast'
import type { Block, TableRow } from './blocks/block.js'

/** The cells of the row that is not complete: one that has an end is read once, not with every piece. */
export interface OpenRow {
  readonly cell: (at: CellPlace, read: () => RowContent) => RowContent
  /** Reads them all again: a label has got a meaning. */
  readonly forget: () => void
}

/** A cell, by its row, its number in it and its text. */
export interface CellPlace {
  readonly row: TableRow
  readonly at: number
  readonly text: string
}

/** Starts without cells. A row is known by its table and its number: it is another object with every piece. */
export function createOpenRow(): OpenRow {
  let table: Block | undefined
  let number = 0
  let cells: { readonly text: string; readonly node: RowContent }[] = []

  return {
    cell({ row, at, text }, read) {
      const { parent } = row
      const length = parent?.children.length ?? 0
      if (parent !== table || length !== number) cells = []
      table = parent
      number = length
      const known = cells[at]
      if (known?.text === text) return known.node
      const node = read()
      cells[at] = { text, node }
      return node
    },
    forget() {
      cells = []
    },
  }
}
