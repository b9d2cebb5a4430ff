import { mostIssues, notChecked, type OutputIssue } from './issue.js'
import type { StandardResult, StandardSchema } from './outputSchema.js'
import type { Validated } from './validate.js'

/**
 * Has a schema of another library check a value. What it says in words is left out, for it may repeat what came. A schema
 * that throws, or that answers later, gives an issue; nothing is thrown.
 */
export function validateStandard<Value>(
  schema: StandardSchema<Value>,
  unsafe: unknown,
): Validated<Value> {
  try {
    const result = schema['~standard'].validate(unsafe)
    if (isPromise(result)) {
      // Nobody waits for it: an error in it is nobody's.
      result.then(undefined, () => undefined)
      return { ok: false, issues: [notChecked] }
    }
    if (result.issues === undefined) return { ok: true, value: result.value }
    return { ok: false, issues: readIssues(result.issues) }
  } catch {
    return { ok: false, issues: [notChecked] }
  }
}

function readIssues(
  unsafeIssues: NonNullable<StandardResult<unknown>['issues']>,
): readonly OutputIssue[] {
  return unsafeIssues.slice(0, mostIssues).map(({ path = [] }) => ({
    path: path.map((part) => {
      const key = typeof part === 'object' ? part.key : part
      return typeof key === 'symbol' ? String(key) : key
    }),
    code: 'custom',
    message: 'The value is not accepted',
  }))
}

function isPromise<Value>(result: Value | PromiseLike<Value>): result is PromiseLike<Value> {
  return typeof result === 'object' && result !== null && 'then' in result
}
