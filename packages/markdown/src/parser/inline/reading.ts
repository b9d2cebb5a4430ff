import type { PhrasingContent } from 'mdast'
import type { Item } from './item.js'
import type { LastMark } from './lastMark.js'
import type { RunKind } from './pairRuns.js'
import type { LinkReader } from '../linkParts.js'

/** What the text of a leaf depends on besides itself. */
export interface InlineContext {
  /** Asked with a label as `normalizeLabel` gives it. */
  readonly isDefined: (identifier: string) => boolean
  readonly isFootnote: (identifier: string) => boolean
  /** Takes the labels that nobody has defined, those of footnotes with a `^` before them. */
  readonly missed?: Set<string>
  /** Whether a definition may still come: the addresses that it would change are words until then. */
  readonly canWait?: boolean | undefined
  /** Whether the text may still grow at its end: then what is half-typed there is repaired. */
  readonly open: boolean
  /** Levels of emphasis, strong, delete and link; deeper ones stay text. */
  readonly maxDepth: number
  /** Counts the characters read, those read again included. */
  readonly work: { visited: number }
  /** In a cell `\|` is a pipe, also in code. */
  readonly inTable?: boolean
  /** The last line, if a delimiter row below may yet make cells of it. */
  readonly head?: HeadLine | undefined
}

/** A line that may be the head of a table. */
export interface HeadLine {
  readonly from: number
  /** Nothing stands before it: the table would stand in the leaf's place. */
  readonly isFirst: boolean
}

/** A `[` or `![` that no `]` has closed. */
export interface Bracket {
  /** Index of its text in the items. */
  readonly item: number
  readonly start: number
  /** Where its label begins. */
  readonly label: number
  readonly isImage: boolean
}

/** Where brackets stand that a definition would make a link, an image or a call of. */
export interface Wait {
  readonly start: number
  readonly end: number
}

/** The state of one reading of a leaf's text, left to right. */
export interface Reading {
  readonly text: string
  readonly context: InlineContext
  readonly items: Item[]
  readonly brackets: Bracket[]
  /** Pairs of brackets that are text: in them addresses are not read, so reading cannot begin there. */
  readonly textBrackets: { readonly start: number; readonly end: number }[]
  readonly lastBracket: LastMark
  readonly lastPipe: LastMark
  readonly links: LinkReader
  /** So many brackets from the first have a link behind them: a link holds no link. */
  inactiveBrackets: number
  /** Where the plain characters begin that are not among the items yet. */
  plainStart: number
  /** The kind of the first run, which is paired first, and its place. */
  firstRun: { readonly kind: RunKind; readonly at: number } | undefined
  /** From here on the text reads otherwise if more follows. */
  unsettled: number
  /** From here on it may be code, a tag or the words of an image if more follows. */
  swallowed: number
  /** Brackets whose label nobody has defined, as they end: a definition may come anywhere behind. */
  readonly waits: Wait[]
  /** Where the first of them begins. */
  waiting: number
}

/** Adds the plain characters before `at` to the items. */
export function takePlain(reading: Reading, at: number): void {
  const { plainStart, text, items } = reading
  if (plainStart < at) {
    items.push({ kind: 'text', start: plainStart, end: at, value: text.slice(plainStart, at) })
  }
  reading.plainStart = at
}

/** Adds what stands from `start` to `end`: characters or a node. Gives `end`. */
export function take(
  reading: Reading,
  {
    start,
    end,
    made,
    height = 0,
  }: {
    readonly start: number
    readonly end: number
    readonly made: string | PhrasingContent
    readonly height?: number
  },
): number {
  takePlain(reading, start)
  if (typeof made === 'string') reading.items.push({ kind: 'text', start, end, value: made })
  else {
    if (mayBeCut(reading, start, end)) swallow(reading, start)
    reading.items.push({ kind: 'node', start, end, node: made, height })
  }
  reading.plainStart = end
  return end
}

/** Whether a table that the last line may be the head of would cut between `start` and `end`. */
function mayBeCut({ context: { head }, lastPipe }: Reading, start: number, end: number): boolean {
  if (head === undefined || end <= head.from) return false
  return start < head.from || lastPipe(end) >= start
}

/** Remembers that the text from `at` on is not decided before its end is known. */
export function unsettle(reading: Reading, at: number): void {
  reading.unsettled = Math.min(reading.unsettled, at)
}

/** Remembers that the text from `at` on may be no text at all before its end is known. */
export function swallow(reading: Reading, at: number): void {
  unsettle(reading, at)
  reading.swallowed = Math.min(reading.swallowed, at)
}

/** Remembers brackets that wait for a definition of a label. */
export function awaitLabel(reading: Reading, identifier: string, wait: Wait): void {
  reading.context.missed?.add(identifier)
  reading.waits.push(wait)
  reading.waiting = Math.min(reading.waiting, wait.start)
}
