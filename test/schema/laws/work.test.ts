import * as z from 'zod'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createOutputStream } from '@glovebox/schema'

afterEach(() => vi.restoreAllMocks())

/** Writes a text in steps of 20 units and looks at each state. Gives how often something was done for each unit of it. */
function perUnit(text: string, schema: z.ZodType, count: () => number): number {
  const stream = createOutputStream(schema)
  for (let start = 0; start < text.length; start += 20) {
    stream.write(text.slice(start, start + 20))
    const { snapshot } = stream
    if (snapshot.status === 'open') void snapshot.partial
  }
  const done = count() / text.length
  expect(stream.end().status).toBe('valid')
  return done
}

function items(length: number): string {
  return JSON.stringify(Array.from({ length }, (_, id) => ({ id: id % 10, name: 'a sentence\n' })))
}

describe('the work for a delta', () => {
  it('is to look at each of its characters a fixed number of times, whatever came before', () => {
    const schema = z.array(z.object({ id: z.int(), name: z.string() }))
    const looks = [20, 200, 2000].map((length) => {
      const spy = vi.spyOn(String.prototype, 'charCodeAt')
      const looked = perUnit(items(length), schema, () => spy.mock.calls.length)
      spy.mockRestore()
      return looked
    })
    expect(looks.map((looked) => looked < 4)).toEqual([true, true, true])
  })

  it('is to check each part that closes in it once for itself and once for each that closes around it', () => {
    const checks = [20, 200, 2000].map((length) => {
      let checked = 0
      const id = z.int().refine(() => (checked += 1) > 0)
      const schema = z.array(z.object({ id, name: z.string() }))
      const text = items(length)
      return Math.round(perUnit(text, schema, () => checked) * text.length) / length
    })
    // The field, its object, and the array.
    expect(checks).toEqual([3, 3, 3])
  })

  it('is the same for a field of a large object as of a small one', () => {
    const copies = [200, 2000].map((length) => {
      const record = Object.fromEntries(
        Array.from({ length }, (_, key) => [`key${key + 1000}`, key]),
      )
      const text = JSON.stringify(record)
      let seen: unknown
      let copied = 0
      const stream = createOutputStream(z.record(z.string(), z.number()))
      for (let start = 0; start < text.length; start += 20) {
        stream.write(text.slice(start, start + 20))
        const partial = stream.snapshot.status === 'open' ? stream.snapshot.partial : undefined
        if (partial !== seen) copied += Object.keys(Object(partial)).length
        seen = partial
      }
      return copied / length
    })
    expect(copies.map((copied) => copied < 200)).toEqual([true, true])
  })
})
