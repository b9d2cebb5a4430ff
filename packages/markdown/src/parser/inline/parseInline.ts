import { closeRuns } from './closeRuns.js'
import { withoutBeginnings } from './holdBack.js'
import type { PhrasingContent } from 'mdast'
import { findSeal } from './findSeal.js'
import { nodesOf } from './nodesOf.js'
import { isOfKind, pairKind, pairRuns, type RunKind } from './pairRuns.js'
import { type InlineContext, unsettle } from './reading.js'
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
}

export interface InlineResult {
  readonly nodes: PhrasingContent[]
  /** The last such place; where reading began if there is none. */
  readonly sealed: InlineSeal
}

/**
 * Reads the text of one leaf into what remark-parse and remark-gfm give for it. With `start`, a
 * seal of an earlier reading of the same text's beginning, it reads from there on: the nodes are
 * those behind the sealed ones, the first of them beginning with the seal's text.
 */
export function parseInline(
  unsafe: string,
  context: InlineContext,
  start: InlineSeal = { offset: 0, nodes: 0, text: '', firstRun: undefined },
): InlineResult {
  const shown = context.open ? withoutBeginnings(unsafe, context.work) : unsafe
  const text = shown.length < start.offset ? unsafe.slice(0, start.offset) : shown
  const reading = tokenize(text, start.offset, context)
  const first = start.firstRun ?? reading.firstRun?.kind ?? 'attention'
  const pairing = { first, maxHeight: context.maxDepth, isInLink: false }
  const paired = pairKind(reading.items, first, pairing)
  // What is left open of that kind can still reach over pairs of the other.
  const opener = paired.find((item) => isOfKind(item, first) && item.canOpen)
  if (opener !== undefined) unsettle(reading, opener.start)
  const items = pairRuns(paired, pairing)
  const cut = findSeal(items, reading, start.offset)
  const sealed = putBefore(start.text, nodesOf(cut.before, false))
  const tail = context.open ? closeRuns(cut.after, text, context.maxDepth) : cut.after
  const open = nodesOf(tail, false)
  const last = sealed.at(-1)
  const carried = last?.type === 'text' ? last.value : ''
  const firstRun =
    start.firstRun ?? (cut.offset > (reading.firstRun?.at ?? Infinity) ? first : undefined)
  return {
    nodes: [...(carried === '' ? sealed : sealed.slice(0, -1)), ...putBefore(carried, open)],
    sealed: {
      offset: cut.offset,
      nodes: sealed.length - (carried === '' ? 0 : 1),
      text: carried,
      firstRun,
    },
  }
}

function putBefore(text: string, nodes: PhrasingContent[]): PhrasingContent[] {
  if (text === '') return nodes
  const [first, ...others] = nodes
  if (first?.type === 'text') return [{ type: 'text', value: text + first.value }, ...others]
  return [{ type: 'text', value: text }, ...nodes]
}
