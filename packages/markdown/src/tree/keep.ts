import type { Nodes } from 'mdast'
import type { Kept } from './kept.js'
import { isLabel, labelsOf } from './labelsOf.js'
import { commonLength } from './made.js'
import { withTail } from '../withTail.js'

const none: readonly never[] = Object.freeze([])

/** A node below this many others is kept as its text; the limits cut the tree before. */
const maxDepth = 600

/** Keeps a node; what was kept of it before, if it is the same object. */
export function keep(node: Nodes, previous?: Kept, depth = 0): Kept {
  if (previous?.node === node) return previous
  const isText = depth === maxDepth
  const nodes = isText ? none : childrenOf(node)
  const before = previous === undefined ? none : childrenOf(previous.node)
  const same = commonLength(nodes, before)
  const fresh: Kept[] = []
  for (let index = same; index < nodes.length; index += 1) {
    const child = nodes[index]
    if (child !== undefined) fresh.push(keep(child, previous?.children[index], depth + 1))
  }
  const children = previous === undefined ? fresh : withTail(previous.children, same, fresh)
  const wasDependent = same > 0 && previous?.isDependent === true
  const kept: Kept = {
    node,
    children,
    labels: undefined,
    isText,
    isDependent: wasDependent || (!isText && (isReference(node) || node.type === 'heading')),
    made: previous?.made ?? none,
    isMade: false,
    same: previous?.isMade === true ? same : 0,
    childPlace: previous?.childPlace ?? '',
    place: '',
    labelsVersion: previous?.labelsVersion ?? -1,
  }
  let hasLabels = (same > 0 && previous?.labels !== undefined) || (!isText && isLabel(kept))
  for (const keptChild of fresh) {
    kept.isDependent ||= keptChild.isDependent
    hasLabels ||= keptChild.labels !== undefined
  }
  if (hasLabels) kept.labels = labelsOf(kept)
  return kept
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : none
}

function isReference({ type }: Nodes): boolean {
  return /^(?:footnote|link|image)Reference$/.test(type)
}
