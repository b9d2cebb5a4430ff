import type { Nodes } from 'mdast'
import type { MadeContent } from './made.js'

/** Gathers the text of nodes with an own stack: nothing bounds the depth here. */
export function textOf(nodes: readonly (Nodes | MadeContent)[]): string {
  const parts: string[] = []
  const stack = nodes.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('value' in node) parts.push(node.value)
    if ('children' in node) for (const child of node.children.toReversed()) stack.push(child)
  }
  return parts.join('')
}
