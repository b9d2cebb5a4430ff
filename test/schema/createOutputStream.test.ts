import fc from 'fast-check'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createOutputStream, parseOutput } from '@glovebox/schema'

const trip = z.object({
  place: z.string(),
  days: z.array(z.object({ high: z.number() })),
  done: z.boolean(),
})
const whole = '{"place":"Or\\u00e9 😀 x","days":[{"high":12},{"high":-3.5}],"done":true}'

function read(parts: readonly string[], schema: z.ZodType = z.unknown()) {
  const stream = createOutputStream(schema)
  for (const part of parts) stream.write(part)
  return stream.end()
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
  it('gives the same result for any chunking, and it is that of JSON.parse', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.array(fc.nat(50)), (text, cuts) => {
        const parts: string[] = []
        let rest = text
        for (const cut of cuts) {
          parts.push(rest.slice(0, cut))
          rest = rest.slice(cut)
        }
        const output = read([...parts, rest])
        if (output.status === 'valid') expect(output.value).toEqual(JSON.parse(text))
        else expect(output).toEqual(parseOutput(z.unknown(), text))
      }),
    )
  })

  it('never takes back what it has shown, at any prefix', () => {
    const stream = createOutputStream(trip)
    let before: unknown
    for (const unit of whole.split('')) {
      stream.write(unit)
      const { snapshot } = stream
      const now = snapshot.status === 'open' ? snapshot.partial : undefined
      expect(keeps(before, now)).toBe(true)
      before = now
    }
    expect(stream.end()).toMatchObject({ status: 'valid' })
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

  it('throws for a limit that is none, and for an extraction it cannot stream', () => {
    expect(() => createOutputStream(z.string(), { limits: { depth: 0 } })).toThrow(RangeError)
    expect(() => createOutputStream(z.string(), { extract: 'prose' })).toThrow(RangeError)
  })
})
