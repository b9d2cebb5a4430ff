import type { ZodType } from 'zod'
import { createOpenCheck } from './createOpenCheck.js'
import { GloveboxSchemaError } from './GloveboxSchemaError.js'
import { invalid } from './invalid.js'
import { createJsonReader } from './jsonReader.js'
import { readLimits } from './limits.js'
import type { DeepPartial, OpenOutput, Output, OutputOptions } from './output.js'
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
  /** Reads on. Costs as much as `delta` is long; never throws, and does nothing after `end`. */
  write(delta: string): void
  /** Gives the result. A second call gives the first one's. */
  end(how?: OutputEnd): Output<Value>
  /** What is known so far, the same object until the next `write`; after `end`, the result. */
  readonly snapshot: OpenOutput<Value> | Output<Value>
}

/**
 * Creates a stream that reads a JSON text as it arrives and checks what has closed against its part of the schema. Throws
 * `GloveboxSchemaError` for wrong limits, and for `extract` other than 'strict', which cannot be streamed.
 */
export function createOutputStream<Value>(
  schema: ZodType<Value>,
  options: OutputOptions = {},
): OutputStream<Value> {
  if (options.extract !== undefined && options.extract !== 'strict') {
    const message = "Cannot create output stream: `extract` is set, expected 'strict'"
    throw new GloveboxSchemaError('invalid-extract', message)
  }
  const reader = createJsonReader(readLimits(options.limits))
  const check = createOpenCheck(schema, reader)
  let result: Output<Value> | undefined
  let open: OpenOutput<Value> | undefined

  function snapshotOpen(): OpenOutput<Value> {
    open ??= check()
    return open
  }

  function finish({ stopReason = options.stopReason, cut, aborted }: OutputEnd): Output<Value> {
    if (aborted === true) return { status: 'aborted', reason: 'aborted', ...known() }
    if (cut === true) return { status: 'cut', reason: 'cut', ...known() }
    const stopped = stoppedBy(stopReason)
    // What came before a refusal is to be discarded.
    if (stopped !== null) return stopped.status === 'refused' ? stopped : { ...stopped, ...known() }
    if (reader.tooBig !== undefined) return { status: 'too-big', reason: reader.tooBig, ...known() }

    reader.end()
    if (reader.issues.length > 0) return invalid(schema, reader.issues)
    if (reader.root !== 'closed') return invalid(schema, [unfinished])
    const validated = validate(schema, reader.value)
    return validated.ok
      ? { status: 'valid', value: validated.value }
      : invalid(schema, validated.issues)
  }

  function known(): { partial?: DeepPartial<Value> } {
    const { partial } = snapshotOpen()
    return partial === undefined ? {} : { partial }
  }

  return {
    write(delta) {
      if (result !== undefined || delta === '') return
      reader.write(delta)
      open = undefined
    },
    end(how = {}) {
      result ??= finish(how)
      return result
    },
    get snapshot() {
      return result ?? snapshotOpen()
    },
  }
}

const unfinished = Object.freeze({
  path: [],
  code: 'not-json',
  message: 'The JSON ends before it is complete',
})
