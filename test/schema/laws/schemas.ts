import { constant, constantFrom, letrec, oneof, tuple, type Arbitrary } from 'fast-check'
import * as z from 'zod'

const keys = ['a', 'b', 'c', 'toString']
const words = ['red', 'reddish', 'RED', 'blue', '']

const leaves: readonly z.ZodType[] = [
  z.string(),
  z.string().max(3),
  z.string().length(2),
  z.string().min(1).trim(),
  z.string().toUpperCase(),
  z.url(),
  z.string().regex(/^r/),
  z.number(),
  z.int().min(0),
  z.boolean(),
  z.null(),
  z.enum(['red', 'reddish']),
  z.literal('red'),
  z.literal(1),
  z.literal([true, null, 'blue']),
  z.unknown(),
  z.any(),
  z.never(),
  z.date(),
  z.coerce.number(),
  z.coerce.string(),
  z.coerce.boolean(),
  z.coerce.bigint(),
  z.stringbool(),
  z.templateLiteral(['r', z.string()]),
  z.json(),
  z.custom((value) => value !== 1),
  z.preprocess((value) => (value === 1 ? 'red' : value), z.string()),
  z.codec(z.string(), z.number(), { decode: (text) => text.length, encode: String }),
]

const tree: z.ZodType = z.object({
  get a() {
    return z.array(tree).optional()
  },
  b: z.string().optional(),
})

/** Schemas of all kinds, deep enough that each kind stands in each other. */
export const schemas: Arbitrary<z.ZodType> = letrec<{ schema: z.ZodType; object: z.ZodObject }>(
  (tie) => ({
    object: tuple(
      tie('schema'),
      tie('schema'),
      constantFrom('strip', 'strict', 'loose', 'rest'),
    ).map(([one, other, rest]) => {
      const object = z.object({ a: one, b: other })
      if (rest === 'strict') return object.strict()
      if (rest === 'loose') return object.loose()
      return rest === 'rest' ? object.catchall(one) : object
    }),
    schema: oneof(
      { maxDepth: 4, withCrossShrink: true },
      constantFrom(...leaves),
      tie('object'),
      tie('object').map((object) => object.partial()),
      tuple(tie('object'), tie('object')).map(([one, other]) => z.intersection(one, other)),
      tuple(tie('object'), tie('object'), tie('object')).map(variants),
      tuple(tie('schema'), tie('schema')).map(([one, other]) => z.union([one, other])),
      tuple(tie('schema'), tie('schema')).map(([one, other]) => z.xor([one, other])),
      tuple(tie('schema'), tie('schema')).map(([one, other]) => z.intersection(one, other)),
      tuple(tie('schema'), tie('schema')).map(([one, other]) => z.tuple([one, other])),
      tuple(tie('schema'), tie('schema')).map(([one, other]) => z.tuple([one], other)),
      tie('schema').map((item) => z.array(item)),
      tie('schema').map((item) => z.array(item).max(2)),
      tie('schema').map((item) => z.array(item).length(1)),
      tie('schema').map((value) => z.record(z.string(), value)),
      tie('schema').map((value) => z.record(z.enum(['a', 'b']), value)),
      tie('schema').map((value) => z.partialRecord(z.enum(['a', 'b']), value)),
      tie('schema').map((value) => z.record(z.string().toUpperCase(), value)),
      tie('schema').map((value) => z.looseRecord(z.string().max(1), value)),
      tie('schema').map((inner) => inner.optional()),
      tie('schema').map((inner) => inner.nullable()),
      tie('schema').map((inner) => inner.default('d')),
      tie('schema').map((inner) => inner.prefault('red')),
      tie('schema').map((inner) => inner.catch('caught')),
      tie('schema').map((inner) => inner.readonly()),
      tie('schema').map((inner) => inner.optional().nonoptional()),
      tie('schema').map((inner) => z.lazy(() => inner)),
      tie('schema').map((inner) => inner.refine((value) => value !== 'blue')),
      tie('schema').map((inner) => inner.transform((value) => [value])),
      tie('schema').map((inner) => inner.overwrite((value) => value)),
      tuple(tie('schema'), tie('schema')).map(([one, other]) => one.pipe(other)),
      constant(tree),
    ),
  }),
).schema

/** A discriminated union of three objects, whose discriminator may come last. */
function variants(objects: readonly z.ZodObject[]): z.ZodType {
  const [first, ...others] = objects.map((object, index) =>
    object.extend({ c: z.literal(words[index] ?? '') }),
  )
  return first === undefined ? z.never() : z.discriminatedUnion('c', [first, ...others])
}

/** Values that come near to what the schemas take. */
export const values: Arbitrary<unknown> = letrec<{ value: unknown }>((tie) => ({
  value: oneof(
    { maxDepth: 4, withCrossShrink: true },
    constantFrom<unknown>(
      ...words,
      'https://x.test/',
      '😀',
      'no',
      0,
      1,
      2,
      -1.5,
      true,
      false,
      null,
    ),
    tuple(tie('value')).map((items) => items),
    tuple(tie('value'), tie('value')).map((items) => items),
    tuple(tie('value'), tie('value'), tie('value')).map((items) => items),
    tuple(tie('value')).map(([a]) => ({ a })),
    tuple(tie('value'), tie('value')).map(([a, b]) => ({ a, b })),
    tuple(tie('value'), tie('value'), constantFrom(...words)).map(([b, a, c]) => ({ b, a, c })),
    tuple(tie('value'), constantFrom(...words)).map(([a, c]) => ({ c, a })),
    tuple(tie('value'), constantFrom(...keys, 'A', '1')).map(([value, key]) => ({ [key]: value })),
  ),
})).value
