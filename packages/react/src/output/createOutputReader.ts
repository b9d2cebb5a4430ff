import {
  createOutputStream,
  parseOutput,
  type OpenOutput,
  type Output,
  type OutputEnd,
  type OutputOptions,
  type OutputSchema,
  type OutputStream,
} from '@glovebox/schema'
import type { Outcome } from '../chat/outcome.js'
import { continues } from '../continues.js'

/** What is known of the text of an output. */
export interface OutputText extends Omit<OutputOptions, 'stopReason'> {
  /** The text still grows. */
  readonly streaming?: boolean | undefined
  /** Why Claude stopped, once it has: a text that was cut at a limit is never valid. */
  readonly stopReason?: string | null | undefined
  /** How the message ended, as a chat says it: an output is valid only in one that is `complete`. */
  readonly outcome?: Outcome | undefined
}

/** What is known of an output: a partial value while it streams, one of the final results after. */
export type UsedOutput<Value> = OpenOutput<Value> | Output<Value>

/** An output, and what is known of its parts where it is not whole. */
export interface OutputRead<Value> {
  readonly output: UsedOutput<Value>
  readonly parts: OpenOutput<Value> | undefined
}

/** Reads a text as it is now. */
export type OutputReader<Value> = (
  schema: OutputSchema<Value>,
  unsafeText: string,
  text: OutputText,
) => OutputRead<Value>

/**
 * Creates a reader that remembers what it read last. Rendering twice, or throwing a render away, does no harm: what is given
 * depends only on the arguments, the memory only saves work.
 */
export function createOutputReader<Value>(): OutputReader<Value> {
  let open:
    | {
        readonly asked: string
        readonly schema: unknown
        text: string
        readonly stream: OutputStream<Value>
      }
    | undefined
  let closed:
    | {
        readonly asked: string
        readonly schema: unknown
        readonly text: string
        readonly read: OutputRead<Value>
      }
    | undefined

  return (schema, unsafeText, { streaming = false, outcome, ...options }) => {
    const asked = JSON.stringify([options, outcome])
    // Of a refusal nothing is shown, also where the message has not ended.
    if (streaming && options.stopReason !== 'refusal') {
      const isSame = open?.asked === asked && open.schema === schema
      if (open === undefined || !isSame || !continues(unsafeText, open.text)) {
        open = { asked, schema, text: '', stream: createOutputStream(schema, options) }
      }
      open.stream.write(unsafeText.slice(open.text.length))
      open.text = unsafeText
      const { snapshot } = open.stream
      return { output: snapshot, parts: snapshot.status === 'open' ? snapshot : undefined }
    }
    const isSame = closed?.asked === asked && closed.schema === schema && closed.text === unsafeText
    if (closed === undefined || !isSame) {
      const read = readClosed(schema, unsafeText, { ...options, outcome })
      closed = { asked, schema, text: unsafeText, read }
    }
    return closed.read
  }
}

function readClosed<Value>(
  schema: OutputSchema<Value>,
  unsafeText: string,
  { outcome, ...options }: OutputText,
): OutputRead<Value> {
  const how = endOf(outcome, options)
  if (how === undefined) {
    const output = parseOutput(schema, unsafeText, options)
    if (output.status === 'valid' || output.status === 'refused') {
      return { output, parts: undefined }
    }
  }
  const stream = createOutputStream(schema, options)
  stream.write(unsafeText)
  const { snapshot } = stream
  const parts = snapshot.status === 'open' ? snapshot : undefined
  return { output: stream.end(how), parts }
}

/** What a chat's outcome says beyond the stop reason. */
function endOf(
  outcome: Outcome | undefined,
  { stopReason }: Pick<OutputText, 'stopReason'>,
): OutputEnd | undefined {
  switch (outcome) {
    case 'cut':
    case 'failed':
      return { cut: true }
    case 'aborted':
      return { aborted: true }
    case 'refused':
      return { stopReason: 'refusal' }
    case 'truncated':
      return { stopReason: stopReason ?? 'max_tokens' }
    default:
      return undefined
  }
}
