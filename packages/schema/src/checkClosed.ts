import type { ZodType } from 'zod'
import { childSchema, shownWhileOpen } from './childSchema.js'
import type { OutputIssue } from './issue.js'
import { validate } from './validate.js'

/** Stands for a value of which nothing may be shown. */
export const hidden = Symbol('hidden')

/** A closed part of a value, checked by its part of the schema. */
export interface ClosedPart {
  /** `open` where no schema judges this part alone: it is judged with what holds it. */
  readonly state: 'open' | 'valid' | 'invalid'
  /** What zod made of it; of an invalid part what was shown of it before it closed; or `hidden`. */
  readonly shown: unknown
  /** Their paths begin at the part. */
  readonly issues: readonly OutputIssue[]
  readonly schema: ZodType | undefined
  readonly unsafe: unknown
}

/** Checks a closed part by its schema. */
export function checkClosed(schema: ZodType | undefined, unsafe: unknown): ClosedPart {
  if (schema === undefined) return { state: 'open', shown: hidden, issues: [], schema, unsafe }
  const result = validate(schema, unsafe)
  return result.ok
    ? { state: 'valid', shown: result.value, issues: [], schema, unsafe }
    : { state: 'invalid', shown: shownParts(schema, unsafe), issues: result.issues, schema, unsafe }
}

/** The state of what stands under `path` in a closed part. */
export function stateWithin(
  part: ClosedPart,
  path: OutputIssue['path'],
): 'absent' | ClosedPart['state'] {
  let { schema, unsafe } = part
  for (const key of path) {
    if (!has(unsafe, key)) return 'absent'
    schema = schema && childSchema(schema, key)
    unsafe = Reflect.get(unsafe, key)
  }
  if (part.state !== 'invalid' || path.length === 0) return part.state
  return checkClosed(schema, unsafe).state
}

/** What was shown of a part just before it closed. Since it was shown, it stays. */
function shownParts(schema: ZodType, unsafe: unknown): unknown {
  const kind = shownWhileOpen(schema)
  if (typeof unsafe === 'string') return kind === 'text' ? unsafe : hidden
  if (Array.isArray(unsafe) && kind === 'array') {
    const items: unknown[] = []
    for (const [index, item] of unsafe.entries()) {
      const { shown } = checkClosed(childSchema(schema, index), item)
      // After an item that cannot be shown, later ones would move into its place.
      if (shown === hidden) break
      items.push(shown)
    }
    return items
  }
  if (typeof unsafe !== 'object' || unsafe === null || Array.isArray(unsafe)) return hidden
  if (kind !== 'object') return hidden
  const entries = Object.entries(unsafe)
    .map(([key, value]): [string, unknown] => [
      key,
      checkClosed(childSchema(schema, key), value).shown,
    ])
    .filter(([, shown]) => shown !== hidden)
  return Object.fromEntries(entries)
}

function has(unsafe: unknown, key: string | number): unsafe is object {
  if (typeof unsafe !== 'object' || unsafe === null) return false
  return Array.isArray(unsafe) === (typeof key === 'number') && Object.hasOwn(unsafe, key)
}
