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
  const isWithin = ({ size, links, height }: Segment) =>
    size <= limits.maxNodes && links <= limits.maxLinks && height <= limits.maxLevels
  let index = 0
  for (let one = segments[0]; one !== undefined && isWithin(one); one = segments[index]) index += 1
  const bounded = segments.slice(0, index)
  const { size: nodes = 0, links = 0 } = bounded.at(-1) ?? {}
  const budget: Budget = { ...limits, nodes, links, cut: undefined }
  let cutAt: Cut | undefined
  for (; index < segments.length; index += 1) {
    const segment = segments[index]
    if (segment === undefined) break
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
    const goesOn = run?.isRun === true && cut.every(({ type }) => type === 'text')
    if (goesOn) bounded.pop()
    // Where a text has raw HTML at its top, what is no block there gets a paragraph of its own.
    if (hasRaw) cut.push({ type: 'raw', value: '' })
    const end = goesOn ? cutSegment(run, [...run.content, ...cut]) : cutSegment(segment, cut)
    bounded.push({ ...end, hasRaw })
    break
  }
  return { segments: bounded, cut: cutAt }
}

function isRaw({ type }: MadeContent): boolean {
  return type === 'raw'
}

function cutSegment(segment: Segment, content: readonly MadeContent[]): Segment {
  return { ...segment, content, isDrawn: false }
}
