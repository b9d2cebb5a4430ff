import type { OutputIssue } from './issue.js'
import type { Output } from './output.js'
import type { OutputSchema } from './outputSchema.js'
import { retryPrompt } from './retryPrompt.js'

/** Gives the invalid output for issues, with what to send back to the model. */
export function invalid<Value>(
  schema: OutputSchema<Value>,
  issues: readonly OutputIssue[],
): Output<Value> {
  return { status: 'invalid', issues, retryPrompt: retryPrompt(schema, issues) }
}
