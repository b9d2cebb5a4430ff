import { isHeading } from '../safeElements.js'
import {
  heightOf,
  isLink,
  linksOf,
  makeElement,
  makeText,
  sizeOf,
  type MadeContent,
  type MadeElement,
} from './made.js'
import { textOf } from './textOf.js'

/** Nested elements drawn for one nested quote or list (a list and its item), and for inline ones. */
const elementsPerLevel = 3

/** Levels of the tree within a limit of nested quotes and lists. */
export function maxLevelsOf(depth: number): number {
  return Math.min(depth * elementsPerLevel + 32, 400)
}

/** What is left of the limits while a tree is cut. */
export interface Budget {
  readonly maxNodes: number
  readonly maxLinks: number
  readonly maxLevels: number
  /** Nodes, and links and images among them, counted so far. */
  nodes: number
  links: number
  /** The limit that was passed first. */
  cut: 'depth' | 'nodes' | 'links' | undefined
}

/** Says whether nothing more fits. */
export function isSpent({ nodes, links, maxNodes, maxLinks }: Budget): boolean {
  return nodes > maxNodes || links > maxLinks
}

/** Cuts nodes down to the limits; what lies beyond is its text. What fits stays the same object. */
export function bound(
  children: readonly MadeContent[],
  level: number,
  budget: Budget,
): MadeContent[] {
  const bounded: MadeContent[] = []
  for (const [index, child] of children.entries()) {
    const isWithin =
      budget.nodes + sizeOf(child) <= budget.maxNodes &&
      budget.links + linksOf(child) <= budget.maxLinks
    if (isWithin && level + heightOf(child) <= budget.maxLevels) {
      budget.nodes += sizeOf(child)
      budget.links += linksOf(child)
      bounded.push(child)
      continue
    }
    budget.nodes += child.type === 'element' ? 1 : sizeOf(child)
    budget.links += Number(child.type === 'element' && isLink(child.tagName))
    const isFull = isSpent(budget)
    if (isFull || level > budget.maxLevels) {
      const spent = budget.nodes > budget.maxNodes ? 'nodes' : 'links'
      budget.cut ??= level > budget.maxLevels ? 'depth' : spent
      const value = textOf(isFull ? children.slice(index) : [child])
      if (value !== '') bounded.push(makeText(value))
      if (isFull) break
    } else if (child.type === 'element') {
      const inside = bound(child.children, level + 1, budget)
      const properties = isSpent(budget) ? withoutId(child) : child.properties
      bounded.push(makeElement({ ...child, properties, children: inside }))
    }
  }
  return bounded
}

/** A heading whose end is cut off is not what its id says. */
function withoutId({ tagName, properties }: MadeElement): MadeElement['properties'] {
  const isNamed = isHeading(tagName) && !('dataFootnotesLabel' in properties)
  return isNamed ? {} : properties
}
