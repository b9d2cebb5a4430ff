import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { toClaudeSchema } from '@glovebox/schema'

describe('toClaudeSchema', () => {
  it('closes objects, leaves optional fields out of required, and moves what the API lacks into the description', () => {
    const schema = z.object({
      name: z.string().min(2).describe('A name'),
      tags: z.array(z.string()).max(3).optional(),
    })
    expect(toClaudeSchema(schema)).toEqual({
      ok: true,
      schema: {
        type: 'object',
        properties: {
          name: { type: 'string', description: 'A name (minLength: 2)' },
          tags: { type: 'array', items: { type: 'string' }, description: '(maxItems: 3)' },
        },
        required: ['name'],
        additionalProperties: false,
      },
    })
  })

  it('asks for the input side', () => {
    const schema = z.object({ sure: z.stringbool() })
    expect(toClaudeSchema(schema)).toMatchObject({
      ok: true,
      schema: { properties: { sure: { type: 'string' } } },
    })
  })

  it('turns a discriminated union into anyOf', () => {
    const schema = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a') }),
      z.object({ kind: z.literal('b') }),
    ])
    const result = toClaudeSchema(z.object({ value: schema }))
    expect(result).toMatchObject({
      ok: true,
      schema: { properties: { value: { anyOf: [{ type: 'object' }, { type: 'object' }] } } },
    })
  })

  const node = z.object({
    get children() {
      return z.array(node)
    },
  })

  it.each([
    ['record', ['map'], z.object({ map: z.record(z.string(), z.number()) })],
    ['tuple', ['pair'], z.object({ pair: z.tuple([z.string(), z.number()]) })],
    ['unknown', ['any'], z.object({ any: z.unknown() })],
    ['unknown', ['when'], z.object({ when: z.date() })],
    ['record', ['map'], z.object({ map: z.looseRecord(z.string(), z.number()) })],
    ['unknown', ['big'], z.object({ big: z.bigint() })],
    ['recursion', ['children', 0], node],
  ])('names %s at %j', (rule, path, schema) => {
    expect(toClaudeSchema(schema)).toMatchObject({ ok: false, issues: [{ rule, path }] })
  })

  it('writes out a schema that has an id, since only a circle is recursion', () => {
    const place = z.string().meta({ id: 'TestPlace' })
    expect(toClaudeSchema(z.object({ from: place, to: place }))).toMatchObject({
      ok: true,
      schema: { properties: { from: { type: 'string' }, to: { type: 'string' } } },
    })
  })

  it('moves several patterns into the description', () => {
    expect(toClaudeSchema(z.object({ a: z.string().regex(/a/).regex(/b/) }))).toMatchObject({
      ok: true,
      schema: { properties: { a: { description: '(pattern: "a", pattern: "b")' } } },
    })
  })

  it.each([
    ['a look ahead', /(?=a)/],
    ['a word boundary', /\bx/],
    ['a back reference', /(a)\1/],
    ['a large count', /a{1,1000}/],
    ['a Unicode class', /\p{L}/u],
  ])('sends no pattern with %s', (_name, pattern) => {
    const result = toClaudeSchema(z.object({ a: z.string().regex(pattern) }))
    expect(JSON.stringify(result)).not.toContain('"pattern":')
  })

  it('keeps the formats Claude knows, and the default of an optional field', () => {
    const result = toClaudeSchema(
      z.object({ id: z.uuid(), day: z.iso.date().default('2026-01-01') }),
    )
    expect(result).toMatchObject({
      schema: {
        properties: { id: { format: 'uuid' }, day: { format: 'date', default: '2026-01-01' } },
        required: ['id'],
      },
    })
  })

  it('refuses a field that no value is ever read for', () => {
    expect(toClaudeSchema(z.object({ constructor: z.string() }))).toMatchObject({
      ok: false,
      issues: [{ rule: 'forbidden-key', path: ['constructor'] }],
    })
  })

  it('accepts just as many optional and union fields as Claude does', () => {
    const optional = Array.from({ length: 24 }, (_, index) => [`o${index}`, z.int().optional()])
    const unions = Array.from({ length: 16 }, (_, index) => [`u${index}`, z.int().nullable()])
    const schema = z.object(Object.fromEntries([...optional, ...unions]))
    expect(toClaudeSchema(schema)).toMatchObject({ ok: true })
  })

  it.each([
    ['optional-limit', 25, z.string().optional()],
    ['union-limit', 17, z.string().nullable()],
  ])('counts towards the %s', (rule, count, field) => {
    const shape = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`f${index}`, field]),
    )
    expect(toClaudeSchema(z.object(shape))).toMatchObject({ ok: false, issues: [{ rule }] })
  })
})
