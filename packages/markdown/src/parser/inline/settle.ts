import { skipBack } from '../skip.js'
import { undecidedFrom } from './findSeal.js'
import { cutItems, type Item } from './item.js'
import { nodesOf, putBefore } from './nodesOf.js'
import type { InlineSeal } from './parseInline.js'
import type { Reading } from './reading.js'
import { allSettled, type Settled } from '../../settled.js'

/** Where a reading began, and what came of it. */
interface SettledAt {
  readonly reading: Reading
  readonly start: InlineSeal
  readonly seal: InlineSeal
  /** The items behind the seal. */
  readonly after: readonly Item[]
  /** From where on a delimiter row would make something else of the text. */
  readonly head: number
}

/**
 * Says what of a reading stays whatever follows, in the leaf or behind it; `undefined` where it is no more
 * than before. A seal is not enough: a definition may come anywhere, and a delimiter row takes the
 * last line away.
 */
export function settle(
  items: readonly Item[],
  { reading, start, seal, after, head }: SettledAt,
): Settled | undefined {
  const { waiting, context, text } = reading
  const undecided = context.open ? undecidedFrom(items, reading) : Infinity
  const end = Math.min(waiting, head, undecided)
  const isStopped = start.waits || (start.hasPipe && context.head?.isFirst === true)
  if (isStopped || end < start.offset) return undefined
  if (end === Infinity) return allSettled
  if (end < seal.offset) return settledBefore(items, text, { end, carried: start.text })
  const { length } = seal.text
  return { nodes: seal.nodes, text: length + textLength(cutItems(after, end).before) }
}

/** Where the part of the text begins that a delimiter row would make something else of. */
export function headAt({ text, context: { head, open } }: Reading, start: number): number {
  if (!open || head === undefined) return Infinity
  if (!head.isFirst) return head.from
  const pipe = text.indexOf('|', start)
  return pipe < 0 ? Infinity : pipe
}

/** Where a text is cut, and the text that stood before where reading began. */
interface CutAt {
  readonly end: number
  readonly carried?: string
}

/** What stands before the last blank before `end`: what touches it may be part of an address. */
export function settledBefore(
  items: readonly Item[],
  text: string,
  { end, carried = '' }: CutAt,
): Settled {
  const blank = skipBack(text, end, /[^ \t\r\n]/)
  const nodes = putBefore(carried, nodesOf(cutItems(items, blank).before, false))
  const last = nodes.at(-1)
  if (last?.type !== 'text') return { nodes: nodes.length, text: 0 }
  return { nodes: nodes.length - 1, text: last.value.length }
}

/** Characters of the text that items begin with. */
function textLength(items: readonly Item[]): number {
  let length = 0
  for (const item of items) {
    if (item.kind !== 'text') return length
    length += item.value.length
  }
  return length
}
