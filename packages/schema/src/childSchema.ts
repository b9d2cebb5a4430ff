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

/** The schema behind `optional`, `nullable`, `default`, `readonly` and `lazy`, which do not change a value's parts. */
function unwrap(schema: ZodType): ZodType | undefined {
  let inner: ZodType = schema
  for (let step = 0; step < 20; step += 1) {
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

function asType(value: unknown): ZodType | undefined {
  return value instanceof z.ZodType ? value : undefined
}
