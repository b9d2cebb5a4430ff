import { bound, isSpent, type Budget } from './bound.js'
import { isSameList, type MadeContent } from './made.js'
import type { Segment } from './segments.js'

/** Segments within the limits, and which limit was passed first. */
export interface BoundedSegments {
  readonly segments: readonly Segment[]
  readonly cut: Cut | undefined
}

/** A limit that was passed, and the number of the block in which it was. */
export interface Cut {
  readonly reason: NonNullable<Budget['cut']>
  readonly block: number
}

/**
 * Cuts a text down to the limits; what lies beyond is its text, at the end of the last segment that
 * is left. Segments that fit stay the same objects.
 */
export function boundSegments(
  segments: readonly Segment[],
  limits: Pick<Budget, 'maxNodes' | 'maxLinks' | 'maxLevels'>,
): BoundedSegments {
  const budget: Budget = { ...limits, nodes: 0, links: 0, cut: undefined }
  const bounded: Segment[] = []
  let cutAt: Cut | undefined
  for (const [index, segment] of segments.entries()) {
    const before = { ...budget }
    const block = segment.key < 0 ? segment.blocks : segment.key
    const content = bound(segment.content, 0, budget)
    if (budget.cut !== undefined) cutAt ??= { reason: budget.cut, block }
    if (!isSpent(budget)) {
      const isWhole = isSameList(content, segment.content)
      bounded.push(isWhole ? segment : cutSegment(segment, content))
      continue
    }
    const rest = segments.slice(index).flatMap((one) => one.content)
    const cut = bound(rest, 0, before)
    const hasRaw = [...bounded, { content: cut }].some((one) => one.content.some(isRaw))
    const run = bounded.at(-1)
    // The words of a section that is cut whole go on where the raw HTML before it stops.
    if (run?.isRun === true && cut.every(({ type }) => type === 'text')) {
      bounded.pop()
      bounded.push({ ...cutSegment(run, closeCut([...run.content, ...cut], hasRaw)), hasRaw })
    } else bounded.push({ ...cutSegment(segment, closeCut(cut, hasRaw)), hasRaw })
    return { segments: bounded, cut: cutAt }
  }
  return { segments: bounded, cut: cutAt }
}

/** Where a text has raw HTML at its top, what is no block there gets a paragraph of its own. */
function closeCut(content: MadeContent[], hasRaw: boolean): MadeContent[] {
  return hasRaw ? [...content, { type: 'raw', value: '' }] : content
}

function isRaw({ type }: MadeContent): boolean {
  return type === 'raw'
}

function cutSegment(segment: Segment, content: readonly MadeContent[]): Segment {
  return { ...segment, content, isDrawn: false }
}
