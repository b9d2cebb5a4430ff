import { array, assert, json, nat, property } from 'fast-check'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import {
  createOutputStream,
  GloveboxSchemaError,
  type OutputEnd,
  type OutputStream,
} from '@glovebox/schema'

const trip = z.object({
  place: z.string(),
  days: z.array(z.object({ high: z.number() })),
  done: z.boolean(),
})
const whole = '{"place":"Or\\u00e9 😀 x","days":[{"high":12},{"high":-3.5}],"done":true}'

const hostile: [string, string][] = [
  ['two broken rules', '{"place":"a","place":"\\ud800","__proto__":9007199254740993}'],
  ['nesting and then blanks', `${'['.repeat(70)}${' '.repeat(1_100_000)}`],
  ['a long text', `{"place":"${'é'.repeat(210_000)}"}`],
  ['what follows the end', `${whole} x`],
  ['no JSON and then too much of it', `{"place":nope${' '.repeat(1_100_000)}`],
]

/** Reads parts, looking at each state in between. */
function read(parts: readonly string[], schema: z.ZodType = z.unknown(), how: OutputEnd = {}) {
  const stream = createOutputStream(schema)
  for (const part of parts) {
    stream.write(part)
    void stream.snapshot
  }
  return stream.end(how)
}

function cut(text: string, lengths: readonly number[]): readonly string[] {
  let start = 0
  const parts = lengths.map((length) => text.slice(start, (start += length)))
  return [...parts, text.slice(start)]
}

function openPartial(stream: OutputStream<unknown>): unknown {
  const { snapshot } = stream
  return snapshot.status === 'open' ? snapshot.partial : undefined
}

/** Whether every text of `later` begins with the one in its place, and nothing has gone. */
function keeps(earlier: unknown, later: unknown): boolean {
  if (earlier === undefined) return true
  if (typeof earlier === 'string') return typeof later === 'string' && later.startsWith(earlier)
  if (typeof earlier !== 'object' || earlier === null) return Object.is(earlier, later)
  if (typeof later !== 'object' || later === null) return false
  const after = new Map(Object.entries(later))
  return Object.entries(earlier).every(([key, value]) => keeps(value, after.get(key)))
}

describe('a stream', () => {
  it('gives the same result for any chunking', () => {
    assert(
      property(json({ maxDepth: 5 }), array(nat(50)), (text, cuts) => {
        expect(read(cut(text, cuts))).toEqual(read([text]))
      }),
    )
  })

  it('gives what JSON.parse gives, where no rule of its own is broken', () => {
    assert(
      property(json({ maxDepth: 5 }), array(nat(50)), (text, cuts) => {
        const output = read(cut(text, cuts))
        const exact = output.status === 'valid' ? output.value : JSON.parse(text)
        expect(exact).toEqual(JSON.parse(text))
      }),
    )
  })

  it.each(hostile)('gives the same for any cut of %s', (_name, text) => {
    const parts = Array.from({ length: Math.min(text.length, 20) }, (_, index) =>
      read([text.slice(0, index), text.slice(index)], trip),
    )
    expect(parts.every((output) => JSON.stringify(output) === JSON.stringify(parts[0]))).toBe(true)
  })

  it('gives the same partial for any chunking of a cut text', () => {
    assert(
      property(nat(whole.length), array(nat(9)), (length, cuts) => {
        const text = whole.slice(0, length)
        expect(read(cut(text, cuts), trip, { cut: true })).toEqual(
          read([text], trip, { cut: true }),
        )
      }),
    )
  })

  it.each([
    ['a valid text', trip, whole],
    ['a text that a rule of the whole refuses', trip.refine(() => false), whole],
    ['a part that gets too long', z.object({ place: z.string().max(3) }), '{"place":"Rome"}'],
    [
      'an item that is refused',
      z.array(z.object({ a: z.string(), b: z.int() })),
      '[{"a":"x","b":1.5},{"a":"y"}]',
    ],
    ['a key that comes twice', trip, '{"place":"Rome","place":"Oslo","days":[]}'],
    [
      'text that is rewritten',
      z.object({ a: z.string().trim(), b: z.stringbool() }),
      '{"a":" x ","b":"yes"}',
    ],
    ['half a character', trip, '{"place":"ab\\ud83d\\ude00\\ud800c"}'],
    ['what follows the end', trip, `${whole} x`],
  ])(
    'never takes back what it has shown, at any prefix of %s',
    (_name, schema: z.ZodType, text) => {
      const stream = createOutputStream(schema)
      const shown = [...text].map((character) => {
        stream.write(character)
        return openPartial(stream)
      })
      const steps = shown.map((now, index) => keeps(shown[index - 1], now))
      expect(steps).toEqual(steps.map(() => true))
    },
  )

  it.each([
    ['half an escape', '{"place":"a\\u00', { place: 'a' }],
    ['half a surrogate pair', '{"place":"a\ud83d', { place: 'a' }],
    ['half an escaped surrogate pair', '{"place":"a\\ud83d', { place: 'a' }],
    ['what follows a lone surrogate', '{"place":"a\\ud800b', { place: 'a' }],
    ['half a number', '{"place":"a","days":[{"high":1', { place: 'a', days: [{}] }],
    ['half a literal', '{"done":tru', {}],
    ['a key without a value', '{"place":"a","do', { place: 'a' }],
    [
      'a key that the schema does not name',
      '{"days":[{"high":1,"evil":"x"}],"evil":"x",',
      { days: [{ high: 1 }] },
    ],
    ['a key that sets a prototype', '{"__proto__":{"place":"x"},', {}],
  ])('never shows %s', (_name, text, partial) => {
    const stream = createOutputStream(trip)
    stream.write(text)
    expect(openPartial(stream)).toEqual(partial)
  })

  it.each([
    ['one of several words', z.enum(['red', 'reddish'])],
    ['an address', z.url()],
    ['an address by the older name', z.string().check(z.url())],
    ['text that is rewritten', z.string().trim()],
  ])('shows %s only once it is closed', (_name, schema) => {
    const stream = createOutputStream(z.object({ a: schema }))
    stream.write('{"a":"re')
    expect(openPartial(stream)).toEqual({})
  })

  it('shows what zod made of a closed part', () => {
    const stream = createOutputStream(z.object({ sure: z.stringbool(), name: z.string().trim() }))
    stream.write('{"sure":"yes","name":" Ada ",')
    expect(openPartial(stream)).toEqual({ sure: true, name: 'Ada' })
  })

  it('shows an open text, and a number only when it is closed', () => {
    const stream = createOutputStream(trip)
    stream.write('{"place":"Ro')
    const first = stream.snapshot
    stream.write('me","days":[{"high":1')
    const second = stream.snapshot
    expect([first, second]).toMatchObject([
      { status: 'open', partial: { place: 'Ro' } },
      { status: 'open', partial: { place: 'Rome', days: [{}] } },
    ])
  })

  it('tells the state of each path', () => {
    const stream = createOutputStream(trip)
    stream.write('{"place":"Rome","days":[{"high":1},{"hi')
    const { snapshot } = stream
    const at = (...path: (string | number)[]) => snapshot.status === 'open' && snapshot.at(path)
    expect([at('place'), at('days'), at('days', 0), at('days', 1), at('done')]).toEqual([
      'valid',
      'open',
      'valid',
      'open',
      'absent',
    ])
  })

  it('tells the state of what lies inside a closed part', () => {
    const stream = createOutputStream(z.object({ a: z.object({ b: z.string(), c: z.int() }) }))
    stream.write('{"a":{"b":"x","c":1.5},')
    const { snapshot } = stream
    const at = (...path: (string | number)[]) => snapshot.status === 'open' && snapshot.at(path)
    expect([at('a'), at('a', 'b'), at('a', 'c'), at('a', 'd'), at('toString')]).toEqual([
      'invalid',
      'valid',
      'invalid',
      'absent',
      'absent',
    ])
  })

  it('gives snapshots that later deltas do not change', () => {
    const stream = createOutputStream(trip)
    stream.write('{"place":"Ro')
    const { snapshot } = stream
    stream.write('me","days":[{"high":1}],')
    void stream.snapshot
    expect([
      snapshot,
      snapshot.status === 'open' && snapshot.at(['place']),
      snapshot.status === 'open' && snapshot.at(['days']),
    ]).toMatchObject([{ partial: { place: 'Ro' } }, 'open', 'absent'])
  })

  it('checks each closed item once, however often it is looked at', () => {
    let checks = 0
    const item = z.object({ a: z.int() }).refine(() => (checks += 1) > 0)
    const stream = createOutputStream(z.object({ items: z.array(item), last: z.string() }))
    stream.write('{"items":[')
    for (let index = 0; index < 200; index += 1) {
      stream.write('{"a":1},')
      void stream.snapshot
    }
    expect(checks).toBe(200)
  })

  it('is doomed as soon as a closed part cannot be valid', () => {
    const stream = createOutputStream(trip)
    stream.write('{"place":12')
    const before = stream.snapshot
    stream.write(',')
    expect([before, stream.snapshot]).toMatchObject([{ doomed: false }, { doomed: true }])
  })

  it.each([
    [{ cut: true }, 'cut'],
    [{ aborted: true }, 'aborted'],
    [{ stopReason: 'max_tokens' }, 'truncated'],
    [{ stopReason: 'refusal' }, 'refused'],
    [{ stopReason: 'refusal', cut: true }, 'refused'],
    [{ stopReason: 'refusal', aborted: true }, 'refused'],
  ])('that ends with %j is not valid, though its JSON is complete', (how, status) => {
    const stream = createOutputStream(trip)
    stream.write(whole)
    expect(stream.end(how)).toMatchObject({ status })
  })

  it('takes nothing after its end', () => {
    const stream = createOutputStream(z.string())
    stream.write('"a"')
    stream.end()
    stream.write('x')
    expect(stream.snapshot).toEqual({ status: 'valid', value: 'a' })
  })

  it('throws for a limit that is none, and for an extraction that there is not', () => {
    expect(() => createOutputStream(z.string(), { limits: { depth: 0 } })).toThrow(
      GloveboxSchemaError,
    )
    const options = JSON.parse('{"extract":"html"}')
    expect(() => createOutputStream(z.string(), options)).toThrow(GloveboxSchemaError)
  })
})
