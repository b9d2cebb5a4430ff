import type { Nodes, Root } from 'mdast'

/** Gives the nodes of `next` that equal those of `before` at the same place as the same objects. */
export function share(before: Root | undefined, next: Root): Root {
  const shared = before === undefined ? withoutPositions(next) : shareNode(before, next)
  return shared.type === 'root' ? shared : { type: 'root', children: [] }
}

function shareNode(before: Nodes | undefined, next: Nodes): Nodes {
  if (before === undefined || before.type !== next.type) return withoutPositions(next)
  const beforeChildren = childrenOf(before)
  const children = childrenOf(next).map((child, index) => shareNode(beforeChildren[index], child))
  const isSame =
    children.length === beforeChildren.length &&
    children.every((child, index) => child === beforeChildren[index]) &&
    shellOf(before) === shellOf(next)
  return isSame ? before : withChildren(next, children)
}

function withoutPositions(node: Nodes): Nodes {
  return withChildren(node, childrenOf(node).map(withoutPositions))
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : []
}

function shellOf(node: Nodes): string {
  return JSON.stringify({ ...node, children: undefined, position: undefined })
}

function withChildren(node: Nodes, children: readonly Nodes[]): Nodes {
  const { position: _, ...rest } = node
  return 'children' in rest ? Object.assign(rest, { children }) : rest
}
