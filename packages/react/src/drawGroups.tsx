import type { ReactNode } from 'react'

/** Children side by side in one group, and groups side by side in a larger one. */
const groupSize = 8

/** How the items of a list are drawn. */
export interface GroupedItem<Item> {
  readonly draw: (item: Item, index: number) => ReactNode
  /** The object an item is known by from one drawing to the next; undefined where it has none. */
  readonly identityOf: (item: Item) => object | undefined
  readonly isSame: (one: Item, other: Item | undefined) => boolean
}

/** Groups by their size and the index they start at. */
type Groups = Map<number, Map<number, ReactNode>>

/** A list as it was drawn last. */
interface DrawnList<Item> {
  items: readonly Item[]
  readonly groups: Groups
}

/** A list that is being drawn. */
interface Drawing<Item> {
  readonly items: readonly Item[]
  readonly before: readonly Item[]
  /** So many items at the start are the same as before. */
  readonly same: number
  readonly groups: Groups
}

/**
 * Draws lists so that a change costs by where it is, not by how long the list is. The first items
 * are drawn as they are, the next in groups, the next in groups of groups; which group an item is in
 * depends on its index alone, so nothing is mounted anew as a list grows. A group none of whose
 * items changed is the same element as before, which React passes over.
 */
export function createGroupDrawing<Item>({ draw, identityOf, isSame }: GroupedItem<Item>) {
  /** By the first item with an identity, which a list that grows at its end keeps. */
  const drawn = new WeakMap<object, DrawnList<Item>>()

  return function drawGroups(items: readonly Item[]): readonly ReactNode[] {
    const nodes = drawEach(items, 0, groupSize)
    if (items.length <= groupSize) return nodes
    const list = listOf(items)
    const { items: before, groups } = list
    const drawing = { items, before, same: sameLength(items, before), groups }
    // What throws on the way leaves groups of both drawings.
    list.items = []
    let start = groupSize
    for (let size = groupSize; start < items.length; size *= groupSize) {
      const last = Math.min(start + size * groupSize, items.length)
      for (; start < last; start += size) nodes.push(drawGroup(drawing, start, size))
    }
    list.items = items
    return nodes
  }

  function drawEach(items: readonly Item[], start: number, end: number): ReactNode[] {
    return items.slice(start, end).map((item, offset) => draw(item, start + offset))
  }

  function drawGroup(drawing: Drawing<Item>, start: number, size: number): ReactNode {
    const { items, groups } = drawing
    const end = Math.min(start + size, items.length)
    const ofSize = groups.get(size) ?? new Map<number, ReactNode>()
    groups.set(size, ofSize)
    const before = ofSize.get(start)
    if (before !== undefined && isUnchanged(drawing, start, size)) return before
    const children = size === groupSize ? drawEach(items, start, end) : []
    for (let at = start, inner = size / groupSize; inner > 1 && at < end; at += inner) {
      children.push(drawGroup(drawing, at, inner))
    }
    const element = <Group key={`${size}-${start}`}>{children}</Group>
    ofSize.set(start, element)
    return element
  }

  function isUnchanged({ items, before, same }: Drawing<Item>, start: number, size: number) {
    const end = Math.min(start + size, items.length)
    if (Math.min(start + size, before.length) !== end) return false
    for (let index = Math.max(start, same); index < end; index += 1) {
      if (!isSameAt(items, before, index)) return false
    }
    return true
  }

  function sameLength(items: readonly Item[], before: readonly Item[]): number {
    const end = Math.min(items.length, before.length)
    let length = 0
    while (length < end && isSameAt(items, before, length)) length += 1
    return length
  }

  function isSameAt(items: readonly Item[], before: readonly Item[], index: number): boolean {
    const item = items[index]
    const other = before[index]
    return item === other || (item !== undefined && isSame(item, other))
  }

  function listOf(items: readonly Item[]): DrawnList<Item> {
    const known = items.find((item) => identityOf(item) !== undefined)
    const identity = known === undefined ? undefined : identityOf(known)
    const list = (identity && drawn.get(identity)) ?? { items: [], groups: new Map() }
    if (identity !== undefined) drawn.set(identity, list)
    return list
  }
}

/** A part of a long list; it has no element of its own. */
function Group({ children }: { readonly children: readonly ReactNode[] }): ReactNode {
  return children
}
