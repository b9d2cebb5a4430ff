import { isKept, type Kept, type Labels } from './kept.js'

/** Gathers the labels inside one node; undefined if there are none, as in most. */
export function labelsOf(kept: Kept): Labels | undefined {
  const { node, children } = kept
  // Cells behind the last column are not drawn.
  const parts =
    node.type === 'table'
      ? children.flatMap((row) => row.children.slice(0, node.align?.length))
      : children
  const lists = parts.map(({ labels }) => labels).filter((labels) => labels !== undefined)
  const inside = lists.length > 1 ? lists.flat() : lists[0]
  if (!isLabel(kept)) return inside
  const seen = isKept(kept, 'footnoteDefinition') ? inside?.filter(isDefinition) : inside
  return [kept, ...(seen ?? [])]
}

/** Says whether the rest of the document must know of a node. */
export function isLabel({ node: { type } }: Kept): boolean {
  return /^(?:definition|footnoteDefinition|footnoteReference|heading)$/.test(type)
}

/** References and headings in a footnote count where it is drawn. */
function isDefinition({ node: { type } }: Kept): boolean {
  return type.endsWith('efinition')
}
