import type { ZodType } from 'zod'
import { checkOpen } from './checkOpen.js'
import { createJsonReader } from './jsonReader.js'
import { readLimits } from './limits.js'
import type { DeepPartial, OpenOutput, Output, OutputOptions } from './output.js'
import { retryPrompt } from './retryPrompt.js'
import { stoppedBy } from './stopped.js'
import { validate } from './validate.js'

/** How a stream ended. */
export interface OutputEnd {
  readonly stopReason?: string | null | undefined
  /** The connection ended before the message did. */
  readonly cut?: boolean
  /** The reader or the app stopped it. */
  readonly aborted?: boolean
}

/** A structured output that is still arriving. */
export interface OutputStream<Value> {
  write(delta: string): void
  end(how?: OutputEnd): Output<Value>
  /** What is known so far; after `end`, the result. */
  readonly snapshot: OpenOutput<Value> | Output<Value>
}

/**
 * Creates a stream that reads a JSON text as it arrives and checks what has closed against its part of the schema. Only
 * `extract: 'strict'` can be streamed; anything else throws a RangeError, as wrong limits do. Deltas never throw.
 */
export function createOutputStream<Value>(
  schema: ZodType<Value>,
  options: OutputOptions = {},
): OutputStream<Value> {
  if (options.extract !== undefined && options.extract !== 'strict') {
    throw new RangeError("Cannot create output stream: `extract` is not 'strict'")
  }
  const reader = createJsonReader(readLimits(options.limits))
  let result: Output<Value> | undefined
  let open: OpenOutput<Value> | undefined

  function end({ stopReason = options.stopReason, cut, aborted }: OutputEnd = {}): Output<Value> {
    if (result !== undefined) return result
    const before = snapshotOpen()
    reader.end()
    result = finish({ stopReason, cut, aborted }, before.partial)
    return result
  }

  function finish(
    { stopReason, cut, aborted }: { [Key in keyof OutputEnd]: OutputEnd[Key] | undefined },
    partial: DeepPartial<Value> | undefined,
  ): Output<Value> {
    const known = partial === undefined ? {} : { partial }
    if (aborted === true) return { status: 'aborted', reason: 'aborted', ...known }
    if (cut === true) return { status: 'cut', reason: 'cut', ...known }
    const stopped = stoppedBy(stopReason)
    if (stopped?.status === 'refused') return stopped
    if (stopped !== null) return { ...stopped, ...known }
    if (reader.tooBig !== undefined) return { status: 'too-big', reason: reader.tooBig, ...known }

    const issues =
      reader.state === 'open'
        ? [{ path: [], code: 'not-json', message: 'The JSON ends before it is complete' }]
        : reader.issues
    if (issues.length > 0)
      return { status: 'invalid', issues, retryPrompt: retryPrompt(schema, issues) }
    const validated = validate(schema, reader.value())
    if (validated.ok) return { status: 'valid', value: validated.value }
    return {
      status: 'invalid',
      issues: validated.issues,
      retryPrompt: retryPrompt(schema, validated.issues),
    }
  }

  function snapshotOpen(): OpenOutput<Value> {
    open ??= checkOpen(schema, reader)
    return open
  }

  return {
    write(delta) {
      if (result !== undefined || delta === '') return
      reader.write(delta)
      open = undefined
    },
    end,
    get snapshot() {
      return result ?? snapshotOpen()
    },
  }
}
