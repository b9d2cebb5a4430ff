import type { ZodType } from 'zod'
import { createOutputStream } from './createOutputStream.js'
import { extract } from './extract.js'
import type { OutputIssue } from './issue.js'
import type { Output, OutputOptions } from './output.js'
import { retryPrompt } from './retryPrompt.js'
import { stoppedBy } from './stopped.js'

/**
 * Turns a structured output into a typed value, or says exactly why not. A string is read as JSON; any other value (a
 * parsed tool input) is checked as it is. Nothing that the model or the network sends makes it throw, and an output whose
 * `stopReason` says that it was cut or refused is never `valid`. Wrong limits throw a RangeError.
 */
export function parseOutput<Value>(
  schema: ZodType<Value>,
  unsafe: unknown,
  options: OutputOptions = {},
): Output<Value> {
  if (typeof unsafe !== 'string') return parseValue(schema, unsafe, options)
  const extracted = extract(unsafe, options.extract ?? 'strict')
  if (!extracted.found) {
    const stopped = stoppedBy(options.stopReason)
    return stopped ?? invalid(schema, [{ path: [], code: 'not-json', message: 'There is no JSON' }])
  }
  const stream = createOutputStream(schema, { ...options, extract: 'strict' })
  stream.write(extracted.text)
  return stream.end({ stopReason: options.stopReason })
}

function parseValue<Value>(
  schema: ZodType<Value>,
  unsafe: unknown,
  options: OutputOptions,
): Output<Value> {
  const unsafeText = toJson(unsafe)
  if (unsafeText === undefined) {
    return invalid(schema, [{ path: [], code: 'not-json', message: 'The value is not JSON' }])
  }
  // Through the same reader, so that limits, forbidden keys and depth hold for values as for texts.
  return parseOutput(schema, unsafeText, { ...options, extract: 'strict' })
}

/** A value as JSON; undefined for what has no JSON, goes round in circles, or is too deep to write. */
function toJson(unsafe: unknown): string | undefined {
  try {
    return JSON.stringify(unsafe)
  } catch {
    return undefined
  }
}

/** Gives an invalid output. */
export function invalid<Value>(
  schema: ZodType<Value>,
  issues: readonly OutputIssue[],
): Output<Value> {
  return { status: 'invalid', issues, retryPrompt: retryPrompt(schema, issues) }
}
