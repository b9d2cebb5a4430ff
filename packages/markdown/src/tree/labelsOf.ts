import type { FootnoteReference } from 'mdast'
import { isKept, type Kept, type Labels } from './kept.js'

const none: readonly never[] = Object.freeze([])
const empty: Labels = { definitions: none, footnotes: none, references: none, headings: none }

/** Gathers the labels inside one node; undefined if there are none, as in most. */
export function labelsOf(kept: Kept): Labels | undefined {
  if (isKept(kept, 'definition')) return { ...empty, definitions: [kept.node] }
  if (isKept(kept, 'footnoteReference')) return { ...empty, references: [kept] }
  const inside = labelsInside(kept)
  if (isKept(kept, 'heading')) return { ...(inside ?? empty), headings: [kept] }
  if (!isKept(kept, 'footnoteDefinition')) return inside
  const { definitions = none, footnotes = none } = inside ?? {}
  return { ...empty, definitions, footnotes: [kept, ...footnotes] }
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
    headings: parts.flatMap((labels) => labels.headings),
  }
}

function drawnReferences(row: Kept, columns: number): readonly Kept<FootnoteReference>[] {
  if (row.labels === undefined) return none
  return row.children.slice(0, columns).flatMap((cell) => cell.labels?.references ?? none)
}
