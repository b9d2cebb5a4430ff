import type { ZodType } from 'zod'
import { correctCase } from './correctCase.js'
import type { Correction } from './correction.js'
import { isZod, type OutputSchema } from './outputSchema.js'
import { readIssues, runZod, type Validated } from './validate.js'
import { validateStandard } from './validateStandard.js'

/** A value that a schema accepted, with what was put right before. */
export type ValidatedOutput<Value> =
  | { readonly ok: true; readonly value: Value; readonly corrections: readonly Correction[] }
  | Extract<Validated<Value>, { readonly ok: false }>

/**
 * Has a schema check a value. Words of zod's enums and literals that differ in case alone are put right first. Nothing is
 * thrown.
 */
export function validateOutput<Value>(
  schema: OutputSchema<Value>,
  unsafe: unknown,
): ValidatedOutput<Value> {
  if (isZod(schema)) return validateInAnyCase(schema, unsafe)
  const result = validateStandard(schema, unsafe)
  return result.ok ? { ...result, corrections: none } : result
}

/** Each word that is a discriminator lets zod see the words behind it: so many times it is asked anew. */
const mostRounds = 16

function validateInAnyCase<Value>(schema: ZodType<Value>, unsafe: unknown): ValidatedOutput<Value> {
  let tried = unsafe
  let corrections: readonly Correction[] = none
  for (let round = 0; ; round += 1) {
    const result = runZod(schema, tried)
    if (result.ok) return { ok: true, value: result.value, corrections }
    const { unsafeIssues } = result
    const corrected =
      unsafeIssues && round < mostRounds ? correctCase(schema, tried, unsafeIssues) : undefined
    if (corrected === undefined) return { ok: false, issues: readIssues(unsafeIssues) }
    tried = corrected.unsafe
    corrections = [...corrections, ...corrected.corrections]
  }
}

const none: readonly Correction[] = Object.freeze([])
