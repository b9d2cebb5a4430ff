import type { Finding } from '../finding.js'
import type { Cut } from './boundSegments.js'
import type { Found } from './found.js'
import type { MadeContent, MadeText } from './made.js'
import type { Segment } from './segments.js'

/** Findings of one text; the last one says that there were more. */
export const maxFindings = 1_000

/** Characters behind a place that say whether what stands there is hidden. */
const context = 32

/** How far a text is settled. */
export interface FindingState {
  /** The limit that it has passed. */
  readonly cut: Cut | undefined
  /** The segment that it still grows in; undefined where it has ended. */
  readonly open: Segment | undefined
  /** The first of the top-level nodes that may go on. */
  readonly openFrom: number
}

/**
 * Gathers what was found in a text, in its order. Blocks without findings are not walked. Of a text that grows only what
 * nothing can change any more is told, so that nothing is taken back: tags may find their closing yet, and footnotes,
 * whose block is the last one, and the limits count all there is.
 */
export function findingsOf(
  segments: readonly Segment[],
  { cut, open, openFrom }: FindingState,
): Finding[] {
  const findings: Finding[] = []
  const isEnded = open === undefined

  function add(found: readonly Found[], block: number): void {
    for (const { kind, reason, excerpt } of found) {
      if (findings.length < maxFindings) findings.push({ kind, reason, block, excerpt })
    }
  }

  function walk(made: MadeContent, block: number, isClosed: boolean): void {
    if (made.type === 'raw' || !made.hasFound || findings.length === maxFindings) return
    if (made.type === 'text') {
      // The last of its hidden characters may be the first of more.
      const length = isClosed ? Infinity : made.value.length
      addStart(made, block, isEnded ? Infinity : Math.min(length, made.settledTo) - context)
      return
    }
    if (!isEnded && made.settledTo < Infinity) return
    const isWhole = isClosed && (!made.hasRaw || isEnded || made.children.every(isSettled))
    add(isWhole ? made.found : made.found.filter(isNoTag), block)
    walkAll(made.drawnChildren ?? [], made.children, { block, isClosed })
  }

  function addStart({ found }: MadeText, block: number, end: number): void {
    add(end === Infinity ? found : found.filter(({ at = 0 }) => at < end), block)
  }

  /** Where not all is settled a tag may hold what follows it, or be part of the text before it. */
  function walkAll(
    drawn: readonly MadeContent[],
    written: readonly MadeContent[],
    { block, isClosed }: { readonly block: number; readonly isClosed: boolean },
  ): void {
    const isWhole = isEnded || (isClosed && written.every(isSettled))
    for (const [index, made] of drawn.entries()) {
      const isBeforeTag = made.type === 'text' && written[index + 1]?.type === 'raw'
      if (!isWhole && (made !== written[index] || isBeforeTag)) {
        if (made.type === 'text') addStart(made, block, settledLength(written, index) - context)
        return
      }
      walk(made, block, isClosed)
    }
  }

  for (const segment of segments) {
    const { found, drawn, content, key, blocks, isRun, end } = segment
    // The footnotes count as one more block.
    const block = key < 0 ? blocks : key
    const isClosed = isEnded || (segment !== open && !isRun && end <= openFrom)
    if (key < 0 && !isEnded) break
    if (isClosed) add(found, block)
    walkAll(drawn, content, { block, isClosed })
  }
  if (cut !== undefined && isEnded && findings.length < maxFindings) {
    insertFinding(findings, { kind: 'limit', reason: cut.reason, block: cut.block, excerpt: '' })
  }
  const last = findings.at(-1)
  if (findings.length === maxFindings && last !== undefined) {
    findings[maxFindings - 1] = { ...last, kind: 'limit', reason: 'findings', excerpt: '' }
  }
  return findings
}

function isSettled(made: MadeContent): boolean {
  return made.type === 'raw' || made.settledTo === Infinity
}

/** Characters that are settled of the texts from one on. */
function settledLength(written: readonly MadeContent[], from: number): number {
  let length = 0
  for (let index = from; index < written.length; index += 1) {
    const made = written[index]
    if (made?.type !== 'text') return length
    if (made.settledTo < Infinity) return length + made.settledTo
    length += made.value.length
  }
  return length
}

function isNoTag({ kind }: Found): boolean {
  return kind !== 'html'
}

/** Puts a finding behind those of its block. */
export function insertFinding(findings: Finding[], finding: Finding): void {
  const behind = findings.findIndex(({ block }) => block > finding.block)
  findings.splice(behind < 0 ? findings.length : behind, 0, finding)
}
