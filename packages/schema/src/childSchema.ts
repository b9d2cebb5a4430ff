import * as z from 'zod'
import type { ZodType } from 'zod'

/** The schema of the value under `part`, where a schema has one for it alone; undefined for unions and unnamed keys. */
export function childSchema(schema: ZodType, part: string | number): ZodType | undefined {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodObject && typeof part === 'string') {
    const shape: Readonly<Record<string, unknown>> = inner.shape
    return Object.hasOwn(shape, part) ? asType(shape[part]) : undefined
  }
  if (inner instanceof z.ZodArray && typeof part === 'number') return asType(inner.element)
  return undefined
}

/** What of an open value may be shown before it is closed and checked: its parts, its text, or nothing. */
export function shownWhileOpen(
  schema: ZodType | undefined,
): 'object' | 'array' | 'text' | 'nothing' {
  const inner = schema && unwrap(schema)
  if (inner instanceof z.ZodObject) return 'object'
  if (inner instanceof z.ZodArray) return 'array'
  // Half an address is not an address, and half of one of several words is none of them.
  if (inner instanceof z.ZodString && !hasCheck(inner, 'string_format')) return 'text'
  return 'nothing'
}

/**
 * The schema behind `optional`, `nullable`, `default`, `readonly` and `lazy`, which do not change a value's parts. A
 * schema that rewrites its value stays closed: what is shown of its parts could be taken back.
 */
function unwrap(schema: ZodType): ZodType | undefined {
  let inner: ZodType = schema
  for (let step = 0; step < 20; step += 1) {
    if (hasCheck(inner, 'overwrite')) return undefined
    if (
      inner instanceof z.ZodOptional ||
      inner instanceof z.ZodNullable ||
      inner instanceof z.ZodDefault ||
      inner instanceof z.ZodReadonly ||
      inner instanceof z.ZodLazy
    ) {
      inner = asType(inner.unwrap()) ?? inner
    } else return inner
  }
  return undefined
}

function hasCheck(schema: ZodType, check: string): boolean {
  return schema.def.checks?.some(({ _zod: internals }) => internals.def.check === check) ?? false
}

function asType(value: unknown): ZodType | undefined {
  return value instanceof z.ZodType ? value : undefined
}
