import type { Element } from 'hast'
import type { TextLabels } from './textLabels.js'

/** Gives the heading of the footnotes and their ways back the app's own words; all else as it is. */
export function labelFootnotes(node: Element, labels: TextLabels): Element {
  const { tagName, properties } = node
  if (tagName === 'h2' && 'dataFootnotesLabel' in properties) {
    return { ...node, children: [{ type: 'text', value: labels.footnotes }] }
  }
  if (tagName === 'a' && 'dataFootnoteBackref' in properties) {
    const reference = /\d+/.exec(String(properties['ariaLabel'] ?? ''))?.[0]
    if (reference === undefined) return node
    const ariaLabel = labels.backToReference(Number(reference))
    return { ...node, properties: { ...properties, ariaLabel } }
  }
  return node
}
