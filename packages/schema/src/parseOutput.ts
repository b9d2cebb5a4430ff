import { readWhole } from './createOutputStream.js'
import { invalid } from './invalid.js'
import { readLimits } from './limits.js'
import type { Output, OutputOptions } from './output.js'
import type { OutputSchema } from './outputSchema.js'
import { stoppedBy } from './stopped.js'

/**
 * Turns a structured output into a typed value, or says exactly why not. Any schema that implements Standard Schema will
 * do. A string is read as JSON; any other value (a parsed tool input) is checked as it is. Nothing that the model or the network sends makes it throw, and an output whose
 * `stopReason` says that it was cut or refused is never `valid`. Throws `GloveboxSchemaError` for wrong limits.
 */
export function parseOutput<Value>(
  schema: OutputSchema<Value>,
  unsafe: unknown,
  options: OutputOptions = {},
): Output<Value> {
  if (typeof unsafe === 'string') return readWhole(schema, unsafe, options)
  readLimits(options.limits)
  // Through the same reader, so that limits and forbidden keys hold for values as for texts.
  const json = toJson(unsafe)
  if (json.ok) return readWhole(schema, json.text, { ...options, extract: 'strict' })
  const stopped = stoppedBy(options)
  if (stopped !== null) return stopped
  if (json.why === 'too-deep') return { status: 'too-big', reason: 'depth' }
  return invalid(schema, [{ path: [], code: 'not-json', message: 'There is no JSON' }])
}

/** A value as JSON; nothing for what has no JSON form or goes round in circles, and for what is too deep to write. */
function toJson(
  unsafe: unknown,
): { ok: true; text: string } | { ok: false; why: 'no-json' | 'too-deep' } {
  try {
    const text: string | undefined = JSON.stringify(unsafe)
    return text === undefined ? { ok: false, why: 'no-json' } : { ok: true, text }
  } catch (error) {
    return { ok: false, why: error instanceof RangeError ? 'too-deep' : 'no-json' }
  }
}
