import type { ZodType } from 'zod'
import { mostIssues, type OutputIssue } from './issue.js'
import { messageFor } from './messageFor.js'

/** A value that zod accepted, or the reasons why it did not. */
export type Validated<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly OutputIssue[] }

/** Runs zod on a value. A schema that throws, or that needs a promise, gives an issue; nothing is thrown. */
export function validate<Value>(schema: ZodType<Value>, unsafe: unknown): Validated<Value> {
  try {
    const result = schema.safeParse(unsafe)
    if (result.success) return { ok: true, value: result.data }
    const issues = result.error.issues.slice(0, mostIssues).map(({ path, code, ...issue }) => ({
      path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      code,
      ...messageFor({ code, ...issue }),
    }))
    return { ok: false, issues }
  } catch {
    const message = 'The value could not be checked'
    return { ok: false, issues: [{ path: [], code: 'custom', message }] }
  }
}
