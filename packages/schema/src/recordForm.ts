import * as z from 'zod'
import type { ZodType } from 'zod'
import { hasCheck } from './checksOf.js'
import { internalsOf, valuesOf } from './internalsOf.js'
import type { ContainerForm } from './form.js'
import { validate } from './validate.js'

/** The form of a record. A key that its key schema refuses may not be there, or, in a loose record, is not judged. */
export function recordForm(schema: z.core.$ZodRecord): ContainerForm {
  const { keyType, valueType, mode } = internalsOf(schema).def
  const judges = valueType instanceof z.ZodType ? [valueType] : []
  const otherwise: readonly ZodType[] | undefined = mode === 'loose' ? [] : undefined
  return {
    kind: 'object',
    shows: keepsText(keyType),
    part: (key) => (takesKey(keyType, String(key)) ? judges : otherwise),
    most: Infinity,
  }
}

/** As zod does, a key that reads as a number is tried as one too. */
function takesKey(keyType: z.core.SomeType, key: string): boolean {
  if (!(keyType instanceof z.ZodType)) return true
  if (validate(keyType, key).ok) return true
  return key.trim() !== '' && !Number.isNaN(Number(key)) && validate(keyType, Number(key)).ok
}

/** Whether what comes out of a key schema is the key itself, so that no two keys can become one. */
function keepsText(keyType: z.core.SomeType): boolean {
  if (keyType instanceof z.core.$ZodString) {
    return (
      internalsOf(keyType).def.coerce !== true &&
      !(keyType instanceof z.core.$ZodStringFormat) &&
      !hasCheck(keyType, 'overwrite')
    )
  }
  if (keyType instanceof z.core.$ZodUnion) return internalsOf(keyType).def.options.every(keepsText)
  if (keyType instanceof z.core.$ZodEnum || keyType instanceof z.core.$ZodLiteral) {
    return valuesOf(keyType).every((value) => typeof value === 'string')
  }
  return false
}
