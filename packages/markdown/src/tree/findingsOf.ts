import type { Finding } from '../finding.js'
import type { Cut } from './boundSegments.js'
import type { Found } from './found.js'
import type { MadeContent } from './made.js'
import type { Segment } from './segments.js'

/** Findings of one text; the last one says that there were more. */
const maxFindings = 1_000

/** The limit that a text has passed, and the segment that it still grows in. */
export interface FindingState {
  readonly cut: Cut | undefined
  readonly open: Segment | undefined
}

/**
 * Gathers what was found in a text, in its order. Blocks without findings are not walked. Tags at the end of a text that
 * grows, and in its footnotes, may find their closing yet, or another block: they are told of once they are settled.
 */
export function findingsOf(segments: readonly Segment[], { cut, open }: FindingState): Finding[] {
  const findings: Finding[] = []
  let isSettled = true

  function add(found: readonly Found[], block: number): void {
    for (const one of found) {
      const isTold = isSettled || one.kind !== 'html'
      if (isTold && findings.length < maxFindings) findings.push({ ...one, block })
    }
  }

  function walk(made: MadeContent, block: number): void {
    if (made.type === 'raw' || !made.hasFound || findings.length === maxFindings) return
    add(made.found, block)
    if (made.type !== 'element') return
    for (const child of made.drawnChildren ?? []) walk(child, block)
  }

  for (const segment of segments) {
    const { found, drawn, key, blocks } = segment
    // The footnotes count as one more block.
    const block = key < 0 ? blocks : key
    isSettled = open === undefined || (segment !== open && key >= 0)
    add(found, block)
    for (const made of drawn) walk(made, block)
  }
  if (cut !== undefined && findings.length < maxFindings) {
    const behind = findings.findIndex(({ block }) => block > cut.block)
    const at = behind < 0 ? findings.length : behind
    findings.splice(at, 0, { kind: 'limit', reason: cut.reason, block: cut.block, excerpt: '' })
  }
  const last = findings.at(-1)
  if (findings.length === maxFindings && last !== undefined) {
    findings[maxFindings - 1] = { ...last, kind: 'limit', reason: 'findings', excerpt: '' }
  }
  return findings
}

/** Gives the findings from before in place of the same ones. */
export function sameFindings(
  before: readonly Finding[],
  findings: readonly Finding[],
): readonly Finding[] {
  const isSame =
    before.length === findings.length &&
    findings.every((one, index) => {
      const other = before[index]
      return (
        one.kind === other?.kind &&
        one.reason === other.reason &&
        one.block === other.block &&
        one.excerpt === other.excerpt
      )
    })
  return isSame ? before : findings
}
