import type { Correction } from '../correction.js'
import { createOutputStream, type OutputEnd } from '../createOutputStream.js'
import type { OutputIssue } from '../issue.js'
import type { Output, OutputOptions } from '../output.js'
import type { OutputSchema } from '../outputSchema.js'

/** What became of one record; of its value nothing is kept. */
export interface Verdict {
  readonly status: Output<unknown>['status']
  /** The stop reason, with what was refused where the API said it, or the limit that was passed. */
  readonly reason?: string
  readonly issues: readonly OutputIssue[]
  /** What was put right, where something was. */
  readonly corrections?: readonly Correction[]
}

/** Reads one record as its bytes arrive; what lies behind a limit costs no memory. */
export interface RecordReader {
  readonly add: (bytes: Uint8Array) => void
  readonly addText: (unsafe: string) => void
  /** No continuation can become valid, so that the rest need not be read. */
  readonly isDecided: () => boolean
  readonly end: (how?: OutputEnd) => Verdict
}

/** Creates the reader of one record. */
export function createRecordReader(
  schema: OutputSchema,
  options: Pick<OutputOptions, 'limits' | 'extract'>,
): RecordReader {
  const stream = createOutputStream(schema, options)
  // A byte order mark is no JSON, as everywhere else here.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let isUtf8 = true

  function decode(bytes?: Uint8Array): void {
    if (!isUtf8) return
    try {
      const isLast = bytes === undefined
      stream.write(isLast ? decoder.decode() : decoder.decode(bytes, { stream: true }))
    } catch {
      isUtf8 = false
    }
  }

  return {
    add: decode,
    addText: (unsafe) => stream.write(unsafe),
    isDecided() {
      const { snapshot } = stream
      return !isUtf8 || (snapshot.status === 'open' && snapshot.doomed)
    },
    end(how = {}) {
      decode()
      if (!isUtf8) return { status: 'invalid', issues: [notUtf8] }
      return verdictOf(stream.end(how))
    },
  }
}

/** What is kept of an output: not its value. */
export function verdictOf(output: Output<unknown>): Verdict {
  const { status } = output
  if (status === 'valid') {
    const { corrections } = output
    return { status, issues: [], ...(corrections === undefined ? {} : { corrections }) }
  }
  if (status === 'invalid') return { status, issues: output.issues }
  const isKnown = status === 'refused' && output.category !== undefined
  const reason = isKnown ? `${output.reason}, ${output.category}` : output.reason
  return { status, reason, issues: [] }
}

const notUtf8: OutputIssue = Object.freeze({
  path: [],
  code: 'not-utf-8',
  message: 'The bytes are not UTF-8',
})
