import type { MadeElement } from './made.js'
import type { Making } from './making.js'
import { continueSegment, createSegment, type Segment } from './segments.js'

/** The key of the footnotes: no block's number, so that it stays while blocks are added. */
export const sectionKey = -1

/** The section of footnotes as the last segment of a text. */
export interface SectionAt {
  readonly lineEnding: Making['lineEnding']
  /** The segments of the body. */
  readonly body: readonly Segment[]
  /** What was drawn before. */
  readonly shown: readonly Segment[]
}

/** Puts the section of footnotes behind the segments of a text. */
export function withSection(
  section: MadeElement,
  { lineEnding, body, shown }: SectionAt,
): Segment[] {
  const last = body.at(-1)
  const { end = 0, blocks = 0, size = 0, links = 0, height = 0 } = last ?? {}
  const isBehindRun = last?.isRun === true
  const segment = createSegment({
    start: end,
    end,
    key: sectionKey,
    content: isBehindRun ? [section] : [lineEnding, section],
    hasRaw: false,
    isRun: false,
    blocks,
    size: size + section.size + 1,
    links: links + section.links,
    height: Math.max(height, section.height),
  })
  const footnotes = continueSegment(
    segment,
    shown.at(-1)?.key === sectionKey ? shown.at(-1) : undefined,
  )
  if (!isBehindRun) return [...body, footnotes]
  // Raw HTML without a block behind it takes in the line ending.
  const runBefore = shown.find(({ start }) => start === last.start)
  const run = continueSegment(
    createSegment({ ...last, content: [...last.content, lineEnding], size: size + 1 }),
    runBefore,
  )
  return [...body.slice(0, -1), run, footnotes]
}
