import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createOutputStream, type OpenOutput } from '@glovebox/schema'

/** What is known after a text. */
function after(text: string, schema: z.ZodType): OpenOutput<unknown> {
  const stream = createOutputStream(schema)
  stream.write(text)
  const { snapshot } = stream
  if (snapshot.status !== 'open') throw new Error('The stream has ended')
  return snapshot
}

const shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), label: z.string(), r: z.number() }),
  z.strictObject({
    kind: z.literal('box'),
    label: z.string().max(3),
    w: z.int(),
    note: z.string().optional(),
  }),
])
const either = z.union([
  z.object({ a: z.string(), b: z.int() }),
  z.object({ a: z.string(), b: z.string().trim() }),
])
const tree: z.ZodType = z.object({
  name: z.string(),
  get children() {
    return z.array(tree)
  },
})

describe('what is shown while it grows', () => {
  it.each([
    ['a tuple', z.tuple([z.string(), z.int()], z.boolean()), '["a",1,true,fal', ['a', 1, true]],
    [
      'a record',
      z.record(z.string(), z.array(z.int())),
      '{"x":[1,2],"y":[3,',
      { x: [1, 2], y: [3] },
    ],
    [
      'a record with its own words as keys',
      z.record(z.enum(['x', 'y']), z.int()),
      '{"y":1,',
      { y: 1 },
    ],
    [
      'the field types of any other key',
      z.object({ a: z.int() }).catchall(z.string()),
      '{"z":"wo',
      { z: 'wo' },
    ],
    ['a loose object', z.looseObject({ a: z.int() }), '{"z":[1,2],"a":', { z: [1, 2] }],
    ['what all forms of a union show', either, '{"a":"wo', { a: 'wo' }],
    ['the one form of a union that is left', either, '{"b":1,"a":"x"', { b: 1, a: 'x' }],
    [
      'a text, where other forms are no text',
      z.union([z.string(), z.int(), z.null()]),
      '"wo',
      'wo',
    ],
    ['a text that is none of the words', z.union([z.literal('auto'), z.string()]), '"aux', 'aux'],
    ['a variant', shape, '{"kind":"circle","label":"wo', { kind: 'circle', label: 'wo' }],
    [
      'what came before the discriminator',
      shape,
      '{"label":"ab","kind":"box",',
      { label: 'ab', kind: 'box' },
    ],
    [
      'an intersection',
      z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })),
      '{"b":"x","a":"y',
      { b: 'x', a: 'y' },
    ],
    ['any JSON', z.json(), '{"a":[1,"x', { a: [1, 'x'] }],
    [
      'a schema that holds itself',
      tree,
      '{"name":"a","children":[{"name":"b","children":[{"na',
      { name: 'a', children: [{ name: 'b', children: [{}] }] },
    ],
    [
      'behind optional, nullable, default, readonly and lazy',
      z.object({ a: z.lazy(() => z.string().optional().nullable().default('d').readonly()) }),
      '{"a":"wo',
      { a: 'wo' },
    ],
    [
      'behind prefault and nonoptional',
      z.object({ a: z.string().prefault('p').optional().nonoptional() }),
      '{"a":"wo',
      { a: 'wo' },
    ],
  ])('is %s', (_name, schema: z.ZodType, text, partial) => {
    expect(after(text, schema).partial).toEqual(partial)
  })

  it.each([
    [
      'a part that forms of a union make into different values',
      z.array(z.union([z.object({ a: z.string() }), z.object({ a: z.string().trim() })])),
      '[{"a":"x y "',
      [{}],
    ],
    [
      'what an object is made of, before it is made',
      z.object({ a: z.object({ b: z.string() }).transform(({ b }) => b) }),
      '{"a":{"b":"x",',
      {},
    ],
    ['what a pipe reads', z.array(z.string().pipe(z.string())), '["wo', []],
    ['what may be caught', z.object({ a: z.string().catch('c') }), '{"a":"wo', {}],
    ['what may be coerced', z.object({ a: z.coerce.string() }), '{"a":"wo', {}],
    ['half a word', z.union([z.literal('auto'), z.string()]), '"au', undefined],
    ['keys that may become one', z.record(z.string().toLowerCase(), z.int()), '{"A":1,', undefined],
    ['keys that no schema names', z.object({ a: z.int() }), '{"b":1,"a":2', {}],
    ['what is wrong', z.array(z.int()), '[1,"x",2,', [1]],
  ])('is not %s', (_name, schema: z.ZodType, text, partial) => {
    expect(after(text, schema).partial).toEqual(partial)
  })

  it('is a whole part once it is closed, made by the one form that is left', () => {
    const stream = createOutputStream(either)
    stream.write('{"b":" x ",')
    const { snapshot } = stream
    expect(snapshot).toMatchObject({ partial: { b: 'x' }, doomed: false })
  })

  it('keeps the identity of what is closed', () => {
    const stream = createOutputStream(z.array(z.object({ a: z.string() })))
    stream.write('[{"a":"x"},')
    const before = stream.snapshot.status === 'open' ? stream.snapshot.partial?.[0] : undefined
    stream.write('{"a":"y"},{"a":')
    const later = stream.snapshot.status === 'open' ? stream.snapshot.partial : undefined
    expect(later).toEqual([{ a: 'x' }, { a: 'y' }, {}])
    expect(later?.[0]).toBe(before)
  })

  it('gives each item of a large array, and each field of a large object, in steps', () => {
    const text = JSON.stringify(
      Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k${index}`, index])),
    )
    const { partial } = after(text.slice(0, -1), z.record(z.string(), z.number()))
    const count = Object.keys(Object(partial)).length
    expect([count > 1900, count <= 1999]).toEqual([true, true])
  })
})

describe('an output is doomed', () => {
  it.each([
    ['an object where a text is expected', z.object({ a: z.string() }), '{"a":', '{', ['a']],
    ['a text where a number is expected', z.object({ a: z.int() }), '{"a":', '"', ['a']],
    ['true where only false is expected', z.literal(false), '', 't', []],
    ['null where nothing may be null', z.array(z.string()), '[', 'n', [0]],
    ['an array as a whole', z.object({}), '', '[', []],
    [
      'a text that is longer than it may be',
      z.object({ a: z.string().max(3) }),
      '{"a":"abc',
      'd',
      ['a'],
    ],
    ['a text that is longer than it has to be', z.string().length(2), '"😀😀', '😀', []],
    ['the beginning of no word', z.enum(['red', 'green']), '"re', 'x', []],
    ['more than a word', z.literal('red'), '"red', 'x', []],
    ['a key that a strict object does not have', z.strictObject({ a: z.int() }), '{"b', '"', []],
    ['a key that a record does not have', z.record(z.enum(['a']), z.int()), '{"b', '"', []],
    ['an item too many', z.array(z.int()).max(2), '[1,2,', '3', []],
    ['an item too many for a tuple', z.tuple([z.int()]), '[1,', '{', []],
    [
      'a part that is refused by every form of a union',
      z.union([z.object({ a: z.int() }), z.object({ a: z.null() })]),
      '{"a":',
      '"',
      ['a'],
    ],
    [
      'parts that no form of a union takes together',
      z.union([z.object({ a: z.int(), b: z.int() }), z.object({ a: z.null(), b: z.null() })]),
      '{"a":1,"b":',
      'n',
      ['b'],
    ],
    ['a discriminator that no variant has', shape, '{"kind":"cir', 'x', ['kind']],
    ['a field that its variant refuses', shape, '{"kind":"box","w":', '"', ['w']],
    ['what came before the discriminator', shape, '{"label":"long","kind":"', 'b', ['kind']],
    [
      'a key that both sides of an intersection refuse',
      z.intersection(z.strictObject({ a: z.int() }), z.strictObject({ b: z.int() })),
      '{"c',
      '"',
      [],
    ],
    [
      'a value that one side of an intersection refuses',
      z.intersection(z.object({ a: z.int() }), z.object({ a: z.number() })),
      '{"a":1.5',
      ',',
      ['a'],
    ],
    ['what a pipe cannot read', z.string().transform((text) => text.length), '', '1,', []],
    ['what a codec cannot read', z.stringbool(), '', '{', []],
    [
      'a rule that does not hold',
      z.object({ a: z.int().refine((value) => value > 1) }),
      '{"a":1',
      ',',
      ['a'],
    ],
    ['anything where nothing can be', z.object({ a: z.never().optional() }), '{"a":', '1', ['a']],
    ['a date, which JSON does not have', z.date(), '', '"', []],
    ['a required key that is missing', z.array(z.object({ a: z.int() })), '[{', '}', [0, 'a']],
    ['a key twice', z.json(), '{"a":1,"a', '"', ['a']],
    ['what is no JSON', z.json(), '{"a":1', 'x', []],
  ])('as soon as there is %s', (_name, schema: z.ZodType, text, next, path) => {
    const [before, now] = [after(text, schema), after(text + next, schema)]
    expect({ before: before.doomed, now: now.doomed, path: now.issues[0]?.path }).toEqual({
      before: false,
      now: true,
      path,
    })
  })

  it.each([
    ['a value that is caught', z.object({ a: z.string().catch('c') }), '{"a":{"b":[1]}}'],
    ['a value that is made before it is checked', z.preprocess(String, z.string()), '[1]'],
    ['a value that is coerced', z.array(z.coerce.number()), '["1",true,null]'],
    ['any value', z.object({ a: z.unknown(), b: z.any() }), '{"a":[{"x":1}],"b":null}'],
    [
      'a key that one side of an intersection takes',
      z.intersection(z.strictObject({ a: z.int() }), z.object({ b: z.int() })),
      '{"a":1,"b":2,"c":3}',
    ],
    [
      'a key that an intersection with anything takes',
      z.intersection(z.strictObject({ a: z.int() }), z.unknown()),
      '{"a":1,"c":3}',
    ],
    ['a text with pairs, as long as it may be', z.string().max(2), '"😀😀"'],
    ['a text that is cut before it is measured', z.string().trim().max(2), '"    ab    "'],
    [
      'an array that is cut before it is measured',
      z
        .array(z.int())
        .overwrite((items) => items.slice(0, 1))
        .max(1),
      '[1,2,3]',
    ],
    [
      'an unknown key that a union after a pipe forgets',
      z
        .strictObject({ a: z.int() })
        .pipe(z.union([z.object({ a: z.int() }), z.object({ a: z.number() })])),
      '{"a":1,"b":2}',
    ],
    [
      'a second form of a union',
      z.array(z.union([z.strictObject({ a: z.int() }), z.record(z.string(), z.json())])),
      '[{"a":1,"b":[{}]}]',
    ],
    ['digits for a text', z.object({ id: z.string() }), '{"id":12345678901234567890}'],
    ['a number in exponent form', z.int(), '1.5e1'],
  ])('never by %s', (_name, schema: z.ZodType, text) => {
    const stream = createOutputStream(schema)
    const doomed = [...text].map((character) => {
      stream.write(character)
      return stream.snapshot.status === 'open' && stream.snapshot.doomed
    })
    expect([doomed.includes(true), stream.end().status]).toEqual([false, 'valid'])
  })
})

describe('the state of a path', () => {
  it.each([
    ['a tuple', z.tuple([z.string(), z.int()]), '["a",1.5', { '0': 'valid', '1': 'open' }],
    [
      'a record',
      z.record(z.string(), z.int()),
      '{"x":1,"y":1.5,',
      { x: 'valid', y: 'invalid', z: 'absent' },
    ],
    ['a union', either, '{"a":"x","b":null,', { a: 'valid', b: 'invalid' }],
    [
      'a variant',
      shape,
      '{"r":1,"kind":"circle","label":"x',
      { r: 'valid', kind: 'valid', label: 'open' },
    ],
    [
      'a part that no schema names',
      z.object({ a: z.int() }),
      '{"b":1,"a":',
      { b: 'open', a: 'absent' },
    ],
  ])('is told in %s', (_name, schema: z.ZodType, text, states) => {
    const { at } = after(text, schema)
    const isTuple = text.startsWith('[')
    const known = Object.keys(states).map((key) => [key, at([isTuple ? Number(key) : key])])
    expect(Object.fromEntries(known)).toEqual(states)
  })

  it('of what lies in a part that a union has not decided on is told when it has', () => {
    const schema = z.union([
      z.object({ a: z.object({ x: z.int() }), b: z.int() }),
      z.object({ a: z.object({ y: z.int() }), b: z.null() }),
    ])
    const states = ['{"a":{"x":1,"y":"z"', '{"a":{"x":1,"y":2},', '{"a":{"x":1,"y":2},"b":1,'].map(
      (text) => after(text, schema).at(['a', 'x']),
    )
    expect(states).toEqual(['valid', 'valid', 'valid'])
  })
})

describe('an integer that no number holds', () => {
  const digits = '9007199254740993'

  it.each([
    ['a text', z.object({ id: z.string() }), `{"id":${digits}}`, { id: digits }, ['id']],
    ['a negative number for a text', z.array(z.string()), `[-${digits}]`, [`-${digits}`], [0]],
    ['a union with a text', z.union([z.int(), z.string()]), digits, digits, []],
    ['a bigint that is coerced', z.coerce.bigint(), digits, BigInt(digits), []],
    [
      'a codec that reads a text',
      z.codec(z.string(), z.bigint(), { decode: BigInt, encode: String }),
      digits,
      BigInt(digits),
      [],
    ],
    [
      'an optional text',
      z.object({ id: z.string().nullable().optional() }),
      `{"id":${digits}}`,
      { id: digits },
      ['id'],
    ],
    ['any JSON', z.json(), `{"a":[${digits}]}`, { a: [digits] }, ['a', 0]],
  ])(
    'is given as its digits to %s, and that is said',
    (_name, schema: z.ZodType, text, value, path) => {
      const stream = createOutputStream(schema)
      stream.write(text)
      expect(stream.end()).toEqual({
        status: 'valid',
        value,
        corrections: [{ path, code: 'digits' }],
      })
    },
  )

  it.each([
    ['a number', z.number(), digits],
    ['a bigint that takes no text', z.bigint(), digits],
    ['a number that is coerced', z.coerce.number(), digits],
    ['anything', z.unknown(), digits],
    ['a word', z.literal('a'), digits],
    ['a text, as a fraction', z.string(), `${digits}.5`],
    ['a text, with an exponent', z.string(), `${digits}e0`],
    ['a text, beyond infinity', z.string(), '1e999'],
    ['a number that becomes nothing', z.number(), '1e-999'],
    ['a field that no schema names', z.object({}), `{"id":${digits}}`],
  ])('is an issue for %s', (_name, schema: z.ZodType, text) => {
    const stream = createOutputStream(schema)
    stream.write(text)
    expect(stream.end()).toMatchObject({ status: 'invalid', issues: [{ code: 'unsafe-number' }] })
  })
})
