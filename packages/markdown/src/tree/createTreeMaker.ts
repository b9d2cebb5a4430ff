import type { Root } from 'mdast'
import type { Finding } from '../finding.js'
import { slugOf } from '../headingId.js'
import type { Policy } from '../policy.js'
import type { SafeTree } from '../safeTree.js'
import { maxLevelsOf } from './bound.js'
import { boundSegments, type BoundedSegments } from './boundSegments.js'
import { createDrawer } from './draw.js'
import { drawSegment } from './drawSegment.js'
import { findingsOf } from './findingsOf.js'
import { keep } from './keep.js'
import type { Kept } from './kept.js'
import { createLabelTable } from './labelTable.js'
import { commonLength, type MadeElement } from './made.js'
import { makeFootnotes } from './makeFootnotes.js'
import { createMaking, type SettledIn } from './making.js'
import { allSettled } from '../settled.js'
import { sectionKey, withSection } from './section.js'
import { continueSegment, partFrom, type Segment } from './segments.js'
import { withTail } from '../withTail.js'

/**
 * One top-level block, with the line ending that parts it from the block before; raw HTML goes with
 * the block behind it. `key` is the number of the first block in it, from 0; −1 for the footnotes,
 * which stand last.
 */
export interface SafeBlock {
  readonly key: number
  readonly tree: SafeTree
  /** The text still grows at its end. */
  readonly open: boolean
}

/** The safe tree of one state of a text, in blocks, and what was found in it. */
export interface MadeTree {
  readonly blocks: readonly SafeBlock[]
  /** A limit was passed: part of the text is plain. */
  readonly isCut: boolean
  /** What was found and is settled, in the order of the text. */
  readonly findings: () => readonly Finding[]
  /** The number of the block that a node at the top of the text is drawn in. */
  readonly blockOf: (index: number) => number
}

/** How far a text is known. */
export interface TextState {
  readonly openTail: boolean
  /** The first of its top-level nodes that may go on; the last one where nobody says. */
  readonly openFrom?: number
}

/** Turns states of one text into safe trees. */
export interface TreeMaker {
  /** Takes the whole text; costs what is not the same object as in the state before. */
  readonly make: (root: Root, state: TextState) => MadeTree
}

/** How to draw one text. */
export interface TreeMakerOptions {
  readonly policy: Policy
  /** Stands before every id; give each message of a page its own. Default `glovebox-`. */
  readonly idPrefix?: string | undefined
  /** How much of a node's children stays, whatever follows; all of it where nobody says. */
  readonly settledIn?: SettledIn
}

/** Creates a maker of safe trees for one text that grows. Nothing throws, nothing is fetched. */
export function createTreeMaker(options: TreeMakerOptions): TreeMaker {
  const { policy, idPrefix = 'glovebox-' } = options
  const { settledIn = () => allSettled } = options
  const labels = createLabelTable()
  const making = createMaking({ labels, limits: policy.limits, settledIn })
  const { lineEnding } = making
  const drawer = createDrawer(policy, idPrefix)
  const limits = {
    maxNodes: policy.limits.nodes,
    maxLinks: policy.limits.links,
    maxLevels: maxLevelsOf(policy.limits.depth),
  }
  let keptRoot: Kept | undefined
  let kept: readonly Kept[] = []
  let madeVersion = labels.version()
  let segments: readonly Segment[] = []
  let section: MadeElement | undefined
  /** What was drawn last: the segments with the footnotes, within the limits. */
  let shown: readonly Segment[] = []
  let blocks: readonly SafeBlock[] = []

  function make(root: Root, { openTail, openFrom = Infinity }: TextState): MadeTree {
    const before = kept
    keptRoot = keep(root, keptRoot)
    kept = keptRoot.children
    const same = commonLength(before, kept)
    const isLabelled = updateLabels(before, same)
    segments = partAgain(makeChanged(before, same))
    if (isLabelled) {
      const footnotes = labels.footnotes()
      section =
        footnotes.length === 0 ? undefined : makeFootnotes(footnotes, { making, before: section })
    }
    const { segments: next, cut } = boundedSegments()
    const open = openTail ? openSegment(next) : undefined
    blocks = drawSegments(next, open)
    shown = next
    return {
      blocks,
      isCut: cut !== undefined,
      blockOf,
      findings: () =>
        findingsOf(next, { cut, open: openTail ? (open ?? next.at(-1)) : undefined, openFrom }),
    }
  }

  function blockOf(index: number): number {
    const isFootnote = kept[index]?.node.type === 'footnoteDefinition'
    const segment = isFootnote ? undefined : shown.find(({ end, key }) => end > index && key >= 0)
    return segment?.key ?? segments.at(-1)?.blocks ?? 0
  }

  function drawSegments(next: readonly Segment[], open: Segment | undefined): readonly SafeBlock[] {
    // The last one may have been open until now.
    const same = Math.max(0, commonLength(shown, next) - 1)
    const drawn = next
      .slice(same)
      .map((segment) => drawSegment(segment, { drawer, html: policy.html, open: segment === open }))
    return withTail(blocks, same, drawn)
  }

  /** The segment that the end of the text stands in. */
  function openSegment(next: readonly Segment[]): Segment | undefined {
    const tail = kept.at(-1)
    const last = next.at(-1)
    if (tail?.node.type === 'footnoteDefinition') return last?.key === sectionKey ? last : undefined
    const body = last?.key === sectionKey ? next.at(-2) : last
    return body?.end === kept.length ? body : undefined
  }

  /** Takes in the labels of changed nodes; says whether there are any. */
  function updateLabels(before: readonly Kept[], same: number): boolean {
    const length = Math.max(before.length, kept.length)
    for (let index = same; index < length; index += 1) {
      if (before[index]?.labels === kept[index]?.labels) continue
      labels.update(index, kept, (heading) => slugOf(making.makeAll(heading), policy.html))
      return true
    }
    return false
  }

  /** Makes what has changed; says from which node on something is different. */
  function makeChanged(before: readonly Kept[], same: number): number {
    const isStale = madeVersion !== labels.version()
    madeVersion = labels.version()
    let changed = before.length === kept.length ? Infinity : Math.min(before.length, kept.length)
    for (let index = isStale ? 0 : same; index < kept.length; index += 1) {
      const one = kept[index]
      if (one === undefined) continue
      const madeBefore = one.made
      if (making.make(one, '') !== madeBefore) changed = Math.min(changed, index)
    }
    return changed
  }

  /** Parts the text again from the segment on in which something is different. */
  function partAgain(changed: number): readonly Segment[] {
    if (changed === Infinity) return segments
    const same = segments.findLastIndex(({ end, isRun }) => end <= changed && !isRun) + 1
    const before = segments.slice(same)
    const parted = partFrom(kept, segments[same - 1], { lineEnding, html: policy.html })
    let at = 0
    for (const segment of parted) {
      while ((before[at]?.start ?? Infinity) < segment.start) at += 1
      if (before[at]?.start === segment.start) continueSegment(segment, before[at])
    }
    return withTail(segments, same, parted)
  }

  /** The segments as they are drawn: with the footnotes, and within the limits. */
  function boundedSegments(): BoundedSegments {
    const all =
      section === undefined ? segments : withSection(section, { lineEnding, body: segments, shown })
    const { size = 0, links = 0, height = 0 } = all.at(-1) ?? {}
    const { maxNodes, maxLinks, maxLevels } = limits
    const isWithin = size <= maxNodes && links <= maxLinks && height <= maxLevels
    return isWithin ? { segments: all, cut: undefined } : boundSegments(all, limits)
  }

  return { make }
}
