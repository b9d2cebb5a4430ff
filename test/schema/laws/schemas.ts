import {
  boolean,
  constant,
  constantFrom,
  letrec,
  nat,
  oneof,
  tuple,
  type Arbitrary,
} from 'fast-check'
import * as z from 'zod'

const keys = ['a', 'b', 'c', 'toString']
/** What schemas and values name; in other upper and lower case too. */
export const words = ['red', 'reddish', 'RED', 'blue', '', 'Reddish', 'BLUE']

/** A schema, and a value that it may take. */
interface Example {
  readonly schema: z.ZodType
  readonly value: unknown
}

const leaves: readonly (readonly [z.ZodType, unknown])[] = [
  [z.string(), 'red'],
  [z.string(), '😀'],
  [z.string().max(3), 'red'],
  [z.string().max(1), '😀'],
  [z.string().length(2), 'no'],
  [z.string().min(1).trim(), ' red '],
  [z.string().toUpperCase(), 'red'],
  [z.url(), 'https://x.test/'],
  [z.string().regex(/^r/), 'red'],
  [z.number(), -1.5],
  [z.int().min(0), 1],
  [z.boolean(), true],
  [z.null(), null],
  [z.enum(['red', 'reddish']), 'reddish'],
  [z.enum(['red', 'reddish']), 'Reddish'],
  [z.literal('red'), 'red'],
  [z.literal('blue'), 'BLUE'],
  [z.literal(1), 1],
  [z.literal([true, null, 'blue']), true],
  [z.unknown(), 2],
  [z.any(), { a: 'red' }],
  [z.never(), 0],
  [z.date(), 0],
  [z.coerce.number(), '2'],
  [z.coerce.string(), 2],
  [z.coerce.boolean(), ''],
  [z.coerce.bigint(), '1'],
  [z.stringbool(), 'no'],
  [z.templateLiteral(['r', z.string()]), 'red'],
  [z.json(), { a: ['red', { b: null }] }],
  [z.custom((value) => value !== 1), 2],
  [z.preprocess((value) => (value === 1 ? 'red' : value), z.string()), 1],
  [z.codec(z.string(), z.number(), { decode: (text) => text.length, encode: String }), 'red'],
]

const tree: z.ZodType = z.object({
  get a() {
    return z.array(tree).optional()
  },
  b: z.string().optional(),
})

/** Schemas of all kinds, deep enough that each kind stands in each other, with a value that often fits. */
const examples: Arbitrary<Example> = letrec<{ one: Example; object: ObjectExample }>((tie) => {
  const two = tuple(tie('one'), tie('one'))
  const wrapped = (wrap: (schema: z.ZodType) => z.ZodType, wrapValue = (value: unknown) => value) =>
    tie('one').map(({ schema, value }) => ({ schema: wrap(schema), value: wrapValue(value) }))
  return {
    object: tuple(tie('one'), tie('one'), constantFrom('strip', 'strict', 'loose', 'rest')).map(
      objectOf,
    ),
    one: oneof(
      { maxDepth: 4, withCrossShrink: true },
      constantFrom(...leaves).map(([schema, value]) => ({ schema, value })),
      tie('object'),
      tie('object').map(({ schema, value }) => ({
        schema: schema.partial(),
        value: { b: value.b },
      })),
      tuple(tie('object'), tie('object')).map(both),
      tuple(tie('object'), tie('object'), tie('object'), nat(3), boolean()).map(variants),
      tuple(two, boolean()).map(([[one, other], isFirst]) => ({
        schema: z.union([one.schema, other.schema]),
        value: isFirst ? one.value : other.value,
      })),
      two.map(([one, other]) => ({
        schema: z.xor([one.schema, other.schema]),
        value: other.value,
      })),
      two.map(both),
      two.map(([one, other]) => ({
        schema: z.tuple([one.schema, other.schema]),
        value: [one.value, other.value],
      })),
      two.map(([one, other]) => ({
        schema: z.tuple([one.schema], other.schema),
        value: [one.value, other.value, other.value],
      })),
      two.map(([one, other]) => ({ schema: one.schema.pipe(other.schema), value: one.value })),
      wrapped(z.array, (value) => [value, value, value]),
      wrapped(
        (schema) => z.array(schema).max(2),
        (value) => [value, value],
      ),
      wrapped(
        (schema) => z.array(schema).length(1),
        (value) => [value],
      ),
      wrapped(
        (schema) => z.record(z.string(), schema),
        (value) => ({ b: value, 1: value }),
      ),
      wrapped(
        (schema) => z.record(z.enum(['a', 'b']), schema),
        (value) => ({ b: value, a: value }),
      ),
      wrapped(
        (schema) => z.partialRecord(z.enum(['a', 'b']), schema),
        (b) => ({ b }),
      ),
      wrapped(
        (schema) => z.record(z.string().toUpperCase(), schema),
        (value) => ({ a: value, A: value }),
      ),
      wrapped(
        (schema) => z.record(z.number(), schema),
        (value) => ({ 2: value, '1.0': value }),
      ),
      wrapped(
        (schema) => z.looseRecord(z.string().max(1), schema),
        (value) => ({ a: value, bb: 0 }),
      ),
      wrapped((schema) => schema.optional()),
      wrapped((schema) => schema.nullable()),
      wrapped(
        (schema) => schema.nullable(),
        () => null,
      ),
      wrapped((schema) => schema.default('d')),
      wrapped((schema) => schema.prefault('red')),
      wrapped((schema) => schema.catch('caught')),
      wrapped((schema) => schema.readonly()),
      wrapped((schema) => schema.optional().nonoptional()),
      wrapped((schema) => z.lazy(() => schema)),
      wrapped((schema) => schema.refine((value) => value !== 'blue')),
      wrapped((schema) => schema.transform((value) => [value])),
      wrapped((schema) => schema.overwrite((value) => value)),
      constant({ schema: tree, value: { b: 'red', a: [{}, { a: [], b: 'x' }] } }),
    ),
  }
}).one

interface ObjectExample {
  readonly schema: z.ZodObject
  readonly value: Readonly<Record<string, unknown>>
}

function objectOf([one, other, rest]: readonly [Example, Example, string]): ObjectExample {
  const schema = z.object({ a: one.schema, b: other.schema })
  const value = { b: other.value, a: one.value }
  if (rest === 'strict') return { schema: schema.strict(), value }
  const more = { ...value, c: one.value }
  if (rest === 'loose') return { schema: schema.loose(), value: more }
  return { schema: rest === 'rest' ? schema.catchall(one.schema) : schema, value: more }
}

/** An intersection; of two objects' values, one. */
function both([one, other]: readonly [Example, Example]): Example {
  const isMerged = [one, other].every(
    ({ value }) => typeof value === 'object' && !Array.isArray(value),
  )
  return {
    schema: z.intersection(one.schema, other.schema),
    value: isMerged ? { ...Object(other.value), ...Object(one.value) } : one.value,
  }
}

/** A discriminated union of three objects, whose discriminator may come last. */
function variants([one, two, three, chosen, isLast]: readonly [
  ObjectExample,
  ObjectExample,
  ObjectExample,
  number,
  boolean,
]): Example {
  const [first, second, third] = [one, two, three].map(({ schema }, index) =>
    schema.extend({ c: z.literal(words[index] ?? '') }),
  )
  if (first === undefined || second === undefined || third === undefined) return both([one, two])
  const { value } = [one, two, three][chosen] ?? two
  const { c: _c, ...others } = value
  const c = words[chosen] === 'blue' ? 'Reddish' : words[chosen]
  return {
    schema: z.discriminatedUnion('c', [first, second, third]),
    value: isLast ? { ...others, c } : { c, ...others },
  }
}

/** Values that come near to what the schemas take. */
const values: Arbitrary<unknown> = letrec<{ value: unknown }>((tie) => ({
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

/** Schemas, each with a value: one that often fits, or any. */
export const cases: Arbitrary<readonly [z.ZodType, string]> = tuple(examples, values, nat(3)).map(
  ([{ schema, value }, other, chance]) => [schema, JSON.stringify(chance === 0 ? other : value)],
)
