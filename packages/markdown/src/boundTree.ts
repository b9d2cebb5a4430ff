import type { Element, ElementContent, Root, RootContent } from 'hast'

import type { Limits } from './policy.js'

type Node = Root | RootContent | ElementContent

/** Nested elements drawn for one nested quote or list (a list and its item), and for inline ones. */
const elementsPerLevel = 3

/** A tree within its limits. `cut` tells which limit was passed first, and in which of its children. */
export interface BoundedTree {
  readonly tree: Root
  readonly cut: { readonly reason: 'depth' | 'nodes' | 'links'; readonly at: number } | undefined
}

/**
 * Copies a tree down to the depth and number of nodes allowed; what lies beyond is its text. Every
 * walk behind this one may recurse.
 */
export function boundTree(
  unsafeTree: Root,
  limits: Pick<Limits, 'depth' | 'nodes' | 'links'>,
): BoundedTree {
  const maxDepth = Math.min(limits.depth * elementsPerLevel + 32, 400)
  let cut: BoundedTree['cut']
  let nodes = 0
  let links = 0
  /** How many pieces of text stand for what was cut. */
  let cuts = 0
  /** The number of the top-level node that is copied. */
  let top = -1

  function copy(children: readonly unknown[], depth: number): RootContent[] {
    const copied: RootContent[] = []
    for (const child of children) {
      if (!isNode(child)) continue
      if (depth === 0) top += 1
      nodes += 1
      if (child.type === 'element' && /^(?:a|img)$/.test(child.tagName)) links += 1
      const isSpent = nodes > limits.nodes || links > limits.links
      if (isSpent || depth > maxDepth) {
        cuts += 1
        const spent = nodes > limits.nodes ? 'nodes' : 'links'
        cut ??= { reason: depth > maxDepth ? 'depth' : spent, at: top }
        const value = isSpent ? restOf(children, child) : textOf([child])
        if (value !== '') copied.push({ type: 'text', value })
        if (isSpent) break
      } else if (child.type === 'element') {
        const cutsBefore = cuts
        const inside = copy(child.children, depth + 1)
        // A tree from elsewhere may lack them.
        const given: Element['properties'] = Object(child.properties)
        const properties = cuts > cutsBefore ? { ...given, dataCut: true } : given
        copied.push({ ...child, properties, children: inside as ElementContent[] })
      } else copied.push(child as RootContent)
    }
    return copied
  }

  const tree: Root = { type: 'root', children: copy(unsafeTree.children, 0) }
  return { tree, cut }
}

function restOf(children: readonly unknown[], first: unknown): string {
  return textOf(children.slice(children.indexOf(first)))
}

/** Gathers text with an own stack: nothing bounds the depth here. */
function textOf(nodes: readonly unknown[]): string {
  const stack: unknown[] = [{ type: 'root', children: nodes }]
  const parts: string[] = []
  while (stack.length > 0) {
    const node = stack.pop()
    if (!isNode(node)) continue
    if (node.type === 'text' || node.type === 'raw') parts.push(node.value)
    else if ('children' in node) {
      for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at])
    }
  }
  return parts.join('')
}

/** Trees from elsewhere may hold what is no node; it is left out. */
function isNode(node: unknown): node is Node {
  if (typeof node !== 'object' || node === null || !('type' in node)) return false
  switch (node.type) {
    case 'root':
      return 'children' in node && Array.isArray(node.children)
    case 'element':
      return (
        'children' in node &&
        Array.isArray(node.children) &&
        'tagName' in node &&
        typeof node.tagName === 'string'
      )
    case 'text':
    case 'raw':
      return 'value' in node && typeof node.value === 'string'
    default:
      return false
  }
}
