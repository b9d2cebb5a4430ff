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

  it.each([
    { name: 'an address in brackets that are text', markdown: '[\nhttp://a]a\na' },
    { name: 'code that takes a bracket away', markdown: '[\n``]a\n|``]()' },
    { name: 'a text that begins as the one before', markdown: '&\na\n\n&gE;' },
    { name: 'a word before a definition that fails', markdown: '[\n\n[a]:a "' },
    { name: 'a run that reaches over a pair of the other kind', markdown: 'a_b ~~*~~ c*' },
    { name: 'a label that the last lines define', markdown: '[r]: /u\n1. 2. [r]: /u "t"' },
  ])('$name, a unit at a time', ({ markdown }) => {
    expect(streamedTree(piecesOf(markdown, 1))).toStrictEqual(ownTree(markdown))
  })

  it('syntax in any order, in steps of 1, 2 and 3 units', { timeout: 60_000 }, () => {
    const marks = fc.constantFrom(
      ...'[ ] ( ) ]( * ** _ ~ ~~ ` `` < > | \\ ! ^ . @ a [a] &amp; http://a.b www.a a@b.co 漢'.split(
        ' ',
      ),
      'b ',
      ' ',
      '\n',
      '\n\n',
      '[a]: /u\n\n',
    )
    fc.assert(
      fc.property(
        fc.array(marks, { maxLength: 14 }),
        fc.integer({ min: 1, max: 3 }),
        (all, size) => {
          const markdown = all.join('')
          expect(streamedTree(piecesOf(markdown, size))).toStrictEqual(ownTree(markdown))
        },
      ),
      { seed: 20_260_103, numRuns: 5_000 },
    )
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
