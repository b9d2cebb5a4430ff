import type * as z from 'zod'
import type { ZodType } from 'zod'
import { mostIssues, notChecked, type OutputIssue } from './issue.js'
import { messageFor } from './messageFor.js'

/** A value that a schema accepted, or the reasons why it did not. */
export type Validated<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly OutputIssue[] }

/**
 * Has zod check a value as it is. A schema that throws, or that needs a promise, gives an issue; nothing is thrown.
 */
export function validate<Value>(schema: ZodType<Value>, unsafe: unknown): Validated<Value> {
  const result = runZod(schema, unsafe)
  return result.ok ? result : { ok: false, issues: readIssues(result.unsafeIssues) }
}

/** A value that zod accepted, or what it says against it, which may repeat what came. */
export type ZodResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly unsafeIssues: readonly z.core.$ZodIssue[] | undefined }

/** Runs zod. Without issues, where it threw. */
export function runZod<Value>(schema: ZodType<Value>, unsafe: unknown): ZodResult<Value> {
  try {
    const result = schema.safeParse(unsafe)
    if (result.success) return { ok: true, value: result.data }
    return { ok: false, unsafeIssues: result.error.issues }
  } catch {
    return { ok: false, unsafeIssues: undefined }
  }
}

/** Zod's issues as ours, which say nothing that is not in the schema. */
export function readIssues(
  unsafeIssues: readonly z.core.$ZodIssue[] | undefined,
): readonly OutputIssue[] {
  if (unsafeIssues === undefined) return [notChecked]
  return unsafeIssues.slice(0, mostIssues).map(({ path, code, ...issue }) => ({
    path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    code,
    ...messageFor({ code, ...issue }),
  }))
}
