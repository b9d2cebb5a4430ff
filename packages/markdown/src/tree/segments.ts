import type { SafeBlock } from './createTreeMaker.js'
import type { Found } from './found.js'
import type { Kept } from './kept.js'
import { heightOf, isSameList, linksOf, sizeOf, type MadeContent, type MadeText } from './made.js'
import { openTagsAfter } from './openTags.js'

/**
 * One top-level block with the line ending before it. Raw HTML goes with the block behind it, and
 * with all blocks up to the one behind its closing tag: only together they can be drawn.
 */
export interface Segment {
  /** The first of its nodes, and the first behind them. */
  readonly start: number
  readonly end: number
  /** The number of its first block. */
  readonly key: number
  readonly content: readonly MadeContent[]
  readonly hasRaw: boolean
  /** The text may go on inside it: its raw HTML, or what a tag in it holds, has no end yet. */
  readonly isRun: boolean
  /** Blocks, nodes, links and levels up to its end. */
  readonly blocks: number
  readonly size: number
  readonly links: number
  readonly height: number
  /** Whether what follows is drawn from this content, or is what was there before. */
  isDrawn: boolean
  drawn: readonly MadeContent[]
  found: readonly Found[]
  block: SafeBlock | undefined
}

/** Creates a segment of which nothing is drawn yet. */
export function createSegment(
  parts: Omit<Segment, 'isDrawn' | 'drawn' | 'found' | 'block'>,
): Segment {
  const { start, end, key, content, hasRaw, isRun, blocks, size, links, height } = parts
  // Field by field: it is made anew with each piece of the text.
  return {
    start,
    end,
    key,
    content,
    hasRaw,
    isRun,
    blocks,
    size,
    links,
    height,
    isDrawn: false,
    drawn: none,
    found: none,
    block: undefined,
  }
}

const none: readonly never[] = Object.freeze([])

/** What parts a text into segments. */
export interface Parting {
  readonly lineEnding: MadeText
  readonly html: 'subset' | 'text'
}

/** Parts the nodes from `start` on; `before` is the segment that ends there. */
export function partFrom(
  kept: readonly Kept[],
  before: Segment | undefined,
  { lineEnding, html }: Parting,
): Segment[] {
  const segments: Segment[] = []
  let start = before?.end ?? 0
  let { blocks, size, links, height } = before ?? { blocks: 0, size: 0, links: 0, height: 0 }
  let key = blocks
  let open: readonly string[] = []
  let content: MadeContent[] = []
  let hasRaw = false

  function close(end: number, isRun: boolean): void {
    const extent = { blocks, size, links, height }
    segments.push(createSegment({ start, end, key, content, hasRaw, isRun, ...extent }))
    start = end
    key = blocks
    content = []
    hasRaw = false
  }

  for (let index = start; index < kept.length; index += 1) {
    const { made } = kept[index] ?? { made: [] }
    for (const one of made) {
      if (blocks > 0) {
        content.push(lineEnding)
        size += 1
      }
      content.push(one)
      blocks += 1
      size += sizeOf(one)
      links += linksOf(one)
      height = Math.max(height, heightOf(one))
      if (one.type !== 'raw') continue
      hasRaw = true
      if (html === 'subset') open = openTagsAfter(open, one.value, 'root')
    }
    if (made.length > 0 && made.at(-1)?.type !== 'raw' && open.length === 0) {
      close(index + 1, false)
    }
  }
  if (content.length > 0) close(kept.length, true)
  return segments
}

/** Gives a new segment what was drawn of the one that stood in its place. */
export function continueSegment(segment: Segment, before: Segment | undefined): Segment {
  if (before === undefined) return segment
  const isSame = isSameList(before.content, segment.content)
  segment.drawn = before.drawn
  segment.found = before.found
  segment.block = before.block
  segment.isDrawn = before.isDrawn && isSame && before.key === segment.key
  return segment
}
