import { createMarkdownStream, revealHidden, toSafeTree, type TextPlace } from '@glovebox/markdown'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { honestTexts } from './honestTexts.js'
import { outside } from './outside.js'

const place = fc.constantFrom<TextPlace>('prose', 'code')

/** Characters behind a place that its marking depends on, and those of one flag. */
const lookahead = 26

const hiddenOnes = [
  ...'\u00a0\u00ad\u034f\u061c\u115f\u1680\u17b4\u180b\u180e\u2003\u2007\u2009\u200a\u200b',
  ...'\u200c\u200d\u200e\u200f\u2028\u202a\u202e\u202f\u2060\u2066\u2800\u3000\u3164\ud83d\ue000',
  ...'\ufe00\ufe0e\ufe0f\ufeff\uffa0\ufff9\uffff\u{13430}\u{13441}\u{16fe4}\u{1d159}\u{1d173}',
  ...'\u{e0001}\u{e0067}\u{e007f}\u{e0100}\u{e01ef}\u{e0fff}\u{f0000}\r\u001b\u0085',
]
const shownOnes = [
  ...'a1*#(«»?€. \n\u0301\u0489\u05b0\u064b\u0f71\u094d\u20e3אשابهیرकर്ඳကខไᠠ\u1820ᚁ⠿日神葛邉、中カ한🏴👨👩❤😀⭐🏽',
  ...'🇩\u{13000}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'word',
  'می\u200cخواهم',
  '👩\u200d👧',
  'क्\u200dष',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...hiddenOnes), fc.constantFrom(...shownOnes)), { maxLength: 60 })
  .map((parts) => parts.join(''))

const runs = { numRuns: 3_000 }

describe('any text of hidden characters', () => {
  it('is the same text when joined again', () => {
    fc.assert(
      fc.property(text, place, (unsafe, where) => {
        const joined = revealHidden(unsafe, where)
          .map((one) => ('text' in one ? one.text : String.fromCodePoint(...one.codes)))
          .join('')
        expect(joined).toBe(unsafe)
      }),
      runs,
    )
  })

  it('has nothing hidden in what is seen', () => {
    fc.assert(
      fc.property(text, place, (unsafe, where) => {
        const seen = revealHidden(unsafe, where).filter((one) => 'text' in one)
        expect(seen.flatMap((one) => revealHidden(one.text, where))).toEqual(seen)
      }),
      runs,
    )
  })

  it('has no character in what is seen that no writing needs', () => {
    fc.assert(
      fc.property(text, place, (unsafe, where) => {
        const seen = revealHidden(unsafe, where).map((one) => ('text' in one ? one.text : ''))
        expect(seen.join('')).not.toMatch(
          /\u17b4|\u{1d173}|[\u00ad\u115f\u2000-\u2006\u200a\u2028\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\p{Co}\ufeff\uffa0\ufff9-\ufffc\uffff\u{e0001}]|[\u{e0120}-\u{e0fff}]|\u{1d159}/u,
        )
        expect(seen.every((part) => !/(?:[^\P{M}\u0f71\u200c\u200d]){17}/u.test(part))).toBe(true)
      }),
      runs,
    )
  })

  it('is marked the same at every cut, but for the end', () => {
    fc.assert(
      fc.property(text, place, (unsafe, where) => {
        const whole = marksOf(unsafe, where)
        for (let cut = 0; cut <= unsafe.length; cut += 1) {
          const settled = Math.max(0, cut - lookahead)
          expect(marksOf(unsafe.slice(0, cut), where).slice(0, settled)).toEqual(
            whole.slice(0, settled),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives one tree, in prose and in code, however it is cut', { timeout: 60_000 }, () => {
    const frames = fc.constantFrom('', '`', '```\n', '<code>', '**', '> - ', '[', '|a|\n|-|\n|')
    fc.assert(
      fc.property(text, frames, fc.array(fc.nat(12), { minLength: 1 }), (inner, frame, steps) => {
        const unsafe = `x ${frame}${inner}${frame.replace('<', '</')} y`.replace(/^x (?=[`>|])/, '')
        const stream = createMarkdownStream()
        let at = 0
        for (let turn = 0; at < unsafe.length; turn += 1) {
          const step = (steps[turn % steps.length] ?? 0) + 1
          stream.write(unsafe.slice(at, at + step))
          at += step
        }
        stream.end()
        const cut = stream.blocks.flatMap(({ tree }) => tree.children)
        const whole = createMarkdownStream()
        whole.write(unsafe)
        whole.end()
        expect(cut).toEqual(whole.blocks.flatMap(({ tree }) => tree.children))
        const tree = toSafeTree(unsafe, { idPrefix: '' })
        expect(cut.filter(isElement)).toEqual(tree.children.filter(isElement))
      }),
      { numRuns: 400 },
    )
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'of a thousand characters is marked as a whole, wherever marking goes on (%i)',
    (shift) => {
      const unsafe = 'x'.repeat(shift) + 'one\u00a0two\u00a0می\u200cخواهم\u00a0'.repeat(80)
      const stream = createMarkdownStream()
      const steps = [...unsafe].map((unit) => {
        stream.write(unit)
        return stream.blocks
      })
      stream.end()
      const tree = stream.blocks.flatMap((block) => block.tree.children)
      expect([steps.length, tree]).toEqual([unsafe.length, toSafeTree(unsafe).children])
    },
  )

  it('leaves a tree inside the policy', () => {
    fc.assert(
      fc.property(text, (unsafe) => {
        expect(outside(toSafeTree(unsafe))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('a megabyte', () => {
  const families = (
    '\u0301 \u200b a\u200b \u200c \u200d \u00a0 abc\u00a0 א\u200e 👩\u200d 葛\u{e0100} 😀\ufe0f \u{e0041} ' +
    'क्\u200d \u2800 ا\u200c \u3000 \u034f\u0301 \u202e \ufe00 \u{e0100} \u180b'
  ).split(' ')

  it.each(families.map((family) => [JSON.stringify(family), family]))(
    'of %s is read to its end',
    (_, family) => {
      const unsafe = family.repeat(Math.ceil(1_000_000 / family.length))
      const length = revealHidden(unsafe).reduce(
        (sum, one) => sum + ('text' in one ? one.text.length : 0),
        0,
      )
      expect(length).toBeLessThanOrEqual(unsafe.length)
    },
  )
})

describe('honest writing', () => {
  it('has nothing to reveal in a stream of single characters', () => {
    const marked = honestTexts.flatMap(([, texts]) =>
      texts.filter((unsafe) => {
        const stream = createMarkdownStream()
        for (const unit of unsafe.split('')) stream.write(unit)
        stream.end()
        return stream.findings.length > 0
      }),
    )
    expect(marked).toEqual([])
  })
})

function isElement(node: { readonly type: string }): boolean {
  return node.type === 'element'
}

/** For each UTF-16 unit, whether it is hidden. */
function marksOf(unsafe: string, where: TextPlace): boolean[] {
  return revealHidden(unsafe, where).flatMap((one) =>
    'text' in one
      ? Array.from({ length: one.text.length }, () => false)
      : Array.from({ length: String.fromCodePoint(...one.codes).length }, () => true),
  )
}
