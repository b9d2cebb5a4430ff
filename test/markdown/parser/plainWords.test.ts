import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createParser } from '../../../packages/markdown/src/parser/createParser.js'
import { answers } from './answers.js'
import { cutAt } from './compare.js'

/** Words, and everything that words may stand in or beside. */
const pieces = [
  ...'foo bar a 12 1. e.g. it’s "quoted word" (see — … é 日本 😀'.split(' '),
  ...'www www. www.a http https: ://x.y a@b a@b.co mailto: & &am &amp; \\ \\*'.split(' '),
  ...'*em em* **bold bold** _u u_ ~~del del~~ ~ `code code` [link link] ](u t") ![alt'.split(' '),
  ...'<b> </b> <a href="x" href="x y" < > <!-- --> | |-| # === --- - > [^1] [^1]: [a]: [a]'.split(
    ' ',
  ),
  ...'[the *link*](https://a.example/b "The title" ) (a title) [a](<b c> [a][b [a] [b]: /u'.split(
    ' ',
  ),
  ...'\n¦\n\n¦\n- ¦\n> ¦\n    ¦\n|-|¦\n```¦\t¦  ¦\r¦\r\n¦\0¦- [x] ¦[ ] ¦- ¦> ¦1. '.split('¦'),
  ..."don't 't ! $ = { \u00a0".split(' '),
]
const text = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', '')), { maxLength: 24 })
  .map((words) => words.map((word) => word.join('')).join(''))
const cuts = fc.array(fc.nat(300), { maxLength: 24 })

/** The tree at the last of the pieces, of a parser that was looked at after each. */
function lookedAt(parts: readonly string[]) {
  const parser = createParser()
  for (const part of parts) {
    parser.write(part)
    void parser.root
  }
  return parser.root
}

/** The beginnings of the text that looked different from what they are when they arrive at once. */
function differing(parts: readonly string[]): readonly string[] {
  return parts
    .map((_, at) => parts.slice(0, at + 1))
    .filter((some) => !isDeepStrictEqual(lookedAt(some), lookedAt([some.join('')])))
    .map((some) => some.join(''))
}

describe('a text whose words are added without a new reading', () => {
  it('is at each look what it is when all of it arrives at once', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(text, cuts, (markdown, places) => {
        expect(differing(cutAt(markdown, places))).toEqual([])
      }),
      { numRuns: 3_000, seed: 20_261_127 },
    )
  })

  it.each(answers)('is so while $name arrives', ({ markdown }) => {
    const start = markdown.slice(0, 600)
    const cutOften = cutAt(
      start,
      Array.from({ length: 120 }, (_, n) => n * 5),
    )
    expect(differing(cutOften)).toEqual([])
  })

  it('reads few characters anew', () => {
    const parser = createParser()
    const words = 'plain words that go on, with a comma and a (short) aside. '
    parser.write('The first ')
    void parser.root
    const before = parser.visited
    for (let count = 0; count < 400; count += 1) {
      parser.write(words)
      void parser.root
    }
    expect(parser.visited - before).toBeLessThan(words.length * 400 * 1.1)
  })

  it.each([
    // Emphasis goes before a pair of the other kind that it crosses.
    'u_ ~~del _u1 *em~~del u_ x',
    '~a ~~b~~ *c ~~d* e~~ f',
    // A title that is closed later makes a definition of the paragraph.
    "[a]: /url 'title\nmore words'\n",
    'a <b c="d e f">g',
    'see www.example.com for',
  ])('gives the same tree for %j, however it arrives', (markdown) => {
    const whole = createParser()
    whole.write(markdown)
    whole.end()
    for (let size = 1; size < markdown.length; size += 1) {
      const parser = createParser()
      for (let at = 0; at < markdown.length; at += size) {
        parser.write(markdown.slice(at, at + size))
        void parser.root
      }
      parser.end()
      expect(parser.root).toStrictEqual(whole.root)
    }
  })
})
