import { createOpenCheck, type OpenCheck } from './createOpenCheck.js'
import { createExtractor, type Skipped } from './extract.js'
import { GloveboxSchemaError } from './GloveboxSchemaError.js'
import { invalid } from './invalid.js'
import { createJsonReader } from './jsonReader.js'
import type { JsonReader } from './jsonReading.js'
import { readLimits } from './limits.js'
import type { DeepPartial, OpenOutput, Output, OutputOptions } from './output.js'
import { isZod, type OutputSchema } from './outputSchema.js'
import { stoppedBy, type StopFacts } from './stopped.js'
import { takesDigits } from './takesDigits.js'
import { validateOutput } from './validateOutput.js'

/** How a stream ended. */
export interface OutputEnd extends StopFacts {
  /** The connection ended before the message did. */
  readonly cut?: boolean
  /** The reader or the app stopped it; what was doomed by then is `invalid`, with what doomed it. */
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
 * `GloveboxSchemaError` for wrong limits and for an `extract` that there is not.
 */
export function createOutputStream<Value>(
  schema: OutputSchema<Value>,
  options: OutputOptions = {},
): OutputStream<Value> {
  const check = createOpenCheck(schema)
  const { write, end, state } = openStream(schema, options, check)
  let open: OpenOutput<Value> | undefined
  return {
    write(delta) {
      if (delta !== '') open = undefined
      write(delta)
    },
    end,
    get snapshot() {
      const { result, reader, skipped } = state()
      return result ?? (open ??= check.snapshot(reader, skipped))
    },
  }
}

/** Reads a whole text. Its parts are checked on their own only where the whole is not to be had. */
export function readWhole<Value>(
  schema: OutputSchema<Value>,
  unsafeText: string,
  options: OutputOptions,
): Output<Value> {
  const output = endOf(unsafeText, openStream(schema, options, undefined))
  const isWhole = output.status === 'valid' || output.status === 'invalid'
  if (isWhole || output.status === 'refused') return output
  return endOf(unsafeText, createOutputStream(schema, options))
}

function endOf<Value>(
  unsafeText: string,
  stream: Pick<OutputStream<Value>, 'write' | 'end'>,
): Output<Value> {
  stream.write(unsafeText)
  return stream.end()
}

/** A text that is being read. */
interface Reading<Value> extends Pick<OutputStream<Value>, 'write' | 'end'> {
  state(): {
    readonly result: Output<Value> | undefined
    readonly reader: JsonReader
    readonly skipped: { readonly skipped?: Skipped }
  }
}

function openStream<Value>(
  schema: OutputSchema<Value>,
  options: OutputOptions,
  check: OpenCheck<Value> | undefined,
): Reading<Value> {
  const how = readExtract(options.extract)
  const reader = createJsonReader(readLimits(options.limits), {
    listener: check,
    leavesRest: how === 'prose',
    takesDigits: (path, digits) => isZod(schema) && takesDigits(schema, path, digits),
  })
  const extractor = how === 'strict' ? undefined : createExtractor(how, schema, reader)
  let result: Output<Value> | undefined

  function finish({
    stopReason = options.stopReason,
    stopDetails = options.stopDetails,
    cut,
    aborted,
  }: OutputEnd): Output<Value> {
    if (aborted === true && reader.tooBig === undefined) {
      const issues = check?.snapshot(reader, {}).issues ?? []
      if (issues.length > 0) return invalid(schema, issues)
      return { status: 'aborted', reason: 'aborted', ...known() }
    }
    if (cut === true) return { status: 'cut', reason: 'cut', ...known() }
    const stopped = stoppedBy({ stopReason, stopDetails })
    // What came before a refusal is to be discarded.
    if (stopped !== null) return stopped.status === 'refused' ? stopped : { ...stopped, ...known() }
    extractor?.end()
    if (reader.tooBig !== undefined) return { status: 'too-big', reason: reader.tooBig, ...known() }

    reader.end()
    if (reader.issues.length > 0) return invalid(schema, reader.issues)
    if (reader.root === 'absent' && extractor !== undefined) return invalid(schema, [nowhere])
    if (reader.root !== 'closed') return invalid(schema, [unfinished])
    const validated = validateOutput(schema, reader.value)
    if (!validated.ok) return invalid(schema, validated.issues)
    const corrections = [...reader.corrections, ...validated.corrections]
    return {
      status: 'valid',
      value: validated.value,
      ...(corrections.length > 0 ? { corrections } : {}),
    }
  }

  function known(): { partial?: DeepPartial<Value> } {
    const partial = check?.snapshot(reader, {}).partial
    return partial === undefined ? {} : { partial }
  }

  function skipped(): { readonly skipped?: Skipped } {
    return extractor === undefined ? {} : { skipped: extractor.skipped }
  }

  return {
    write(delta) {
      if (result !== undefined || delta === '') return
      if (extractor === undefined) reader.write(delta)
      else extractor.write(delta)
    },
    end(end = {}) {
      result ??= { ...finish(end), ...skipped() }
      return result
    },
    state: () => ({ result, reader, skipped: skipped() }),
  }
}

/** Throws for a way to extract that there is not. */
function readExtract(how: OutputOptions['extract']): 'strict' | 'fenced' | 'prose' {
  if (how === undefined) return 'strict'
  if (ways.has(how)) return how
  throw new GloveboxSchemaError(
    'invalid-extract',
    "Cannot read output: `extract` is unknown, expected 'strict', 'fenced' or 'prose'",
  )
}

const ways: ReadonlySet<string> = new Set(['strict', 'fenced', 'prose'])

const unfinished = Object.freeze({
  path: [],
  code: 'not-json',
  message: 'The JSON ends before it is complete',
})

const nowhere = Object.freeze({ path: [], code: 'not-json', message: 'There is no JSON' })
