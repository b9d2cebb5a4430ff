import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createOutputStream, parseOutput } from '@glovebox/schema'

const currency = z.enum(['EUR', 'JPY'])
const event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Sold'), currency }),
  z.object({ type: z.literal('Returned'), reason: z.literal('Broken') }),
])

describe('a word that differs from the schema’s in case alone', () => {
  it.each([
    { name: 'of an enum', schema: currency, unsafe: '"eur"', value: 'EUR', paths: [[]] },
    { name: 'of a literal', schema: z.literal('Yes'), unsafe: '"YES"', value: 'Yes', paths: [[]] },
    {
      name: 'in a list',
      schema: z.array(currency),
      unsafe: '["EUR","Jpy","eur"]',
      value: ['EUR', 'JPY', 'EUR'],
      paths: [[1], [2]],
    },
    {
      name: 'that is optional, nullable and has a default',
      schema: z.object({ a: currency.nullable().default('EUR'), b: currency.optional() }),
      unsafe: '{"a":"jpy","b":"jpy"}',
      value: { a: 'JPY', b: 'JPY' },
      paths: [['a'], ['b']],
    },
    {
      name: 'that is a discriminator, with words behind it',
      schema: z.array(event),
      unsafe: '[{"type":"sold","currency":"eur"},{"type":"RETURNED","reason":"broken"}]',
      value: [
        { type: 'Sold', currency: 'EUR' },
        { type: 'Returned', reason: 'Broken' },
      ],
      paths: [
        [0, 'type'],
        [1, 'type'],
        [0, 'currency'],
        [1, 'reason'],
      ],
    },
    {
      name: 'in one form of a union',
      schema: z.union([z.object({ a: z.number() }), z.object({ a: currency })]),
      unsafe: '{"a":"eur"}',
      value: { a: 'EUR' },
      paths: [['a']],
    },
    {
      name: 'that goes into a transform',
      schema: currency.transform((word) => word.length),
      unsafe: '"eur"',
      value: 3,
      paths: [[]],
    },
    {
      name: 'that both sides of an intersection name',
      schema: z.intersection(currency, z.enum(['EUR'])),
      unsafe: '"eur"',
      value: 'EUR',
      paths: [[]],
    },
  ])('$name is put right and reported', ({ schema, unsafe, value, paths }) => {
    expect(parseOutput<unknown>(schema, unsafe)).toEqual({
      status: 'valid',
      value,
      corrections: paths.map((path) => ({ path, code: 'case' })),
    })
  })

  it.each([
    { name: 'that the schema names as it is', schema: z.enum(['EUR', 'eur']), unsafe: '"eur"' },
    { name: 'that a text may be', schema: z.union([currency, z.string()]), unsafe: '"eur"' },
  ])('$name stays', ({ schema, unsafe }) => {
    expect(parseOutput<unknown>(schema, unsafe)).toEqual({ status: 'valid', value: 'eur' })
  })

  it.each([
    { name: 'two words differ from it so', schema: z.enum(['EUR', 'eur']), unsafe: '"Eur"' },
    { name: 'it differs in more', schema: currency, unsafe: '"eur "' },
    { name: 'it only looks alike', schema: currency, unsafe: '"ЕUR"' },
    { name: 'it is a key', schema: z.record(currency, z.number()), unsafe: '{"eur":1,"JPY":2}' },
    { name: 'its letters are more', schema: z.literal('STRASSE'), unsafe: '"Straße"' },
  ])('is an issue where $name', ({ schema, unsafe }) => {
    expect(parseOutput<unknown>(schema, unsafe)).toMatchObject({ status: 'invalid' })
  })

  it('is no issue beside one that is', () => {
    const schema = z.object({ currency, amount: z.number() })
    const output = parseOutput(schema, '{"currency":"eur","amount":"1"}')
    expect(output.status === 'invalid' && output.issues.map(({ path }) => path)).toEqual([
      ['amount'],
    ])
  })

  it('is valid and shown in the schema’s case as soon as it closes', () => {
    const stream = createOutputStream(z.object({ currency, note: z.string() }))
    stream.write('{"currency":"eur","note":"a')
    const { snapshot } = stream
    expect(snapshot.status === 'open' && [snapshot.partial, snapshot.at(['currency'])]).toEqual([
      { currency: 'EUR', note: 'a' },
      'valid',
    ])
  })

  it('leaves a value that the app gave as it was', () => {
    const given = { a: ['eur'] }
    parseOutput(z.object({ a: z.array(currency) }), given)
    expect(given).toEqual({ a: ['eur'] })
  })

  it('is put right in ten thousand places, in work that grows with their number', () => {
    const schema = z.array(z.object({ currency }))
    const unsafe = JSON.stringify(Array.from({ length: 9_999 }, () => ({ currency: 'eur' })))
    const output = parseOutput(schema, unsafe)
    expect(output.status === 'valid' && output.corrections?.length).toBe(9_999)
  })

  it('is put right in discriminators that stand in one another', () => {
    interface Node {
      readonly type: 'Node' | 'Leaf'
      readonly inner?: Node | undefined
    }
    const node: z.ZodType<Node> = z.lazy(() =>
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('Node'), inner: node.optional() }),
        z.object({ type: z.literal('Leaf') }),
      ]),
    )
    const nested = (depth: number): object =>
      depth === 0 ? { type: 'leaf' } : { type: 'node', inner: nested(depth - 1) }
    expect([10, 40].map((depth) => parseOutput(node, nested(depth)).status)).toEqual([
      'valid',
      'invalid',
    ])
  })
})
