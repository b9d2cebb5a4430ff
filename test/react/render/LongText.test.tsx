import fc from 'fast-check'
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { cutIntoParts, LongText, partLength } from '../../../packages/react/src/LongText.js'

const drawAsIs = (part: string) => part
const lookOf = () => drawAsIs

const pieces = fc.constantFrom(
  'a ',
  'line\n',
  'سلام',
  'ก',
  '\u{1f600}',
  'x'.repeat(5_000),
  '\n',
  ' ',
)
const texts = fc
  .array(fc.tuple(pieces, fc.nat(4_000)), { maxLength: 12 })
  .map((runs) =>
    runs.map(([piece, count]) => piece.repeat(Math.min(count, 40_000 / piece.length))).join(''),
  )

describe('the parts of a long text', () => {
  it('are together the text, none longer than a part may be', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = cutIntoParts(text)
        expect([parts.join('') === text, parts.every((part) => part.length <= partLength)]).toEqual(
          [true, true],
        )
      }),
    )
  })

  it('stay the same as the text grows, but for the last', () => {
    fc.assert(
      fc.property(texts, texts, (text, more) => {
        const parts = cutIntoParts(text).slice(0, -1)
        expect(cutIntoParts(text + more).slice(0, parts.length)).toEqual(parts)
      }),
    )
  })

  it('end within no pair of surrogates', () => {
    const parts = cutIntoParts('a' + '\u{1f600}'.repeat(20_000))
    expect(parts.map((part) => part.replace(/^a?(?:\u{1f600})*$/u, ''))).toEqual(
      parts.map(() => ''),
    )
  })

  const lines = 'line\n'.repeat(4_000)
  const line = 'word '.repeat(8_000)
  it.each([
    { name: 'whole lines have', text: lines, boxes: [true, true] },
    { name: 'a line that goes on has', text: line, boxes: [false, false, false] },
    {
      name: 'a line behind others has',
      text: lines + line,
      boxes: [true, true, false, false, false],
    },
    {
      name: 'a line that is written both ways has',
      text: 'a ب '.repeat(8_000),
      boxes: [true, true],
    },
    {
      name: 'a line with an accent on each letter has',
      text: 'e\u0301'.repeat(16_000),
      boxes: [true, true],
    },
    {
      name: 'a line of hidden characters has',
      text: 'a\u200b'.repeat(16_000),
      boxes: [true, true],
    },
    { name: 'a line with dashes has', text: 'a \u2013 '.repeat(8_000), boxes: [false, false] },
    { name: 'a line of Thai has', text: 'สวัสดี '.repeat(4_000), boxes: [true, true] },
  ])('$name the right boxes of their own', ({ text, boxes }) => {
    const { container } = render(<LongText lookOf={lookOf}>{text}</LongText>)
    const parts = cutIntoParts(text)
    const drawn = [...container.querySelectorAll('.glovebox-part')].map((box) => box.textContent)
    expect([parts.length, drawn]).toEqual([boxes.length, parts.filter((_, index) => boxes[index])])
  })
})

describe('a long text that grows', () => {
  it('draws its last part only', () => {
    const drawn: number[] = []
    const look = (part: string) => {
      drawn.push(part.length)
      return part
    }
    const lookOfAll = () => look
    const text = 'line\n'.repeat(8_000)
    const { rerender } = render(<LongText lookOf={lookOfAll}>{text}</LongText>)
    drawn.length = 0
    rerender(<LongText lookOf={lookOfAll}>{text + 'more'}</LongText>)
    const last = cutIntoParts(text + 'more').at(-1)
    expect(drawn).toEqual([last?.length])
  })
})
