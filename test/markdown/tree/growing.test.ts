import { definePolicy } from '@glovebox/markdown'
import fc from 'fast-check'
import type { Root as Mdast } from 'mdast'
import { describe, expect, it } from 'vitest'
import { createTreeMaker } from '../../../packages/markdown/src/tree/createTreeMaker.js'
import { unsafeText } from '../unsafeText.js'
import { blockText } from './blockText.js'
import { makeOnce } from './makeOnce.js'
import { readWithRemark } from './reference.js'
import { share } from './share.js'

const policies = [
  definePolicy({}),
  definePolicy({ images: { otherwise: 'drop' }, html: 'text' }),
  definePolicy({ limits: { nodes: 25 } }),
]

/** The states of a text that grows in steps; what does not change stays the same object. */
function statesOf(unsafe: string, step: number): Mdast[] {
  const states: Mdast[] = []
  for (let end = step; end < unsafe.length + step; end += step) {
    states.push(share(states.at(-1), readWithRemark(unsafe.slice(0, end))))
  }
  return states
}

describe('a text that grows', () => {
  it('is at every step drawn as it would be at once', { timeout: 120_000 }, () => {
    const texts = fc.oneof(unsafeText, blockText)
    const steps = fc.integer({ min: 1, max: 12 })
    const law = fc.property(texts, steps, fc.constantFrom(...policies), (unsafe, step, policy) => {
      const maker = createTreeMaker({ policy })
      const states = statesOf(unsafe, step)
      for (const [index, state] of states.entries()) {
        const open = { openTail: index < states.length - 1 }
        const { blocks, findings } = maker.make(state, open)
        const once = makeOnce(state, { policy, ...open })
        expect({ blocks, findings: findings() }).toEqual(once)
      }
    })
    fc.assert(law, { numRuns: 50 })
  })

  it('may become another one', () => {
    const maker = createTreeMaker({ policy: definePolicy({}) })
    const texts = [
      '- a\n- [x] b[^1]\n\n[^1]: c',
      '|a|\n|-|\n|b|',
      '<details>\n\na',
      '',
      '[a]\n\n[a]: b',
      '- -',
      '- - -',
      '- - - a',
    ]
    for (const unsafe of [...texts, ...texts.toReversed()]) {
      const root = readWithRemark(unsafe)
      expect(maker.make(root, { openTail: false }).blocks).toEqual(makeOnce(root).blocks)
    }
  })
})
