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
  const { def } = schema
  if (schema instanceof z.ZodPipe) return asType(schema.def.out)
  if (schema instanceof z.ZodLazy) return openLazy(schema)
  return wrappers.has(def.type) && 'innerType' in def ? asType(def.innerType) : undefined
}

const wrappers: ReadonlySet<string> = new Set([
  'optional',
  'nullable',
  'default',
  'prefault',
  'nonoptional',
  'readonly',
  'catch',
])

/** What a lazy schema is; nothing where its getter throws, as it did when the value was checked. */
function openLazy(schema: z.ZodLazy): ZodType | undefined {
  try {
    return asType(schema.unwrap())
  } catch {
    return undefined
  }
}

/**
 * The form of a union that a value came out of, where no other form makes such values; of any other schema itself. The value
 * may be open: what is certain of it stays so. No schema is run, for one may throw, and what came out of one is no input.
 */
export function variantOf(schema: ZodType | undefined, value: unknown): ZodType | undefined {
  if (!(schema instanceof z.ZodUnion)) return schema
  const fitting = schema.options.filter((option) => mayMake(option, value))
  return fitting.length === 1 ? asType(fitting[0]) : undefined
}

/** Whether such a value may come out of a schema, by its kind and by the keys and words in it. */
function mayMake(schema: unknown, value: unknown): boolean {
  const inner = layersOf(asType(schema)).at(-1)
  if (!mayBe(inner, value)) return false
  if (!(inner instanceof z.ZodObject) || !isKeyed(value)) return true
  return Object.entries(value).every(([key, part]) => {
    const schemas = partSchemas(inner, key)
    if (schemas === undefined) return true
    return schemas.length > 0 && schemas.every((one) => mayBe(layersOf(one).at(-1), part))
  })
}

/** The same by its kind and word alone, of what is behind all layers; null and undefined may come from any of these. */
function mayBe(inner: ZodType | undefined, value: unknown): boolean {
  if (inner === undefined || value === null || value === undefined) return true
  switch (inner.def.type) {
    case 'literal':
    case 'enum':
      return valuesOf(inner)?.has(value) === true
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === inner.def.type
    case 'object':
    case 'record':
      return isKeyed(value)
    case 'array':
    case 'tuple':
      return Array.isArray(value)
    default:
      return inner.def.type !== 'never'
  }
}

function isKeyed(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The schema of the value under a key; undefined where nothing names it, and where several do: a value that is merged of
 * what came out of each is no one's.
 */
export function partSchema(schema: ZodType | undefined, key: string | number): ZodType | undefined {
  const schemas = partSchemas(schema, key)
  return schemas?.length === 1 ? schemas[0] : undefined
}

/** All schemas that the value under a key comes from; undefined where that is not known. */
function partSchemas(
  schema: ZodType | undefined,
  key: string | number,
): readonly ZodType[] | undefined {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, unknown>> = schema.shape
    return known(Object.hasOwn(shape, key) ? shape[key] : schema.def.catchall)
  }
  if (schema instanceof z.ZodArray) return known(schema.element)
  if (schema instanceof z.ZodRecord) {
    // A loose one also lets through, unchecked, what stands under keys that it does not take.
    return schema.def.mode === 'loose' ? undefined : known(schema.valueType)
  }
  if (schema instanceof z.ZodTuple) return known(schema.def.items[Number(key)] ?? schema.def.rest)
  if (!(schema instanceof z.ZodIntersection)) return undefined
  const [left, right] = [schema.def.left, schema.def.right].map((side) =>
    partSchemas(layersOf(asType(side)).at(-1), key),
  )
  return left && right && [...new Set([...left, ...right])]
}

function known(schema: unknown): readonly ZodType[] | undefined {
  if (schema === undefined || schema === null) return []
  return schema instanceof z.ZodType ? [schema] : undefined
}

/** The keys of an object in the order in which they come out of a schema, whatever order they arrive in. */
export function inOrder(schema: ZodType | undefined, keys: readonly string[]): readonly string[] {
  const present = new Set(keys)
  const named = namedKeys(schema).filter((key) => present.has(key))
  return [...new Set([...named, ...keys])]
}

/** The keys that a schema names. */
function namedKeys(schema: ZodType | undefined): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodRecord) return [...(valuesOf(schema.keyType) ?? [])].map(String)
  if (!(schema instanceof z.ZodIntersection)) return []
  return [schema.def.left, schema.def.right].flatMap((side) =>
    namedKeys(layersOf(asType(side)).at(-1)),
  )
}

/** All values of a schema, where they are few. */
function valuesOf({ _zod: { values } }: z.core.$ZodType): ReadonlySet<unknown> | undefined {
  return values
}

/** What an object or array holds under a key of its own. */
export function partOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Reflect.get(value, key)
}

function asType(schema: unknown): ZodType | undefined {
  return schema instanceof z.ZodType ? schema : undefined
}
