import type { PhrasingContent } from 'mdast'
import { continues } from '../continues.js'
import { joinText } from './inline/nodesOf.js'
import {
  parseAtOnce,
  parseInline,
  type InlineContext,
  type InlineSeal,
} from './inline/parseInline.js'

/** Reads the text of leaves; the one that grows is read on from where nothing can change any more. */
export interface LeafReader {
  readonly read: (text: string, context: LeafContext) => PhrasingContent[]
  /** Says whether this is the text read last, and its last node a text to the end of it. */
  readonly endsInText: (text: string) => boolean
  /** Reads from the start next time: a label has got a meaning. */
  readonly forget: () => void
}

/** The labels asked for in vain are always wanted here. */
type LeafContext = InlineContext & { readonly missed: Set<string> }

/** What was read last of the leaf that is still open. */
interface Reading {
  readonly text: string
  readonly nodes: readonly PhrasingContent[]
  readonly endsInText: boolean
  readonly seal: InlineSeal
  /** Labels asked for in vain, those before the seal too. */
  readonly missed: ReadonlySet<string>
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
  let before: Reading | undefined

  function read(text: string, context: LeafContext): PhrasingContent[] {
    if (before === undefined || !isMoreOf(text, before)) {
      const isKept = context.open || text.length > minKept
      return isKept ? keep(text, context, []) : parseAtOnce(text, context)
    }
    const { seal, nodes, missed } = before
    for (const label of missed) context.missed.add(label)
    const reread = before.text.length - seal.offset
    if (context.open && reread > maxReread && continues(text, before.text)) {
      const grown = text.length - before.text.length
      if (grown * 4 < reread) return joinText(nodes, text.slice(before.text.length))
    }
    return keep(text, context, nodes.slice(0, seal.nodes), seal)
  }

  function keep(
    text: string,
    context: LeafContext,
    sealed: readonly PhrasingContent[],
    start?: InlineSeal,
  ): PhrasingContent[] {
    const result = parseInline(text, context, start)
    const nodes = [...sealed, ...result.nodes]
    const seal = { ...result.sealed, nodes: sealed.length + result.sealed.nodes }
    const { endsInText } = result
    before = { text, nodes, endsInText, seal, missed: new Set(context.missed) }
    return nodes
  }

  return {
    read,
    endsInText: (text) => before?.text === text && before.endsInText,
    forget: () => {
      before = undefined
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
