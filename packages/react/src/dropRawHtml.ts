import type { Element, Root } from 'hast'

/** A rehype plugin for react-markdown's `skipHtml`: leaves raw HTML out instead of showing it. */
export function dropRawHtml(): (tree: Root) => void {
  return (tree) => drop(tree)
}

function drop(parent: Root | Element): void {
  parent.children = parent.children.filter(
    (child) => child.type !== 'raw',
  ) as typeof parent.children
  for (const child of parent.children) if (child.type === 'element') drop(child)
}
