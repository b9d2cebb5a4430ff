import { isBlankOrLineEnding } from './characters.js'
import { undecidedFrom } from './findSeal.js'
import { endOf, type Item } from './item.js'
import { nodesOf, putBefore } from './nodesOf.js'
import type { InlineSeal } from './parseInline.js'
import type { Reading } from './reading.js'
import { allSettled, type Settled } from '../../settled.js'

/** What is settled of a text that was read on, and why the rest is not. */
export interface Settling {
  /** Of the nodes that were read; undefined where it is no more than before. */
  readonly settled: Settled | undefined
  /** Brackets before the seal wait for a definition. */
  readonly waits: boolean
  /** A pipe before the seal may yet part cells. */
  readonly hasPipe: boolean
}

/** Where a reading began, and what came of it. */
interface SettledAt {
  readonly reading: Reading
  readonly start: InlineSeal
  readonly seal: InlineSeal
  /** The items behind the seal. */
  readonly after: readonly Item[]
}

/**
 * Says what of a reading stays whatever follows, in the leaf or behind it. A seal is not enough: a definition may come
 * anywhere, and a delimiter row takes the last line away.
 */
export function settle(
  items: readonly Item[],
  { reading, start, seal, after }: SettledAt,
): Settling {
  const { waiting, context } = reading
  const head = context.open ? headAt(reading, start.offset) : Infinity
  const undecided = context.open ? undecidedFrom(items, reading) : Infinity
  const end = Math.min(waiting, head, undecided)
  return {
    settled: settledTo(end),
    waits: waiting < seal.offset,
    hasPipe: context.head?.isFirst === true && head < seal.offset,
  }

  function settledTo(end: number): Settled | undefined {
    if (end === Infinity) return allSettled
    if (end < start.offset) return undefined
    if (end < seal.offset) return settledBefore(items, reading.text, { end, carried: start.text })
    const { nodes, text } = seal
    return { nodes, text: text.length + textLength(itemsBefore(after, end)) }
  }
}

/** Where the part of the text begins that a delimiter row would make something else of. */
function headAt({ text, context: { head } }: Reading, start: number): number {
  if (head === undefined) return Infinity
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
  let blank = end
  while (blank > 0 && !isBlankOrLineEnding(text.charCodeAt(blank - 1))) blank -= 1
  const nodes = putBefore(carried, nodesOf(itemsBefore(items, blank), false))
  const last = nodes.at(-1)
  if (last?.type !== 'text') return { nodes: nodes.length, text: 0 }
  return { nodes: nodes.length - 1, text: last.value.length }
}

function itemsBefore(items: readonly Item[], end: number): Item[] {
  const before: Item[] = []
  for (const item of items) {
    if (endOf(item) > end) {
      const isPlain = item.kind === 'text' && item.end - item.start === item.value.length
      if (isPlain && item.start < end) {
        before.push({ ...item, end, value: item.value.slice(0, end - item.start) })
      }
      break
    }
    before.push(item)
  }
  return before
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
