import type { Root, Text } from 'mdast'
import { defaultPolicy } from './defaultPolicy.js'
import { GloveboxMarkdownError, type GloveboxMarkdownErrorCode } from './error.js'
import { copyOf } from './copyOf.js'
import { limitFinding, maxExcerpt, type Finding } from './finding.js'
import { depthFinding, plainParagraph } from './parse.js'
import { createParser } from './parser/createParser.js'
import type { Policy } from './policy.js'
import { splitAt } from './splitAt.js'
import { createTreeMaker, type SafeBlock } from './tree/createTreeMaker.js'
import { insertFinding } from './tree/findingsOf.js'
import { tellMore } from './tellMore.js'
import { undecidedLength } from './undecidedLength.js'

/** How a stream draws. */
export interface MarkdownStreamOptions {
  readonly policy?: Policy
  /** Stands before every id; give each message of a page its own. Default `glovebox-`. */
  readonly idPrefix?: string
}

/** How a text ends. */
export interface StreamEnd {
  /** It was cut at a limit: what the cut splits is as unfinished as what has not arrived. */
  readonly isCut?: boolean
}

/** A text that grows, and its safe blocks. Reading them costs what changed, not what is there. */
export interface MarkdownStream {
  /** Adds text of any length. After `end` it throws: nothing can follow an end. */
  readonly write: (unsafeDelta: string) => void
  /** Says that nothing follows: the end of the text is not repaired any more, unless it is a cut. */
  readonly end: (how?: StreamEnd) => void
  readonly text: string
  readonly ended: boolean
  /** Some of it nests too deep, or is too much, for more than plain text; its length is no part of this. */
  readonly isCut: boolean
  /** A block whose content did not change is the same object as before. */
  readonly blocks: readonly SafeBlock[]
  /**
   * Everything blocked, revealed or cut, in document order. While the text grows, only what nothing
   * that follows can change: none is told twice or taken back.
   */
  readonly findings: readonly Finding[]
}

/** Characters of plain text in one node: what lies behind a limit is drawn in such pieces. */
const plainPiece = 4_096

/**
 * Reads untrusted markdown as it arrives. No text throws; what lies behind a limit is plain text.
 * A delta that is no string and a text behind the end throw `GloveboxMarkdownError`.
 */
export function createMarkdownStream(options: MarkdownStreamOptions = {}): MarkdownStream {
  const policy = options.policy ?? defaultPolicy
  const { idPrefix } = options
  const { length: maxLength, depth } = policy.limits
  const parser = createParser({ maxDepth: depth })
  const { settledIn } = parser
  const maker = createTreeMaker({ policy, idPrefix, settledIn })
  /** The text behind the limit, in pieces. */
  const rest: Text[] = []
  let text = ''
  /** Characters given to the parser. */
  let read = 0
  /** The end of the text, of which more has to come before it can be judged. */
  let undecided = ''
  let hasEnded = false
  let made: ReturnType<typeof maker.make> | undefined
  let told: readonly Finding[] = []

  function write(unsafeDelta: string): void {
    if (typeof unsafeDelta !== 'string') {
      throw cannotWrite('invalid-text', `the delta is ${typeof unsafeDelta}, expected a string`)
    }
    if (hasEnded) {
      throw cannotWrite('stream-ended', 'it has ended, expected a new stream for more text')
    }
    if (unsafeDelta === '') return
    made = undefined
    const unsafe = copyOf(unsafeDelta)
    text += unsafe
    const unread = undecided + unsafe
    const decided = unread.length - undecidedLength(unread)
    undecided = unread.slice(decided)
    take(unread.slice(0, decided))
  }

  function take(unsafe: string): void {
    const [start, behind] = splitAt(unsafe, rest.length === 0 ? maxLength - read : 0)
    read += start.length
    parser.write(start)
    addPieces(rest, behind)
  }

  function end({ isCut = false }: StreamEnd = {}): void {
    if (hasEnded) return
    hasEnded = true
    made = undefined
    take(undecided)
    if (rest.length === 0 && !isCut) parser.end()
  }

  function make(): ReturnType<typeof maker.make> {
    if (made === undefined) {
      const root = rest.length === 0 ? parser.root : withRest(parser.root, rest)
      made = maker.make(root, { openTail: !hasEnded, openFrom: parser.openFrom })
    }
    return made
  }

  return {
    write,
    end,
    get text() {
      return text
    },
    get ended() {
      return hasEnded
    },
    get isCut() {
      return make().isCut || parser.tooDeepIn !== undefined
    },
    get blocks() {
      return make().blocks
    },
    get findings() {
      const { blocks, findings, blockOf } = make()
      told = tellMore(told, findings())
      const all = [...told]
      const { tooDeepIn, root } = parser
      if (tooDeepIn !== undefined && hasEnded) {
        insertFinding(all, { ...depthFinding(root, tooDeepIn), block: blockOf(tooDeepIn) })
      }
      const [first] = rest
      if (first !== undefined && (hasEnded || first.value.length > maxExcerpt)) {
        const block = blocks.findLast(({ key }) => key >= 0)?.key ?? 0
        insertFinding(all, limitFinding('length', first.value, block))
      }
      return all
    },
  }
}

/** Adds to the pieces of a text, of which only the last one grows. */
function addPieces(pieces: Text[], unsafe: string): void {
  let text = unsafe
  if (text !== '' && (pieces.at(-1)?.value.length ?? plainPiece) < plainPiece) {
    text = (pieces.pop()?.value ?? '') + text
  }
  while (text !== '') {
    const [value, behind] = splitAt(text, plainPiece)
    pieces.push({ type: 'text', value })
    text = behind
  }
}

function withRest(root: Root, pieces: readonly Text[]): Root {
  return { type: 'root', children: [...root.children, plainParagraph(pieces)] }
}

function cannotWrite(code: GloveboxMarkdownErrorCode, why: string): GloveboxMarkdownError {
  return new GloveboxMarkdownError(code, `Cannot write to the stream: ${why}`)
}
