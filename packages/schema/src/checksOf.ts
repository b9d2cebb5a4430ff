import type * as z from 'zod'
import { internalsOf } from './internalsOf.js'

/** Whether a schema has a check of this kind among its own. */
export function hasCheck(schema: z.core.$ZodType, check: string): boolean {
  return internalsOf(schema).def.checks?.some(({ _zod: { def } }) => def.check === check) ?? false
}

/**
 * The most items or characters that a schema takes. Not told where a check rewrites the value, which may make it shorter
 * before it is measured.
 */
export function mostLength(schema: z.core.$ZodType): number {
  const checks = internalsOf(schema).def.checks ?? []
  if (hasCheck(schema, 'overwrite')) return Infinity
  return Math.min(Infinity, ...checks.map(limitOf))
}

function limitOf({ _zod: { def } }: z.core.$ZodCheck<never>): number {
  if (def.check === 'max_length' && 'maximum' in def) return Number(def.maximum)
  if (def.check === 'length_equals' && 'length' in def) return Number(def.length)
  return Infinity
}
