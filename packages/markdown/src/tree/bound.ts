import { heightOf, makeElement, makeText, sizeOf, type MadeContent } from './made.js'
import { textOf } from './textOf.js'

/** Nested elements drawn for one nested quote or list (a list and its item), and for inline ones. */
const elementsPerLevel = 3

/** Levels of the tree within a limit of nested quotes and lists. */
export function maxLevels(depth: number): number {
  return Math.min(depth * elementsPerLevel + 32, 400)
}

/** What is left of the limits while a tree is cut. */
export interface Budget {
  readonly maxNodes: number
  readonly maxLevels: number
  /** Nodes counted so far. */
  nodes: number
  /** The limit that was passed first. */
  cut: 'depth' | 'nodes' | undefined
}

/** Cuts nodes down to the limits; what lies beyond is its text. What fits stays the same object. */
export function bound(
  children: readonly MadeContent[],
  level: number,
  budget: Budget,
): MadeContent[] {
  const bounded: MadeContent[] = []
  for (const [index, child] of children.entries()) {
    const isWithin = budget.nodes + sizeOf(child) <= budget.maxNodes
    if (isWithin && level + heightOf(child) <= budget.maxLevels) {
      budget.nodes += sizeOf(child)
      bounded.push(child)
      continue
    }
    budget.nodes += 1
    const isFull = budget.nodes > budget.maxNodes
    if (isFull || level > budget.maxLevels) {
      budget.cut ??= level > budget.maxLevels ? 'depth' : 'nodes'
      const value = textOf(isFull ? children.slice(index) : [child])
      if (value !== '') bounded.push(makeText(value))
      if (isFull) break
    } else if (child.type === 'element') {
      bounded.push(makeElement({ ...child, children: bound(child.children, level + 1, budget) }))
    }
  }
  return bounded
}
