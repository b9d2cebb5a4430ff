import { GloveboxSchemaError } from './GloveboxSchemaError.js'
import type { Output, OutputOptions } from './output.js'
import type { OutputSchema } from './outputSchema.js'
import { parseOutput } from './parseOutput.js'
import { retryMessage, type RetryMessage } from './retryMessage.js'
import type { StopFacts } from './stopped.js'

/** What one request to Claude gave. */
export interface OutputAnswer extends StopFacts {
  /** The text, or a tool call's input. */
  readonly unsafe: unknown
  /** The call's id, where the output is a tool's input. */
  readonly toolUseId?: string | undefined
}

/** What to send after an answer that was not valid: that answer as Claude's turn, then `message`. */
export interface OutputRetry {
  readonly unsafe: unknown
  readonly message: RetryMessage
  /** How many answers there were so far. */
  readonly tries: number
}

/** How often is asked, and how the answers are read. */
export interface RequestOutputOptions extends Omit<OutputOptions, keyof StopFacts> {
  /** The most answers that are asked for, from 1 to 10; 3 by default. Each costs a request. */
  readonly mostTries?: number
}

/**
 * Asks for an output until it is valid, at most `mostTries` times. Only an invalid one is asked for again: one that was
 * refused, truncated or too big would be so once more. Gives the last output. Rejects with what `ask` rejects with, and with
 * `GloveboxSchemaError` for wrong options.
 */
export async function requestOutput<Value>(
  schema: OutputSchema<Value>,
  ask: (retry: OutputRetry | undefined) => Promise<OutputAnswer>,
  { mostTries = 3, ...options }: RequestOutputOptions = {},
): Promise<{ readonly output: Output<Value>; readonly tries: number }> {
  if (!Number.isInteger(mostTries) || mostTries < 1 || mostTries > 10) {
    const message = `Cannot request output: \`mostTries\` is ${String(mostTries)}, expected a whole number from 1 to 10`
    throw new GloveboxSchemaError('invalid-tries', message)
  }
  let retry: OutputRetry | undefined
  for (let tries = 1; ; tries += 1) {
    const { unsafe, toolUseId, stopReason, stopDetails } = await ask(retry)
    const output = parseOutput(schema, unsafe, { ...options, stopReason, stopDetails })
    if (output.status !== 'invalid' || tries === mostTries) return { output, tries }
    retry = { unsafe, message: retryMessage(output, { toolUseId }), tries }
  }
}
