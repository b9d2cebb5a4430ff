import type { Element, Root, RootContent } from 'hast'
import { createHeadingIds, slugOf } from './headingId.js'
import { isHeading } from './safeElements.js'

/** What the ids of a drawn tree need to know. */
export interface Naming {
  readonly idPrefix: string
  /** The last heading lost its end to a limit: its words are not what an id would say. */
  readonly isLastCut: boolean
}

/**
 * Copies a drawn tree with an id for each heading. The ids that headings had are gone; the one above the footnotes is
 * told by its place, once.
 */
export function withHeadingIds(tree: Root, { idPrefix, isLastCut }: Naming): Root {
  const ids = createHeadingIds()
  /** The last heading, if it is not the one above the footnotes. */
  let last: Element | undefined
  let hasFootnotesLabel = false

  function copyAll<Node extends RootContent>(
    nodes: readonly Node[],
    inFootnotes: boolean,
  ): (Node | Element)[] {
    return nodes.map((node) => (node.type === 'element' ? copy(node, inFootnotes) : node))
  }

  function copy(element: Element, inFootnotes: boolean): Element {
    const { tagName, properties, children } = element
    const isSection = tagName === 'section' && 'dataFootnotes' in properties
    const copied = { ...element, children: copyAll(children, isSection) }
    if (!isHeading(tagName)) return copied
    if (inFootnotes && !hasFootnotesLabel) {
      hasFootnotesLabel = true
      copied.properties = { id: idPrefix + 'footnote-label', dataFootnotesLabel: '' }
      last = undefined
    } else {
      const id = ids.next(slugOf(children, 'text'))
      copied.properties = id === undefined ? {} : { id: idPrefix + id }
      last = copied
    }
    return copied
  }

  const copied = { ...tree, children: copyAll(tree.children, false) }
  if (isLastCut && last !== undefined) last.properties = {}
  return copied
}
