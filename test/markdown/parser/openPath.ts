import type { Nodes, Root } from 'mdast'
import { isDeepStrictEqual } from 'node:util'

/** Blocks of blocks; what is in any other node is the content of one leaf. */
const containers = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'table',
])

/** Whether a node is a block of blocks. */
export function isContainer({ type }: Nodes): boolean {
  return containers.has(type)
}

/** The blocks that text at the end cannot reach: at each depth all but the last, from the root down. */
export function closedBlocks(root: Root): readonly (readonly Nodes[])[] {
  const levels: (readonly Nodes[])[] = []
  for (let node: Nodes | undefined = root; node !== undefined && isContainer(node);) {
    const children: readonly Nodes[] = 'children' in node ? node.children : []
    levels.push(children.slice(0, closedCount(children)))
    node = children.at(-1)
  }
  return levels
}

/** Whether all that is closed in `open` stands in `whole` as well, and no more than one block is missing. */
export function agreesWhereClosed(open: Root, whole: Root): boolean {
  let [one, other]: [Nodes | undefined, Nodes | undefined] = [open, whole]
  while (one !== undefined && other !== undefined && one.type === other.type) {
    if (!isContainer(one) || !('children' in one && 'children' in other)) return true
    const closed: readonly Nodes[] = one.children.slice(0, closedCount(one.children))
    const counterpart: readonly Nodes[] = other.children
    if (!isDeepStrictEqual(closed, counterpart.slice(0, closed.length))) return false
    if (counterpart.length > one.children.length + 1) return false
    if (counterpart.length !== one.children.length) return true
    one = one.children.at(-1)
    other = counterpart.at(-1)
  }
  return true
}

/**
 * The head of a table that may come is shown as one, and so takes the last line of its paragraph; a tag is HTML
 * as long as nothing stands behind it on its line, and then goes on with what stands above.
 */
function closedCount(children: readonly Nodes[]): number {
  const last = children.at(-1)
  const before = children.at(-2)?.type
  const isHead = last?.type === 'table' && last.children.length === 1 && before === 'paragraph'
  const isTag = last?.type === 'html' && !last.value.includes('\n') && before === 'table'
  return children.length - (isHead || isTag ? 2 : 1)
}

/** The blocks of a tree, to count which of them are new. */
export function blocksOf(root: Root): readonly Nodes[] {
  const blocks: Nodes[] = [root]
  for (const node of blocks) {
    if (!isContainer(node) || !('children' in node)) continue
    for (const child of node.children) blocks.push(child)
  }
  return blocks
}
