import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createParser } from '../../../packages/markdown/src/parser/createParser.js'
import { cutAt, ownTree, piecesOf, streamedTree } from './compare.js'
import { anyDocument, specExamples } from './grammar.js'

const withCrLf = specExamples.map((example) => example.replaceAll(/\r?\n/g, '\r\n'))

describe('the tree of the whole text comes out of', () => {
  it.each([
    { name: 'every example', examples: specExamples },
    { name: 'every example with CRLF', examples: withCrLf },
  ])('$name in steps of one UTF-16 unit', { timeout: 60_000 }, ({ examples }) => {
    const different = examples.filter(
      (example) => !isDeepStrictEqual(streamedTree(piecesOf(example, 1)), ownTree(example)),
    )
    expect(different).toEqual([])
  })

  it('every example in two pieces, cut at every place', { timeout: 60_000 }, () => {
    const different = specExamples.flatMap((example) => {
      const whole = ownTree(example)
      const every = Math.ceil(example.length / 300)
      const pieces = piecesOf(example, every).map((_, n) => cutAt(example, [n * every]))
      return pieces.filter((both) => !isDeepStrictEqual(streamedTree(both), whole))
    })
    expect(different).toEqual([])
  })

  it('a generated document, cut at random', { timeout: 60_000 }, () => {
    const places = fc.array(fc.nat(), { maxLength: 12 })
    fc.assert(
      fc.property(anyDocument, places, (markdown, cuts) => {
        expect(streamedTree(cutAt(markdown, cuts))).toStrictEqual(ownTree(markdown))
      }),
      { seed: 20_260_102, numRuns: 1_500 },
    )
  })
})

it('gives the same tree when nobody looks at it on the way', { timeout: 60_000 }, () => {
  const different = specExamples.filter((example) => {
    const parser = createParser()
    for (const piece of piecesOf(example, 1)) parser.write(piece)
    parser.end()
    return !isDeepStrictEqual(parser.root, ownTree(example))
  })
  expect(different).toEqual([])
})
