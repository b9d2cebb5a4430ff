import type { Table } from 'mdast'
import type { Kept } from './kept.js'
import { childOf, makeElement, makeText, type MadeContent, type MadeElement } from './made.js'
import type { MakeAt } from './makeNode.js'
import type { Making } from './making.js'
import { textOf } from './textOf.js'
import { wrap } from './wrap.js'

/**
 * Makes a table: a head of the first row and a body of the others. Short rows are filled up, so that a few characters can
 * stand for thousands of cells: what lies behind the limits is its text, in a paragraph.
 */
export function makeTable(node: Table, at: MakeAt): readonly MadeContent[] {
  const { kept, making } = at
  const [before, restBefore] = kept.made
  const drawn = drawnRows(node, making)
  const rest = kept.children.slice(drawn).map((row) => textOfRow(row))
  const table = drawn === 0 ? [] : [makeRowsOf(node, { ...at, drawn, before })]
  if (rest.length === 0) return table
  const text = makeText(rest.join('\n'), childOf(restBefore, 0))
  const properties = { dataLimit: 'cells' }
  return [...table, makeElement({ tagName: 'p', properties, children: [text] }, restBefore)]
}

/** The rows whose cells are within the limits: of one row, and of all nodes. */
function drawnRows({ align, children }: Table, { limits }: Making): number {
  const columns = align?.length ?? 0
  if (columns > limits.cells) return 0
  return Math.min(children.length, Math.max(1_000, Math.ceil(limits.nodes / (2 * columns + 2))))
}

function textOfRow({ node }: Kept): string {
  return 'children' in node ? node.children.map((cell) => textOf([cell])).join(' ') : ''
}

interface TableAt extends MakeAt {
  /** How many of the rows are drawn. */
  readonly drawn: number
  readonly before: MadeContent | undefined
}

function makeRowsOf({ align }: Table, { kept, making, drawn, before }: TableAt): MadeElement {
  const columns = (align ?? []).map((one) => one ?? '').join(' ')
  const { lineEnding } = making
  const [headRow] = kept.children
  const parts: MadeContent[] = []
  if (headRow !== undefined) {
    const children = wrap(making.make(headRow, `th ${columns}`), lineEnding)
    parts.push(makeElement({ tagName: 'thead', children }, childOf(before, 1)))
  }
  if (drawn > 1) {
    const bodyBefore = childOf(before, 3)
    const rows = { from: 1, to: drawn, place: `td ${columns}`, before: bodyBefore }
    const children = making.makeRows(kept, rows)
    parts.push(makeElement({ tagName: 'tbody', children }, bodyBefore))
    kept.childPlace = rows.place
  }
  return makeElement({ tagName: 'table', children: wrap(parts, lineEnding) }, before)
}

/** Makes a row with as many cells as the table has columns. */
export function makeTableRow({ kept, place, making }: MakeAt): MadeElement {
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
export function makeTableCell({ kept, place, making }: MakeAt): MadeElement {
  const [tagName = 'td', align = ''] = place.split(' ')
  const children = making.makeAll(kept)
  return makeElement({ tagName, properties: alignOf(align), children }, kept.made[0])
}

function alignOf(align: string) {
  return align === '' ? {} : { align }
}
