import type { PhrasingContent } from 'mdast'
import { continues } from '../continues.js'
import { copyOf } from '../copyOf.js'
import { joinText } from './inline/nodesOf.js'
import {
  atStart,
  parseInline,
  readOnce,
  type InlineContext,
  type InlineSeal,
  type ReadText,
} from './inline/parseInline.js'
import { noneSettled, type Settled } from '../settled.js'
import { withTail } from '../withTail.js'

/** Reads the text of leaves; the one that grows is read on from where nothing can change any more. */
export interface LeafReader {
  readonly read: (text: string, context: LeafContext) => ReadText
  /** Reads from the start next time: a label has got a meaning. */
  readonly forget: () => void
}

/** The labels asked for in vain are always wanted here. */
type LeafContext = InlineContext & { readonly missed: Set<string> }

/** What was read last of the leaf that is still open. */
interface Reading {
  readonly text: string
  readonly nodes: readonly PhrasingContent[]
  readonly seal: InlineSeal
  /** Labels asked for in vain, those before the seal too. */
  readonly missed: ReadonlySet<string>
  readonly settled: Settled
}

const nothingRead: Reading = {
  text: '',
  nodes: [],
  seal: atStart,
  missed: new Set(),
  settled: noneSettled,
}

/**
 * Characters that are read again with every update. Where more are open, as behind a bracket that
 * nobody closes, they are read again only when they have grown by a quarter, and what came since is
 * shown as it is: the work stays linear.
 */
const maxReread = 4_096

/** A closed leaf that is longer may be read again, with a line more. */
const minKept = 1_000

/** Starts with nothing read. What one reads depends on the text and on labels alone, not on its block. */
export function createLeafReader(): LeafReader {
  let before = nothingRead

  function read(text: string, context: LeafContext): ReadText {
    if (before === nothingRead || !isMoreOf(text, before)) {
      const isKept = context.open || text.length > minKept
      return isKept ? keep(text, context, nothingRead) : readOnce(text, context)
    }
    const { seal, nodes, missed, settled } = before
    for (const label of missed) context.missed.add(label)
    const reread = before.text.length - seal.offset
    if (context.open && reread > maxReread && continues(text, before.text)) {
      const more = text.slice(before.text.length)
      if (more.length * 4 < reread)
        return { nodes: joinText(nodes, more), endsInText: false, settled }
    }
    return keep(text, context, before)
  }

  function keep(text: string, context: LeafContext, start: Reading): ReadText {
    const { offset, nodes: size } = start.seal
    // The character before the seal is looked at, no other.
    const read = Math.max(0, offset - 1)
    const unread = read === 0 ? text : copyOf(text.slice(read))
    const head = context.head && { ...context.head, from: context.head.from - read }
    const {
      nodes: tail,
      endsInText,
      sealed,
      settled: more,
    } = parseInline(unread, { ...context, head }, { ...start.seal, offset: offset - read })
    const nodes = withTail(start.nodes, size, tail)
    const seal = { ...sealed, offset: read + sealed.offset, nodes: size + sealed.nodes }
    const settled = more === undefined ? start.settled : { ...more, nodes: size + more.nodes }
    // A leaf that is closed may be the beginning of one that is not.
    const kept = context.open ? settled : start.settled
    before = { text, nodes, seal, missed: new Set(context.missed), settled: kept }
    return { nodes, endsInText, settled }
  }

  return {
    read,
    forget: () => {
      before = nothingRead
    },
  }
}

/**
 * Whether what was read stands at the start of the text, with the character behind the seal, which
 * the seal depends on; of a reading without a seal, all of it.
 */
function isMoreOf(text: string, { text: before, seal }: Reading): boolean {
  return continues(text, seal.offset === 0 ? before : before.slice(0, seal.offset + 1))
}
