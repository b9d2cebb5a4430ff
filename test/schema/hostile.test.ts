import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createOutputStream, parseOutput, type OutputLimits } from '@glovebox/schema'

const open: OutputLimits = { bytes: 1e9, depth: 1e9, keys: 1e9, items: 1e9, stringLength: 1e9 }

function inParts(text: string, schema: z.ZodType, limits?: OutputLimits, size = 20) {
  const stream = createOutputStream(schema, limits === undefined ? {} : { limits })
  for (let start = 0; start < text.length; start += size) {
    stream.write(text.slice(start, start + size))
    const { snapshot } = stream
    if (snapshot.status === 'open') void snapshot.partial
  }
  return stream.end()
}

describe('a hostile text', { timeout: 60_000 }, () => {
  it.each([
    ['100,000 open arrays', '['.repeat(100_000), 'depth'],
    ['100,000 open objects', '{"a":'.repeat(100_000), 'depth'],
    [
      'one million keys',
      `{${Array.from({ length: 1_000_000 }, (_, key) => `"${key}":1`).join(',')}}`,
      'keys',
    ],
    ['one million times one key', `{${'"a":1,'.repeat(1_000_000)}"b":1}`, 'keys'],
    ['one million items', `[${'1,'.repeat(1_000_000)}1]`, 'items'],
    ['a text of 10 MB', `"${'a'.repeat(10_000_000)}"`, 'stringLength'],
    ['a key of 10 MB', `{"${'a'.repeat(10_000_000)}":1}`, 'stringLength'],
    ['10 MB of escapes', `"${'\\u0041'.repeat(1_666_666)}"`, 'bytes'],
    ['10 MB of blanks', ' '.repeat(10_000_000), 'bytes'],
  ])('of %s is too big, at once and in parts', (_name, text, reason) => {
    expect([
      parseOutput(z.json(), text),
      inParts(text.slice(0, 2_000_000), z.json()),
    ]).toMatchObject([
      { status: 'too-big', reason },
      { status: 'too-big', reason },
    ])
  })

  it('of a million digits is a number that no limit lets through', () => {
    const text = '1'.repeat(1_000_000)
    expect([parseOutput(z.string(), text), inParts(text, z.number())]).toMatchObject([
      { status: 'invalid', issues: [{ code: 'unsafe-number' }] },
      { status: 'invalid', issues: [{ code: 'unsafe-number' }] },
    ])
  })

  it('of 100,000 levels that no schema goes into does not throw where the limits are off', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000)
    const output = parseOutput(z.string(), text, { limits: open })
    expect(output).toMatchObject({ status: 'invalid', issues: [{ code: 'invalid_type' }] })
  })

  it.each([
    [
      'objects',
      z.array(z.object({ a: z.int(), b: z.string() })),
      '[{"a":1,"b":"x y"}',
      ',{"a":1,"b":"x y"}',
      ']',
    ],
    ['one text', z.string(), '"', 'words and \\n ', '"'],
    ['pairs cut in half', z.string(), '"', '😀'.repeat(9), '"'],
    ['escaped pairs', z.string(), '"', '\\ud83d\\ude00', '"'],
    [
      'unions',
      z.array(z.union([z.object({ a: z.int() }), z.object({ a: z.string() })])),
      '[{"a":1}',
      ',{"a":"x"}',
      ']',
    ],
  ])(
    'of a megabyte of %s is read in parts as at once',
    (_name, schema: z.ZodType, start, unit, end) => {
      const text = start + unit.repeat(1_000_000 / unit.length) + end
      const output = inParts(text, schema, open, 19)
      expect(output.status).toBe('valid')
      expect(output).toEqual(parseOutput(schema, text, { limits: open }))
    },
  )

  it.each([
    ['an escape', '"\\u0041\\ud83d\\ude00\\n\\\\"', 'A😀\n\\'],
    ['half a pair', '"\\ud83dx\\ude00"', undefined],
    ['a pair of an escape and a character', '"\\ud83d\ude00"', '😀'],
  ])('with %s is the same for every cut in three', (_name, text, value) => {
    const outputs = []
    for (let first = 0; first <= text.length; first += 1) {
      for (let second = first; second <= text.length; second += 1) {
        const stream = createOutputStream(z.string())
        for (const part of [text.slice(0, first), text.slice(first, second), text.slice(second)]) {
          stream.write(part)
        }
        outputs.push(stream.end())
      }
    }
    const expected = value === undefined ? { status: 'invalid' } : { status: 'valid', value }
    expect(outputs).toMatchObject(outputs.map(() => expected))
  })

  it.each([
    [
      'a union of a hundred objects',
      z.union(
        Array.from({ length: 100 }, (_, key) =>
          z.object({ [`k${key}`]: z.string(), a: z.unknown() }),
        ),
      ),
    ],
    [
      'an intersection of unions',
      z.intersection(
        z.union(Array.from({ length: 50 }, () => z.object({ a: z.unknown() }))),
        z.union(Array.from({ length: 50 }, () => z.object({ a: z.unknown() }))),
      ),
    ],
    ['a schema that is made of itself', itself()],
    ['a schema whose forms double at each of its levels', doubled()],
    [
      'a schema that throws',
      z.object({
        a: z.string().refine(() => {
          throw new Error('x')
        }),
      }),
    ],
    ['a schema that waits', z.object({ a: z.string().refine(() => Promise.resolve(true)) })],
    [
      'a schema whose parts are not there yet',
      z.object({
        a: z.lazy((): z.ZodType => {
          throw new Error('x')
        }),
      }),
    ],
  ])('meets %s without a throw', (_name, schema: z.ZodType) => {
    expect(inParts('{"a":[{"a":"x"},{"a":{"k1":"x"}}]}', schema, undefined, 1)).toHaveProperty(
      'status',
    )
  })
})

function itself(): z.ZodType {
  const schema: z.ZodType = z.lazy(() => z.union([schema, schema]))
  return schema
}

function doubled(): z.ZodType {
  let schema: z.ZodType = z.object({ a: z.string() })
  for (let level = 0; level < 10; level += 1) schema = z.union([schema, schema]).nullable()
  return schema
}
