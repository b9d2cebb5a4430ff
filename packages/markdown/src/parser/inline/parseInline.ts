import { closeRuns } from './closeRuns.js'
import { withoutBeginnings } from './holdBack.js'
import type { PhrasingContent } from 'mdast'
import { findSeal } from './findSeal.js'
import { cutItems } from './item.js'
import { textNode } from './findLiterals.js'
import { nodesOf, putBefore } from './nodesOf.js'
import { pairRuns, type RunKind } from './pairRuns.js'
import { type InlineContext, unsettle } from './reading.js'
import { headAt, settle, settledBefore } from './settle.js'
import { allSettled, noneSettled, type Settled } from '../../settled.js'
import { tokenize } from './tokenize.js'

export type { InlineContext } from './reading.js'

/** A place that nothing behind it can reach back over: the text from here reads on its own. */
export interface InlineSeal {
  readonly offset: number
  /** So many nodes of the result never change, whatever follows. */
  readonly nodes: number
  /** The characters before `offset` of a text node that goes on behind it. */
  readonly text: string
  /** The kind of the first run of delimiters in the leaf, which decides how runs pair up. */
  readonly firstRun: RunKind | undefined
  /** Brackets before it wait for a definition: no more is settled until it comes. */
  readonly waits: boolean
  /** A pipe before it may yet part cells, while the line it is in is the first. */
  readonly hasPipe: boolean
}

/** Where a text begins. */
export const atStart: InlineSeal = {
  offset: 0,
  nodes: 0,
  text: '',
  firstRun: undefined,
  waits: false,
  hasPipe: false,
}

/** What a text says. */
export interface ReadText {
  readonly nodes: PhrasingContent[]
  /** The last node is a text to the end of the source: nothing is held back or taken for closed. */
  readonly endsInText: boolean
  /** What of the nodes stays whatever follows, in the leaf and behind it. */
  readonly settled: Settled
}

export interface InlineResult extends Omit<ReadText, 'settled'> {
  /** What of the nodes stays; `undefined` where no more of the leaf does than before. */
  readonly settled: Settled | undefined
  /** The last such place; where reading began if there is none. */
  readonly sealed: InlineSeal
}

/** What begins or ends anything but words. */
const syntax = /[\\`*_~[\]<&@:\n\r]|www\./i

/** Reads a text that is not gone on with: no seal is looked for, and most are words and nothing else. */
export function readOnce(unsafe: string, context: InlineContext): ReadText {
  if (context.open) {
    const { nodes, endsInText, settled = noneSettled } = parseInline(unsafe, context)
    return { nodes, endsInText, settled }
  }
  if (!syntax.test(unsafe)) {
    context.work.visited += unsafe.length
    const nodes = unsafe === '' ? [] : [textNode(unsafe)]
    return { nodes, endsInText: true, settled: allSettled }
  }
  const { items, firstRun, waiting } = tokenize(unsafe, 0, context)
  const first = firstRun?.kind ?? 'attention'
  const paired = pairRuns(items, { first, maxHeight: context.maxDepth, isInLink: false })
  const settled =
    waiting === Infinity ? allSettled : settledBefore(paired, unsafe, { end: waiting })
  return { nodes: nodesOf(paired, false), endsInText: false, settled }
}

/**
 * Reads the text of one leaf into what remark-parse and remark-gfm give for it. With `start`, a
 * seal of an earlier reading of the same text's beginning, it reads from there on: the nodes are
 * those behind the sealed ones, the first of them beginning with the seal's text.
 */
export function parseInline(
  unsafe: string,
  context: InlineContext,
  start: InlineSeal = atStart,
): InlineResult {
  const shown = context.open ? withoutBeginnings(unsafe, context.work) : unsafe
  const text = shown.length < start.offset ? unsafe.slice(0, start.offset) : shown
  const reading = tokenize(text, start.offset, context)
  const first = start.firstRun ?? reading.firstRun?.kind ?? 'attention'
  const onCrossable = (at: number) => unsettle(reading, at)
  const pairing = { first, maxHeight: context.maxDepth, isInLink: false, onCrossable }
  const lastRead = reading.items.at(-1)
  const isWhole = lastRead?.kind === 'text' && lastRead.value === unsafe.slice(lastRead.start)
  const items = pairRuns(reading.items, pairing)
  const offset = findSeal(items, reading, start.offset)
  const { before, after } = cutItems(items, offset)
  const sealed = putBefore(start.text, nodesOf(before, false))
  const tail = context.open ? closeRuns(after, text, context.maxDepth) : after
  const open = nodesOf(tail, false)
  const last = sealed.at(-1)
  const carried = last?.type === 'text' ? last.value : ''
  const firstRun =
    start.firstRun ?? (offset > (reading.firstRun?.at ?? Infinity) ? first : undefined)
  const head = headAt(reading, start.offset)
  const seal: InlineSeal = {
    offset,
    nodes: sealed.length - (carried === '' ? 0 : 1),
    text: carried,
    firstRun,
    waits: start.waits || reading.waiting < offset,
    hasPipe: start.hasPipe || head < offset,
  }
  const nodes = [...sealed.slice(0, seal.nodes), ...putBefore(carried, open)]
  return {
    nodes,
    endsInText: isWhole && nodes.at(-1)?.type === 'text',
    sealed: seal,
    settled: settle(items, { reading, start, seal, after, head }),
  }
}
