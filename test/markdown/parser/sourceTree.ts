import type { Nodes, Parents, Root } from 'mdast'

/** Every node of a tree, the tree first. */
export function nodesOf(tree: Root): readonly Nodes[] {
  const nodes: Nodes[] = [tree]
  for (const node of nodes) nodes.push(...childrenOf(node))
  return nodes
}

export function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : []
}

/** A block without blocks, the one before it in the text, and the blocks around it, outermost first. */
export interface Leaf {
  readonly node: Nodes
  readonly before: Leaf | undefined
  readonly around: readonly Parents[]
}

const containers = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'])

/** The blocks without blocks, in the order of the text. */
export function leavesOf(tree: Root): readonly Leaf[] {
  const leaves: Leaf[] = []
  const visit = (node: Nodes, around: readonly Parents[]) => {
    if (!containers.has(node.type) || !('children' in node) || node.children.length === 0) {
      leaves.push({ node, before: leaves.at(-1), around })
      return
    }
    for (const child of node.children) visit(child, [...around, node])
  }
  visit(tree, [])
  return leaves
}

export function firstLine({ position }: Nodes): number {
  return position?.start.line ?? 0
}

/** Where it ends; remark's ends of lists and footnotes are not where they are, so the last leaf tells. */
export function lastLine(node: Nodes): number {
  if (!containers.has(node.type) || node.type === 'blockquote') return node.position?.end.line ?? 0
  const last = childrenOf(node).at(-1)
  return last === undefined ? firstLine(node) : lastLine(last)
}

export function offsetOf({ position }: Nodes): number {
  return position?.start.offset ?? 0
}

export function sourceOf(markdown: string, { position }: Nodes): string {
  return markdown.slice(position?.start.offset, position?.end.offset)
}
