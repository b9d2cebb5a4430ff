import type { Element, Root, RootContent } from 'hast'
import { createHeadingIds, slugOf, type HeadingIds } from './headingId.js'

/**
 * Copies a bounded tree with an id for each heading. The ids that headings had are gone; the one above the footnotes is
 * told by its place, once.
 */
export function withHeadingIds(tree: Root, html: 'subset' | 'text'): Root {
  const naming: Naming = { ids: createHeadingIds(), html, hasFootnotesLabel: false }
  return { ...tree, children: tree.children.map((child) => copy(child, naming, false)) }
}

interface Naming {
  readonly ids: HeadingIds
  readonly html: 'subset' | 'text'
  hasFootnotesLabel: boolean
}

function copy<Node extends RootContent>(node: Node, naming: Naming, inFootnotes: boolean): Node {
  if (node.type !== 'element') return node
  if (/^h[1-6]$/.test(node.tagName)) {
    if (!inFootnotes || naming.hasFootnotesLabel) return { ...node, properties: idOf(node, naming) }
    naming.hasFootnotesLabel = true
    return { ...node, properties: { id: 'footnote-label', dataFootnotesLabel: true } }
  }
  const isSection = node.tagName === 'section' && 'dataFootnotes' in node.properties
  return { ...node, children: node.children.map((child) => copy(child, naming, isSection)) }
}

function idOf({ properties, children }: Element, { ids, html }: Naming): Element['properties'] {
  // What is left of its words is not what an id would say.
  if (properties['dataCut'] === true) return {}
  const id = ids.next(slugOf(children, html))
  return id === undefined ? {} : { id }
}
