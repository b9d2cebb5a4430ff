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
    ['recursion', ['children', 0], node],
  ])('names %s at %j', (rule, path, schema) => {
    expect(toClaudeSchema(schema)).toMatchObject({ ok: false, issues: [{ rule, path }] })
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
