import {
  createMarkdownStream,
  cutAtLength,
  type Finding,
  type MarkdownStream,
  type Policy,
  type SafeBlock,
} from '@glovebox/markdown'
import { continues } from './continues.js'

/** A text, and how it is to be read. */
export interface AskedText {
  readonly unsafe: string
  /** The text still grows. */
  readonly streaming: boolean
  readonly policy: Policy
  readonly idPrefix: string
  /** Somebody wants to know; without it there are none, since gathering them costs. */
  readonly withFindings: boolean
}

/** What became of a text. */
export interface TextRead {
  readonly asked: AskedText
  readonly blocks: readonly SafeBlock[]
  /** Some of the blocks are plain, since they nest too deep or are too many. */
  readonly isPlain: boolean
  /** What lies behind a limit, to be shown as it is. */
  readonly unsafeRest: string
  readonly findings: readonly Finding[]
}

/** Reads one text as it grows. */
export interface MarkdownReader {
  /** Gives what the text says; while it grows at its end, only the new part is read. */
  readonly read: (asked: AskedText) => TextRead
  /** Tells that what was read is on screen, and may be asked for again. */
  readonly commit: (read: TextRead) => void
}

interface OpenStream {
  readonly stream: MarkdownStream
  readonly policy: Policy
  readonly idPrefix: string
  /** What was written to the stream. */
  text: string
}

/**
 * Makes a memory of what was read last. Reading twice, or throwing away what was read, does no harm:
 * what is given depends on the arguments alone, the memory only saves work. It holds what is on
 * screen too, for the renders that come back to it while a later one is put off.
 */
export function createMarkdownReader(createStream = createMarkdownStream): MarkdownReader {
  let open: OpenStream | undefined
  let latest: TextRead | undefined
  let committed: TextRead | undefined
  /** A text that a stream broke on; what grows from it is not tried again before it has ended. */
  let broken: AskedText | undefined

  function read(asked: AskedText): TextRead {
    if (committed !== undefined && isSame(committed.asked, asked)) return committed
    if (latest === undefined || !isSame(latest.asked, asked)) latest = readAnew(asked)
    return latest
  }

  function readAnew(asked: AskedText): TextRead {
    if (broken !== undefined && asked.streaming && continues(asked.unsafe, broken.unsafe)) {
      return plainRead(asked)
    }
    broken = undefined
    try {
      return readStream(asked)
    } catch {
      open = undefined
      broken = asked
      return plainRead(asked)
    }
  }

  function readStream(asked: AskedText): TextRead {
    const { text, rest, finding } = cutAtLength(asked.unsafe, asked.policy.limits.length)
    open = streamFor(asked, text)
    const { stream } = open
    if (text.length > open.text.length) stream.write(text.slice(open.text.length))
    open.text = text
    const isCut = rest !== ''
    if (isCut) {
      if (!stream.ended) stream.end({ isCut })
    } else if (!asked.streaming) {
      stream.end()
      open = undefined
    }
    const { blocks, isCut: isPlain } = stream
    const findings = asked.withFindings ? stream.findings : noFindings
    // Its excerpt grows with what lies behind the limit.
    const isTold = asked.withFindings && (!asked.streaming || rest.length > settledRest)
    const shown = { asked, blocks, isPlain, unsafeRest: rest, findings }
    if (finding === undefined || !isTold) return shown
    const block = blocks.findLast(({ key }) => key >= 0)?.key ?? 0
    return { ...shown, findings: [...findings, { ...finding, block }] }
  }

  function streamFor({ policy, idPrefix }: AskedText, text: string): OpenStream {
    if (
      open !== undefined &&
      isSamePolicy(open.policy, policy) &&
      open.idPrefix === idPrefix &&
      continues(text, open.text)
    ) {
      return open
    }
    return { stream: createStream({ policy, idPrefix }), policy, idPrefix, text: '' }
  }

  return {
    read,
    commit: (shown) => {
      committed = shown
    },
  }
}

const noFindings: readonly Finding[] = []

/** Characters behind a limit that its excerpt does not go beyond. */
const settledRest = 200

function isSame(one: AskedText, other: AskedText): boolean {
  return (
    one.unsafe === other.unsafe &&
    one.streaming === other.streaming &&
    isSamePolicy(one.policy, other.policy) &&
    one.idPrefix === other.idPrefix &&
    one.withFindings === other.withFindings
  )
}

/** An app may make its policy anew on each render; it is plain data, and says the same. */
function isSamePolicy(one: Policy, other: Policy): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function plainRead(asked: AskedText): TextRead {
  const finding: Finding = { kind: 'limit', reason: 'parser', block: 0, excerpt: '' }
  return { asked, blocks: [], isPlain: false, unsafeRest: asked.unsafe, findings: [finding] }
}
