import * as z from 'zod'
import type { ZodType } from 'zod'

/** A schema of any library that implements Standard Schema 1 (https://standardschema.dev). */
export interface StandardSchema<Value = unknown> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (unsafe: unknown) => StandardResult<Value> | Promise<StandardResult<Value>>
    readonly types?: { readonly input: unknown; readonly output: Value } | undefined
  }
}

/** What such a schema says of a value. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
      }[]
    }

/** What can check a value that is whole. Only a zod schema can be followed while the value grows. */
export type OutputSchema<Value = unknown> = ZodType<Value> | StandardSchema<Value>

/** Whether a schema is zod's own, of which the parts are known. */
export function isZod<Value>(schema: OutputSchema<Value>): schema is ZodType<Value> {
  return schema instanceof z.ZodType
}

/** Whether a value is a schema that can check an output. */
export function isOutputSchema(schema: unknown): schema is OutputSchema {
  if (schema instanceof z.ZodType) return true
  if (schema === null || (typeof schema !== 'object' && typeof schema !== 'function')) return false
  const standard: unknown = Reflect.get(schema, '~standard')
  return (
    typeof standard === 'object' &&
    standard !== null &&
    'validate' in standard &&
    typeof standard.validate === 'function'
  )
}
