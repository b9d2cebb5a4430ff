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

interface DrawnGroup<Item> {
  readonly items: readonly Item[]
  readonly start: number
  readonly element: ReactNode
}

/**
 * Draws lists so that a change costs by where it is, not by how long the list is. The first items
 * are drawn as they are, the next in groups, the next in groups of groups; which group an item is in
 * depends on its index alone, so nothing is mounted anew as a list grows. A group none of whose
 * items changed is the same element as before, which React passes over.
 */
export function createGroupDrawing<Item>({ draw, identityOf, isSame }: GroupedItem<Item>) {
  /** For each size, the group drawn last that begins with an item. */
  const drawn = new Map<number, WeakMap<object, DrawnGroup<Item>>>()

  return function drawGroups(items: readonly Item[]): readonly ReactNode[] {
    const nodes = drawEach(items, 0, groupSize)
    let start = groupSize
    for (let size = groupSize; start < items.length; size *= groupSize) {
      const last = Math.min(start + size * groupSize, items.length)
      for (; start < last; start += size) nodes.push(drawGroup(items, start, size))
    }
    return nodes
  }

  function drawEach(items: readonly Item[], start: number, end: number): ReactNode[] {
    return items.slice(start, end).map((item, offset) => draw(item, start + offset))
  }

  function drawGroup(items: readonly Item[], start: number, size: number): ReactNode {
    const end = Math.min(start + size, items.length)
    const identity = identityIn(items, start, end)
    const before = identity === undefined ? undefined : drawn.get(size)?.get(identity)
    if (before !== undefined && holds(before, items, start, end)) return before.element
    const children = size === groupSize ? drawEach(items, start, end) : []
    for (let at = start, inner = size / groupSize; inner > 1 && at < end; at += inner) {
      children.push(drawGroup(items, at, inner))
    }
    const element = <Group key={`${size}-${start}`}>{children}</Group>
    if (identity !== undefined) {
      const ofSize = drawn.get(size) ?? new WeakMap<object, DrawnGroup<Item>>()
      drawn.set(size, ofSize.set(identity, { items: items.slice(start, end), start, element }))
    }
    return element
  }

  function identityIn(items: readonly Item[], start: number, end: number): object | undefined {
    for (let index = start; index < end; index += 1) {
      const item = items[index]
      const identity = item === undefined ? undefined : identityOf(item)
      if (identity !== undefined) return identity
    }
    return undefined
  }

  function holds(
    before: DrawnGroup<Item>,
    items: readonly Item[],
    start: number,
    end: number,
  ): boolean {
    if (before.start !== start || before.items.length !== end - start) return false
    return before.items.every((item, offset) => isSame(item, items[start + offset]))
  }
}

/** A part of a long list; it has no element of its own. */
function Group({ children }: { readonly children: readonly ReactNode[] }): ReactNode {
  return children
}
