import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { grow, read } from './inlineReading.js'

/** The nodes in short: `em(a)`, `link(a)`; characters are themselves. */
function show(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if ('children' in node) return `${node.type}(${show(node.children)})`
      return 'value' in node ? `${node.type}(${node.value})` : node.type
    })
    .join('')
}

describe('at the end of a text that grows', () => {
  it.each([
    ['a *b', 'a emphasis(b)'],
    ['a **b c', 'a strong(b c)'],
    ['a **b*', 'a strong(b)'],
    ['a ***b', 'a emphasis(strong(b))'],
    ['*a **b', 'emphasis(a strong(b))'],
    ['_a', 'emphasis(a)'],
    ['a ~~b~', 'a delete(b)'],
    ['汉**字', '汉strong(字)'],
    ['a `b *c', 'a inlineCode(b *c)'],
    ['a `` b ` c', 'a inlineCode(b ` c)'],
    ['a *', 'a'],
    ['a **`', 'a'],
    ['a !', 'a'],
    ['Yes!', 'Yes!'],
    ['a\\', 'a'],
    ['a &am', 'a'],
    ['a &#x2', 'a'],
    ['a [b', 'a '],
    ['a [b]', 'a '],
    ['a [b *c](', 'a b emphasis(c)'],
    ['a [b](https://c.d "e', 'a b'],
    ['a [b](https://c.d)', 'a b'],
    ['a [x][b', 'a '],
    ['a ![b](c', 'a '],
    ['a ![b](c)', 'a image'],
    ['[![a](b)](c', 'image'],
    ['a[^b', 'a'],
    ['a <b', 'a '],
    ['a <b c="d e', 'a '],
    ['a <!-- b c', 'a '],
    ['a <https://b.c', 'a https://b.c'],
    ['a <https://b.c>', 'a https://b.c'],
    ['a https://b.c', 'a https://b.c'],
    ['a (https://b.c).', 'a (https://b.c).'],
    ['*a b@c.d', 'emphasis(a b@c.d)'],
    ['a [b www.c.d', 'a '],
  ])('%j shows %j', (text, shown) => {
    expect(show(read(text, { open: true }))).toBe(shown)
  })

  it.each([
    ['_foo_bar and', '_foo_bar and'],
    ['snake_case_ and', 'snake_case_ and'],
    ['2 ** 3 is', '2 ** 3 is'],
    ['2*3 is 6', '2*3 is 6'],
    ['~5 minutes', '~5 minutes'],
    ['$$ and $5', '$$ and $5'],
    ['a ` b', 'a ` b'],
    ['Array<string> is', 'Arrayhtml(<string>) is'],
    ['1 < 2 & 3', '1 < 2 & 3'],
    ['if a<b and c', 'if a<b and c'],
    ['AT&T is', 'AT&T is'],
    ['[b] c', '[b] c'],
    ['[ ] c', '[ ] c'],
    ['a ![b] c', 'a ![b] c'],
    ['[b](c d', '[b](c d'],
    ['[' + 'word '.repeat(60), '[' + 'word '.repeat(60).trim()],
    ['see https://b.c and', 'see link(https://b.c) and'],
    ['[b](c) d', 'link(b) d'],
  ])('%j is finished', (text, shown) => {
    expect(show(read(text, { open: true }))).toBe(shown)
  })

  it.each([
    'See **the *whole* guide** and `code`, [a *link*](https://a.b "c"), then ![d](e) f.',
    'An [array] of ![this] and [a], [b c][], [x][b c] and arr[0] or [^a] and [^x]. <kbd>K</kbd>',
    'AT&T, &amp; &copy;, <https://a.b>, www.c.d and e@f.g. __init__ x ***y*** ~~z~~, \\*no\\*',
    '`` a ` b `` List<Map<string, number>> 5 < 6 <!-- no --> <img src="a" alt=\'b\'>',
  ])('the words of %j only grow', (text) => {
    let before = ''
    const shrunk: string[] = []
    for (const { nodes } of grow(
      text,
      Array.from(text, (_, n) => n + 1),
      { open: true },
    )) {
      const words = wordsOf(nodes)
      if (!words.startsWith(before)) shrunk.push(`${before} → ${words}`)
      before = words
    }
    expect(shrunk).toEqual([])
  })

  it.each([
    'a [b](https://c.d/e) ',
    'a ![b](https://c.d/e) ',
    'https://c.d/e ',
    '[a]: https://c.d/e ',
  ])('no address in %j leads elsewhere than in the end', (text) => {
    const ends = Array.from(text + 'z', (_, n) => n + 1)
    const early = [...grow(text + 'z', ends, { open: true })].flatMap(({ nodes }) => urlsOf(nodes))
    expect(early.filter((url) => !urlsOf(read(text + 'z')).includes(url))).toEqual([])
  })
})

/** The words a reader sees, blanks aside. */
function wordsOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return wordsOf(node.children)
      return node.type === 'text' || node.type === 'inlineCode' ? node.value : ''
    })
    .join('')
    .replaceAll(/\s/g, '')
}

function urlsOf(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => [
    ...('url' in node ? [node.url] : []),
    ...('children' in node ? urlsOf(node.children) : []),
  ])
}
