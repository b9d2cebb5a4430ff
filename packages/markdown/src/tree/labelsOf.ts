import type { FootnoteReference } from 'mdast'
import { isKept, type Kept, type Labels } from './kept.js'

const none: readonly never[] = Object.freeze([])

/** Gathers the labels inside one node; undefined if there are none, as in most. */
export function labelsOf(kept: Kept): Labels | undefined {
  if (isKept(kept, 'definition'))
    return { definitions: [kept.node], footnotes: none, references: none }
  if (isKept(kept, 'footnoteReference')) {
    return { definitions: none, footnotes: none, references: [kept] }
  }
  const inside = labelsInside(kept)
  if (!isKept(kept, 'footnoteDefinition')) return inside
  const { definitions = none, footnotes = none } = inside ?? {}
  return { definitions, footnotes: [kept, ...footnotes], references: none }
}

/** Gathers the labels of a node's children. */
export function labelsInside(kept: Kept): Labels | undefined {
  const parts = kept.children.flatMap(({ labels }) => labels ?? none)
  const [only] = parts
  if (only === undefined) return undefined
  const columns = isKept(kept, 'table') ? kept.node.align?.length : undefined
  // Cells behind the last column are not drawn.
  const references =
    columns === undefined
      ? parts.flatMap((labels) => labels.references)
      : kept.children.flatMap((row) => drawnReferences(row, columns))
  if (parts.length === 1 && references.length === only.references.length) return only
  return {
    definitions: parts.flatMap((labels) => labels.definitions),
    footnotes: parts.flatMap((labels) => labels.footnotes),
    references,
  }
}

function drawnReferences(row: Kept, columns: number): readonly Kept<FootnoteReference>[] {
  if (row.labels === undefined) return none
  return row.children.slice(0, columns).flatMap((cell) => cell.labels?.references ?? none)
}
