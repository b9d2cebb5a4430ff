import type { Table } from 'mdast'
import type { Kept } from './kept.js'
import { makeElement, type MadeContent, type MadeElement } from './made.js'
import type { MakeAt } from './makeNode.js'
import type { Making } from './making.js'
import { wrap } from './wrap.js'

/** Makes a table: a head of the first row and a body of the others. */
export function makeTable(kept: Kept<Table>, making: Making): MadeElement {
  const columns = (kept.node.align ?? []).map((align) => align ?? '').join(' ')
  const [before] = kept.made
  const { lineEnding } = making
  const [headRow] = kept.children
  const parts: MadeContent[] = []
  if (headRow !== undefined) {
    const children = wrap(making.make(headRow, `th ${columns}`), lineEnding)
    parts.push(makeElement({ tagName: 'thead', children }, childOf(before, 1)))
  }
  if (kept.children.length > 1) {
    const bodyBefore = childOf(before, 3)
    const rows = { from: 1, place: `td ${columns}`, before: bodyBefore }
    const children = making.makeRows(kept, rows)
    parts.push(makeElement({ tagName: 'tbody', children }, bodyBefore))
    kept.childPlace = rows.place
  }
  return makeElement({ tagName: 'table', children: wrap(parts, lineEnding) }, before)
}

/** Makes a row with as many cells as the table has columns. */
export function makeTableRow(kept: Kept, { place, making }: MakeAt): MadeElement {
  const [tagName = 'td', ...columns] = place.split(' ')
  const [before] = kept.made
  const cells = columns.flatMap((align, index) => {
    const cell = kept.children[index]
    if (cell !== undefined) return making.make(cell, `${tagName} ${align}`)
    return [makeElement({ tagName, properties: alignOf(align) }, childOf(before, index * 2 + 1))]
  })
  return makeElement({ tagName: 'tr', children: wrap(cells, making.lineEnding) }, before)
}

/** Makes a cell of the head or the body. */
export function makeTableCell(kept: Kept, { place, making }: MakeAt): MadeElement {
  const [tagName = 'td', align = ''] = place.split(' ')
  const children = making.makeAll(kept)
  return makeElement({ tagName, properties: alignOf(align), children }, kept.made[0])
}

function alignOf(align: string) {
  return align === '' ? {} : { align }
}

function childOf(before: MadeContent | undefined, index: number): MadeContent | undefined {
  return before?.type === 'element' ? before.children[index] : undefined
}
