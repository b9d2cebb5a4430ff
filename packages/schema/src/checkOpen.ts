import type { ZodType } from 'zod'
import { childSchema } from './childSchema.js'
import { mostIssues, type OutputIssue } from './issue.js'
import type { JsonReader } from './jsonReader.js'
import type { DeepPartial, OpenOutput } from './output.js'
import { validate } from './validate.js'

type Path = readonly (string | number)[]

/** What has been found under one path: its state, and the part of it that may be shown. */
type Checked =
  | { readonly state: 'valid' | 'open'; readonly shown: unknown }
  | { readonly state: 'invalid'; readonly issues: readonly OutputIssue[] }

/**
 * Checks what has closed of a value that is still arriving. A closed part whose schema stands on its own (a property, an
 * item) is checked by that schema; what is open shows its closed valid parts and its open string, and nothing else.
 */
export function checkOpen<Value>(schema: ZodType<Value>, reader: JsonReader): OpenOutput<Value> {
  const openPath = reader.openPath()
  const isClosed = reader.state === 'closed'
  const issues: OutputIssue[] = [...reader.issues]
  const states = new Map<string, 'open' | 'valid' | 'invalid'>()

  function check(current: ZodType | undefined, unsafe: unknown, path: Path): Checked {
    const isOpen = !isClosed && path.every((part, index) => part === openPath[index])
    const checked = isOpen ? checkParts(current, unsafe, path) : checkWhole(current, unsafe, path)
    states.set(JSON.stringify(path), checked.state)
    if (checked.state === 'invalid') issues.push(...checked.issues.slice(0, mostIssues))
    return checked
  }

  function checkWhole(current: ZodType | undefined, unsafe: unknown, path: Path): Checked {
    // A key the schema does not name: whether it is welcome is known when the whole is checked.
    if (current === undefined) return { state: 'open', shown: undefined }
    const result = validate(current, unsafe)
    if (result.ok) return { state: 'valid', shown: unsafe }
    const at = result.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }))
    return { state: 'invalid', issues: at }
  }

  function checkParts(current: ZodType | undefined, unsafe: unknown, path: Path): Checked {
    if (typeof unsafe === 'string') return { state: 'open', shown: unsafe }
    if (current === undefined || typeof unsafe !== 'object' || unsafe === null) {
      return { state: 'open', shown: undefined }
    }
    if (Array.isArray(unsafe)) {
      const shown: unknown[] = []
      for (const [index, item] of unsafe.entries()) {
        const part = check(childSchema(current, index), item, [...path, index])
        // After an item that cannot be shown, later ones would move into its place.
        if (part.state === 'invalid' || part.shown === undefined) break
        shown.push(part.shown)
      }
      return { state: 'open', shown }
    }
    const shown: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(unsafe)) {
      const part = check(childSchema(current, key), value, [...path, key])
      if (part.state !== 'invalid' && part.shown !== undefined) shown[key] = part.shown
    }
    return { state: 'open', shown }
  }

  const checked = reader.begun ? check(schema, reader.value(), []) : undefined
  const shown = checked === undefined || checked.state === 'invalid' ? undefined : checked.shown
  return {
    status: 'open',
    partial: shown as DeepPartial<Value> | undefined,
    issues: issues.slice(0, mostIssues),
    doomed: issues.length > 0 || reader.tooBig !== undefined,
    at: (path) => states.get(JSON.stringify(path)) ?? 'absent',
  }
}
