import type { Element, ElementContent, Root } from 'hast'
import type { UrlTransform } from 'react-markdown'

/** A rehype plugin that runs an app's own `urlTransform` before the policy, which then judges its result. */
export function transformUrls(transform: UrlTransform): (tree: Root) => void {
  return (tree) => {
    for (const child of tree.children) if (child.type !== 'doctype') visit(child, transform)
  }
}

function visit(node: ElementContent, transform: UrlTransform): void {
  if (node.type !== 'element') return
  for (const name of ['href', 'src'] as const) setUrl(node, name, transform)
  for (const child of node.children) visit(child, transform)
}

function setUrl(element: Element, name: 'href' | 'src', transform: UrlTransform): void {
  const unsafeUrl = element.properties[name]
  if (typeof unsafeUrl !== 'string') return
  element.properties[name] = transform(unsafeUrl, name, element) ?? ''
}
