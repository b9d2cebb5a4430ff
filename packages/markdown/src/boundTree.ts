import type { ElementContent, Properties, Root, RootContent } from 'hast'
import { countSuspects, nodesFor } from './countSuspects.js'
import type { Limits } from './policy.js'
import { isHeading } from './safeElements.js'

/** Nested elements drawn for one nested quote or list (a list and its item), and for inline ones. */
const elementsPerLevel = 3

/** Nodes looked at in all. No tree of a text has as many; one with shared nodes or holes has no end. */
const mostRead = 1_000_000

type ReadNode =
  | { readonly type: 'root'; readonly children: readonly unknown[] }
  | {
      readonly type: 'element'
      readonly tagName: string
      readonly properties: Properties
      readonly children: readonly unknown[]
    }
  | { readonly type: 'text' | 'raw'; readonly value: string }

/** Which limit was passed first, in which of the tree's children, and whether the last heading lost its end. */
export interface TreeCut {
  readonly reason: 'depth' | 'nodes' | 'links'
  readonly at: number
  readonly inHeading: boolean
}

/** A tree within its limits. */
export interface BoundedTree {
  readonly tree: Root
  readonly cut: TreeCut | undefined
}

/**
 * Copies a tree down to the depth and number of nodes allowed; what lies beyond is its text. The copy
 * is plain data, read once, and a tree: every walk behind this one may recurse and trusts its types.
 */
export function boundTree(
  unsafeTree: unknown,
  limits: Pick<Limits, 'depth' | 'nodes' | 'links'>,
): BoundedTree {
  const maxDepth = Math.min(limits.depth * elementsPerLevel + 32, 400)
  let cut: Omit<TreeCut, 'inHeading'> | undefined
  let nodes = 0
  let links = 0
  let read = 0
  let inHeading = false
  /** The number of the top-level node that is copied. */
  let top = 0
  /** The elements around the one being copied; a node inside itself is left out. */
  const around = new Set<unknown>()

  function copy(children: readonly unknown[], depth: number): RootContent[] {
    const copied: RootContent[] = []
    for (const [index, child] of children.entries()) {
      const node = around.has(child) ? undefined : readNode(child)
      if (node === undefined) continue
      if (depth === 0) top = copied.length
      nodes += 1 + nodesFor(countSuspects(textIn(node)))
      if (node.type === 'element' && /^(?:a|img)$/.test(node.tagName)) links += 1
      if (isSpent() || depth > maxDepth) {
        const spent = nodes > limits.nodes ? 'nodes' : 'links'
        cut ??= { reason: depth > maxDepth ? 'depth' : spent, at: top }
        const value = textOf(isSpent() ? children.slice(index) : [child])
        if (value !== '') copied.push({ type: 'text', value })
        if (isSpent()) break
      } else if (node.type === 'element') {
        around.add(child)
        const inside = copy(node.children, depth + 1)
        around.delete(child)
        if (isSpent() && isHeading(node.tagName)) inHeading = true
        const { tagName, properties } = node
        copied.push({ type: node.type, tagName, properties, children: inside as ElementContent[] })
      } else if (node.type === 'root') copied.push(...copy(node.children, depth + 1))
      else copied.push(node)
    }
    return copied
  }

  function isSpent(): boolean {
    return nodes > limits.nodes || links > limits.links
  }

  /** Gathers text with an own stack: nothing bounds the depth here. A node inside itself is read once. */
  function textOf(unsafeNodes: readonly unknown[]): string {
    const stack: unknown[] = unsafeNodes.toReversed()
    const seen = new Set(around)
    const parts: string[] = []
    while (stack.length > 0) {
      const unsafe = stack.pop()
      const node = seen.has(unsafe) ? undefined : readNode(unsafe)
      if (node === undefined) continue
      if ('value' in node) parts.push(node.value)
      else {
        seen.add(unsafe)
        for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at])
      }
    }
    return parts.join('')
  }

  /** Trees from elsewhere may hold what is no node, or cannot be read; it is left out. Each field is read once. */
  function readNode(unsafe: unknown): ReadNode | undefined {
    if (typeof unsafe !== 'object' || unsafe === null) return undefined
    try {
      const { type, tagName, properties, children, value } = unsafe as Record<string, unknown>
      if (type === 'text' || type === 'raw') {
        return typeof value === 'string' ? { type, value } : undefined
      }
      if (!Array.isArray(children)) return undefined
      const copied: readonly unknown[] = Array.prototype.slice.call(children, 0, mostRead - read)
      read += copied.length
      if (type === 'root') return { type, children: copied }
      return type === 'element' && typeof tagName === 'string'
        ? { type, tagName, properties: readProperties(properties), children: copied }
        : undefined
    } catch {
      return undefined
    }
  }

  const root = readNode(unsafeTree)
  const children = root === undefined ? [] : root.type === 'root' ? root.children : [unsafeTree]
  const tree: Root = { type: 'root', children: copy(children, 0) }
  return { tree, cut: cut && { ...cut, inHeading } }
}

/** The text that a node is drawn as, or is drawn in place of an image. */
function textIn(node: ReadNode): string {
  if ('value' in node) return node.value
  return node.type === 'element' && node.tagName === 'img'
    ? String(node.properties['alt'] ?? '')
    : ''
}

/** Keeps what an attribute can hold; anything else could say one thing now and another later. */
function readProperties(unsafe: unknown): Properties {
  const properties: Properties = {}
  try {
    for (const [name, value] of Object.entries(unsafe ?? {})) {
      if (name === '__proto__') continue
      if (isPrimitive(value)) properties[name] = value
      else if (Array.isArray(value)) properties[name] = value.filter(isPrimitive).map(String)
    }
  } catch {
    return {}
  }
  return properties
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
