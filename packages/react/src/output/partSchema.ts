import * as z from 'zod'
import type { ZodType } from 'zod'

/** A schema, and those within it that say what its value is; from the outermost on. */
export function layersOf(schema: ZodType | undefined): readonly ZodType[] {
  const layers: ZodType[] = []
  let layer = schema
  while (layer !== undefined && !layers.includes(layer)) {
    layers.push(layer)
    layer = innerOf(layer)
  }
  return layers
}

/** The schema of what comes out, behind what does not change its parts. */
function innerOf(schema: ZodType): ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return asType(schema.unwrap())
  }
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return asType(schema.unwrap())
  }
  if (schema instanceof z.ZodNonOptional || schema instanceof z.ZodReadonly) {
    return asType(schema.unwrap())
  }
  if (schema instanceof z.ZodCatch || schema instanceof z.ZodLazy) return asType(schema.unwrap())
  if (schema instanceof z.ZodPipe) return asType(schema.def.out)
  return undefined
}

/** The schema of the form of a union that a value has, where that is plain; of any other schema itself. */
export function variantOf(schema: ZodType | undefined, value: unknown): ZodType | undefined {
  if (!(schema instanceof z.ZodUnion)) return schema
  const options = schema.options.flatMap((option) => asType(option) ?? [])
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const name = partOf(value, schema.def.discriminator)
    return options.find((option) => namesOf(option, schema.def.discriminator).has(name))
  }
  const fitting = options.filter((option) => option.safeParse(value).success)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** The names that a discriminator has in one form of its union. */
export function namesOf(
  { _zod: { propValues } }: ZodType,
  discriminator: string,
): ReadonlySet<unknown> {
  return propValues?.[discriminator] ?? new Set()
}

/** The schema of the value under a key; undefined where nothing names it. */
export function partSchema(schema: ZodType | undefined, key: string | number): ZodType | undefined {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, unknown>> = schema.shape
    const own = Object.hasOwn(shape, key) ? shape[key] : schema.def.catchall
    return asType(own)
  }
  if (schema instanceof z.ZodArray) return asType(schema.element)
  if (schema instanceof z.ZodRecord) return asType(schema.valueType)
  if (schema instanceof z.ZodTuple) {
    return asType(schema.def.items[Number(key)] ?? schema.def.rest)
  }
  if (schema instanceof z.ZodIntersection) {
    const sides = [asType(schema.def.left), asType(schema.def.right)]
    return sides.flatMap((side) => partSchema(layersOf(side).at(-1), key) ?? []).at(0)
  }
  return undefined
}

/** What an object or array holds under a key of its own. */
export function partOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Reflect.get(value, key)
}

function asType(schema: unknown): ZodType | undefined {
  return schema instanceof z.ZodType ? schema : undefined
}
