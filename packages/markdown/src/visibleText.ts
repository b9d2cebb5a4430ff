import type { Element, ElementContent } from 'hast'

/** The words an element shows: alternative text counts, our own marks and hosts do not. */
export function visibleText(element: Element): string {
  const text = element.children.map(textOf).join('')
  if (element.properties['dataBlocked'] !== 'image') return text
  const suffix = `(${String(element.properties['dataHost'] ?? '')})`
  return text.endsWith(suffix) ? text.slice(0, -suffix.length).replace(/ $/, '') : text
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || 'dataMarkedChar' in node.properties) return ''
  return node.tagName === 'img' ? String(node.properties['alt'] ?? '') : visibleText(node)
}
