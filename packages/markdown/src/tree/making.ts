import type { Kept } from './kept.js'
import type { LabelTable } from './labelTable.js'
import { isSameList, makeText, type MadeContent, type MadeText } from './made.js'
import { makeNode } from './makeNode.js'
import type { Nodes } from 'mdast'
import { textOf } from './textOf.js'
import { allSettled, type Settled } from '../settled.js'
import type { Limits } from '../policy.js'
import { withTail } from '../withTail.js'

/** What bounds the nodes that a text without them can stand for: the empty cells of a table. */
export type MakingLimits = Pick<Limits, 'cells' | 'nodes'>

/** Turns kept nodes into hast, raw HTML as raw nodes, and remembers what it made. */
export interface Making {
  readonly labels: LabelTable
  readonly limits: MakingLimits
  /** Stands between blocks: one object, so that it is drawn once. */
  readonly lineEnding: MadeText
  /** Makes one node. `place` is what its parent and the node before say of it, in a word. */
  readonly make: (kept: Kept, place: string) => readonly MadeContent[]
  /** Makes the children of a node. */
  readonly makeAll: (kept: Kept) => MadeContent[]
  /** Makes children that are one node each, with line endings around; the first ones stay. */
  readonly makeRows: (kept: Kept, rows: Rows) => MadeContent[]
}

/** The items of a list or the rows of a table. */
export interface Rows {
  /** The first child that counts, and the first behind them. */
  readonly from: number
  readonly to: number
  readonly place: string
  /** What they stood in before. */
  readonly before: MadeContent | undefined
}

/** Says how much of the children of a node is settled. */
export type SettledIn = (children: readonly Nodes[]) => Settled

/** What nodes are made with. */
export interface MakingOptions {
  readonly labels: LabelTable
  readonly limits: MakingLimits
  readonly settledIn: SettledIn
}

/** Starts to make hast of kept nodes, with what the labels say. */
export function createMaking({ labels, limits, settledIn }: MakingOptions): Making {
  const lineEnding = makeText('\n')
  const making: Making = { labels, limits, lineEnding, make, makeAll, makeRows }

  /** What was made before stays if neither the node, its place nor a label it uses has changed. */
  function make(kept: Kept, place: string): readonly MadeContent[] {
    const version = kept.isDependent ? labels.version() : 0
    if (kept.isMade && kept.labelsVersion === version && kept.place === place) return kept.made
    const made = kept.isText
      ? [makeText(textOf([kept.node]), kept.made[0])]
      : makeNode({ kept, place, making })
    if (!isSameList(kept.made, made)) kept.made = made
    kept.isMade = true
    kept.same = kept.children.length
    kept.place = place
    kept.labelsVersion = version
    return kept.made
  }

  function makeAll(kept: Kept): MadeContent[] {
    const made: MadeContent[] = []
    const settled = 'children' in kept.node ? settledIn(kept.node.children) : allSettled
    let isAfterBreak = false
    for (const [index, child] of kept.children.entries()) {
      for (const one of make(child, isAfterBreak ? 'after a break' : '')) {
        made.push(one)
        if (one.type !== 'raw') one.settledTo = settledTo(settled, index)
      }
      isAfterBreak = child.node.type === 'break'
    }
    return made
  }

  function makeRows(kept: Kept, { from, to, place, before }: Rows): MadeContent[] {
    const isStale = kept.isDependent && kept.labelsVersion !== labels.version()
    const stays = before?.type === 'element' && kept.childPlace === place && !isStale
    const same = stays ? Math.max(Math.min(kept.same, to) - from, 0) : 0
    const isKept = same > 0 && stays
    const rows: MadeContent[] = isKept ? [] : [lineEnding]
    for (const child of kept.children.slice(from + same, to)) {
      rows.push(...make(child, place), lineEnding)
    }
    return isKept ? withTail(before.children, same * 2 + 1, rows) : rows
  }

  return making
}

function settledTo({ nodes, text }: Settled, index: number): number {
  if (index < nodes) return Infinity
  return index === nodes ? text : 0
}
