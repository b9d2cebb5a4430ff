import type { Element, ElementContent, Root, RootContent } from 'hast'

type Node = Root | RootContent | ElementContent

/** Nested elements drawn for one nested quote or list (a list and its item), and for inline ones. */
const elementsPerLevel = 3

/** A tree within its limits. `cut` tells which limit was passed first. */
export interface BoundedTree {
  readonly tree: Root
  readonly cut: 'depth' | 'nodes' | undefined
}

/**
 * Copies a tree down to the depth and number of nodes allowed; what lies beyond is its text. Every
 * walk behind this one may recurse.
 */
export function boundTree(
  unsafeTree: Root,
  limits: { readonly depth: number; readonly nodes: number },
): BoundedTree {
  const maxDepth = Math.min(limits.depth * elementsPerLevel + 32, 400)
  let cut: BoundedTree['cut']
  let nodes = 0

  function copy(children: readonly unknown[], depth: number): RootContent[] {
    const copied: RootContent[] = []
    for (const child of children) {
      if (!isNode(child)) continue
      nodes += 1
      if (nodes > limits.nodes || depth > maxDepth) {
        cut ??= depth > maxDepth ? 'depth' : 'nodes'
        const value = nodes > limits.nodes ? restOf(children, child) : textOf([child])
        if (value !== '') copied.push({ type: 'text', value })
        if (nodes > limits.nodes) break
      } else if (child.type === 'element') {
        const inside = copy(child.children, depth + 1)
        // A tree from elsewhere may lack them.
        const properties: Element['properties'] = Object(child.properties)
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
