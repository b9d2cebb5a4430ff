import {
  createMarkdownStream,
  definePolicy,
  type parseMarkdown,
  remarkUnfinished,
  toSafeTree,
} from '@glovebox/markdown'
import type { Root, RootContent } from 'hast'
import type { Nodes } from 'mdast'
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { show } from './show.js'

function drawOpen(unsafe: string): string {
  return show(toSafeTree(unsafe, { streaming: true })).replace(/\n/g, '')
}

describe('a text that still grows', () => {
  it.each([
    {
      name: 'an address',
      unsafe: 'see https://bank.example',
      safe: '<p>see https://bank.example</p>',
    },
    {
      name: 'an address before a dot',
      unsafe: 'see https://bank.example.',
      safe: '<p>see https://bank.example.</p>',
    },
    {
      name: 'an address in brackets',
      unsafe: '(https://bank.example)',
      safe: '<p>(https://bank.example)</p>',
    },
    { name: 'a mail address', unsafe: 'a@bank.co', safe: '<p>a@bank.co</p>' },
    {
      name: 'the address of an open link',
      unsafe: '[a](https://bank.example',
      safe: '<p>a</p>',
    },
    { name: 'a link', unsafe: '[a](https://bank.example)', safe: '<p>a</p>' },
    { name: 'an open image', unsafe: 'a ![b](https://evil.test/i', safe: '<p>a </p>' },
    { name: 'a definition', unsafe: '[a] b\n\n[a]: https://bank.exam', safe: '<p>[a] b</p>' },
    {
      name: 'a reference that may get an address',
      unsafe: '[a]: https://a.test\n\n[a](https://b',
      safe: '<p>a</p>',
    },
  ])('does not open $name at its end', ({ unsafe, safe }) => {
    expect(drawOpen(unsafe)).toBe(safe)
  })

  it.each([
    { name: 'code', unsafe: 'a ` ![b](https://img.test/i) [c](https://a.test) d' },
    { name: 'a tag', unsafe: 'a <b c="![b](https://img.test/i) ' + 'd '.repeat(1_200) },
    { name: 'the words of an image', unsafe: '![a ![b](https://img.test/i) c ' },
    { name: 'two cells', unsafe: 'a [b|c](https://a.test) ![b|c](https://img.test/i) d' },
    { name: 'two cells of the next line', unsafe: 'a\nb [c`|`](https://a.test) d' },
    { name: 'a paragraph and a cell', unsafe: 'a [b\nc](https://a.test) d' },
    { name: 'words before a cell', unsafe: 'a ![b\nc](https://img.test/i) d' },
  ])('loads and opens nothing that may turn out to be $name', ({ unsafe }) => {
    const policy = definePolicy({ images: { allow: ['https://img.test/'] } })
    const [open, next] = ['', '\n\nd'].map((rest) => [
      ...show(toSafeTree(unsafe + rest, { streaming: true, policy })).matchAll(/<(?:a|img) /g),
    ])
    const whole = show(toSafeTree(unsafe + '\n\nd', { policy })).match(/<(?:a|img) /g) ?? []
    expect([open?.length, next?.length]).toEqual([0, whole.length])
  })

  it('shows an image in a link while its address is typed', () => {
    const policy = definePolicy({ images: { allow: ['https://img.test/'] } })
    const shown = show(
      toSafeTree('[![a](https://img.test/i)](https://b', { streaming: true, policy }),
    )
    expect(shown).toContain('<img src=https://img.test/i')
  })

  it.each([
    { name: 'an address before a blank', unsafe: 'https://a.test b' },
    { name: 'a link before a word', unsafe: '[a](https://a.test) b' },
    { name: 'a reference to a finished definition', unsafe: '[a] b\n\n[a]: https://a.test\n\n' },
  ])('opens $name', ({ unsafe }) => {
    expect(drawOpen(unsafe)).toContain('<a href=https://a.test/')
  })
})

it('draws an image as soon as its address is closed', () => {
  expect(drawOpen('![a](https://evil.test/i)')).toContain('dataBlocked=image dataHost=evil.test')
})

describe('any prefix of a text that allows images', () => {
  const policy = definePolicy({ images: { allow: ['https://ok.test'] } })
  it.each([
    {
      name: 'links',
      unsafe: 'a [b](https://ok.test/1 "t") <https://ok.test/2> https://ok.test/3. c',
    },
    { name: 'images', unsafe: '![a](https://ok.test/1) ![b](<https://ok.test/2>)\n\nc' },
    {
      name: 'references',
      unsafe:
        '[a] ![b][r] [c][]\n\n[a]: https://ok.test/1\n[r]: <https://ok.test/2>\n[c]: https://ok.test/3\n\nd',
    },
    {
      name: 'addresses in a quote, a list and a table',
      unsafe:
        '> ![a](https://ok.test/1)\n\n- https://ok.test/2\n- b\n\n|a|\n|-|\n|![c](https://ok.test/3)|\n\nd',
    },
    {
      name: 'addresses in a footnote',
      unsafe: 'a[^1]\n\n[^1]: ![b](https://ok.test/1) www.ok.test/2 me@ok.test\n\nc',
    },
  ])('of $name opens and loads only what the whole text does', ({ unsafe }) => {
    const whole = addressesIn(toSafeTree(unsafe, { policy }))
    const early = Array.from({ length: unsafe.length }, (_, end) =>
      addressesIn(toSafeTree(unsafe.slice(0, end), { policy, streaming: true })),
    ).flat()
    expect(early.filter((address) => !whole.includes(address))).toEqual([])
    expect(whole.length).toBeGreaterThan(1)
  })
})

describe('no prefix opens or loads what the whole text does not', () => {
  it.each([
    { name: 'a host that goes on behind a tab', unsafe: 'https://bank.example&Tab;.evil.test b' },
    { name: 'an address that goes on behind an entity', unsafe: 'https://bank.example/a&nbsp;b' },
    {
      name: 'a mail address that goes on behind an entity',
      unsafe: 'a@bank.example&#32;.evil.test',
    },
    {
      name: 'an address behind a hyphen and a bracket',
      unsafe: '-www.bank.example<b~.evil.test c',
    },
    { name: 'an address in a pair of brackets', unsafe: '[https://bank.example]<1.evil.test c' },
    { name: 'words of a link', unsafe: '[https://bank.example ](https://evil.test) a' },
    { name: 'words behind a blank', unsafe: '[ https://bank.example ](https://evil.test) a' },
    {
      name: 'many words of a link',
      unsafe: `[https://bank.example ${'a '.repeat(150)}](https://evil.test) a`,
    },
    {
      name: 'words of a link with a long address',
      unsafe: `[https://bank.example b](https://evil.test/${'a'.repeat(2_100)}) a`,
    },
    {
      name: 'a reference that gets a long label',
      unsafe: `[a]: https://bank.example\n[b ${'b '.repeat(100)}]: https://evil.test\n\n[a][b ${'b '.repeat(100)}] c`,
    },
    { name: 'words of an image', unsafe: '![ https://bank.example a](https://ok.test/i) a' },
    { name: 'what looks like a row', unsafe: '|https://bank.example/a|b c' },
    { name: 'a link in what looks like a row', unsafe: 'a\n|*[b](https://bank.example/)*|`c`d' },
    { name: 'code in what looks like a row', unsafe: '|`![b](https://ok.test/i) |c`d' },
    {
      name: 'words above what looks like a row',
      unsafe: '[https://bank.example b\n|](https://evil.test)',
    },
    { name: 'code above what looks like a fence', unsafe: '`https://bank.example/a\n```b`' },
    { name: 'a title above what looks like a fence', unsafe: '[a](https://b.test/a\n```b`)' },
    {
      name: 'code above what looks like a long break',
      unsafe: '> `https://bank.example/a\n> ' + '*'.repeat(1_100) + 'b`',
    },
    { name: 'code behind a blank', unsafe: '` https://bank.example a` b' },
    { name: 'an address before what may be struck', unsafe: ')www.bank.example~~c d' },
  ])('of $name', ({ unsafe }) => {
    expect(changing(unsafe)).toEqual([])
  })

  it.each([
    {
      name: 'of a bracket that another link has made text',
      unsafe: `[a [b](/c) ${'d '.repeat(100)} https://a.test e`,
    },
    { name: 'of a bracket that nothing closes', unsafe: '[ a https://a.test b\n\n' },
    { name: 'in the head of a table', unsafe: '|https://a.test|b|\n|-|-|\n' },
    { name: 'above an item', unsafe: 'https://a.test\n- ```b' },
    { name: 'above a fence', unsafe: 'https://a.test\n```b\n' },
    { name: 'next to brackets that wait for a definition', unsafe: '[a] https://a.test [b] c' },
    { name: 'of a link behind such brackets', unsafe: '[a] [b](https://a.test) c' },
    { name: 'in angle brackets behind such brackets', unsafe: '[a]: [b] <https://a.test> c' },
  ])('but the address $name opens', ({ unsafe }) => {
    expect(drawOpen(unsafe)).toContain('<a href=https://a.test/')
  })
})

describe('a definition that comes late changes no link that was there', () => {
  const definition = '\n\na\n\n> [r]: https://evil.test\n'
  it.each([
    { name: 'words of a reference', unsafe: '[a@bank.example][r] b' },
    { name: 'an address in angle brackets', unsafe: '[<https://bank.example>][r] b' },
    {
      name: 'words of a shortcut',
      unsafe: '[https://bank.example]',
      label: 'https://bank.example',
    },
    { name: 'words of a collapsed one', unsafe: '[a@bank.example][]', label: 'a@bank.example' },
    { name: 'an address of many pieces', unsafe: '[ [a@bank&#46;example][r]' },
    { name: 'words of an image', unsafe: '![<https://bank.example>][r] b' },
    { name: 'a link in the words of an image', unsafe: '![a [b](https://bank.example) c][r]' },
    { name: 'words in emphasis', unsafe: '*a **[b@bank.example][r] c***' },
    { name: 'a cell', unsafe: '| a |\n|-|\n| [b@bank.example][r] |' },
    { name: 'a heading', unsafe: '# [a@bank.example][r]' },
    { name: 'a call of a footnote', unsafe: '[^a@bank.example]', label: '^a@bank.example' },
    { name: 'such a call behind a mark', unsafe: '![^a@bank.example]', label: '^a@bank.example' },
    { name: 'a link around brackets', unsafe: '[a [r] b](https://bank.example) c' },
    { name: 'a reference around brackets', unsafe: '[k]: //bank.example\n\n[a [r] b][k] c' },
    {
      name: 'a link behind what such a link hides',
      unsafe: '[[r]](a`b) [c](https://bank.example) `',
    },
    { name: 'a link whose words are a label', unsafe: '[a][r](https://bank.example) b' },
    { name: 'a reference that begins with a label', unsafe: '[k]: //bank.example\n\n[a][r][k] b' },
    { name: 'an address that brackets touch', unsafe: '[ a https://bank.example/[r] b' },
  ])('in $name', ({ unsafe, label = 'r' }) => {
    expect(changing(unsafe + definition.replace('[r]', `[${label}]`))).toEqual([])
  })

  it('whatever stands in brackets', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bracketed), { maxLength: 20 }), (pieces) => {
        expect(changing(pieces.join(''))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('and once none can come an address in brackets is a link', () => {
    const stream = createMarkdownStream()
    stream.write('[a https://a.test] b\n\nc')
    const before = stream.blocks.flatMap(({ tree }) => addressesIn(tree))
    stream.end()
    expect([before, stream.blocks.flatMap(({ tree }) => addressesIn(tree))]).toEqual([
      [],
      ['https://a.test/'],
    ])
  })
})

/** What brackets stand between, in, before and behind. */
const bracketed = (
  '[ … ] … [r] … [x] … ][ … ![ … [^ … [^x] … (https://u.e) … (u`v) … [a b](https://l.e) … a@k.e … https://h.e … www.w.e … ' +
  '<https://q.e> … &#46; … <b> … ` … * … ** … ~~ … \\ … | … > … - … # …   … \n … \n\n … \n|-|-|\n … ' +
  '\n\n[r]: https://r.e\n\n … \n\n[x]: https://x.e\n\n … \n\n[^x]: n\n\n'
).split(' … ')

/** The addresses at the prefixes of a text that are none of the whole. */
function changing(unsafe: string): string[] {
  const policy = definePolicy({ images: { allow: ['https://ok.test'] } })
  const whole = addressesIn(toSafeTree(unsafe, { policy }))
  const stream = createMarkdownStream({ policy })
  return Array.from(unsafe, (character) => {
    stream.write(character)
    return stream.blocks.flatMap(({ tree }) => addressesIn(tree))
  })
    .flat()
    .filter((address) => !whole.includes(address))
}

describe('remarkUnfinished', () => {
  const pipeline = unified().use(remarkParse).use(remarkUnfinished)

  it('is a plugin for a pipeline of your own', () => {
    const unsafe = 'a [b](https://a.test)'
    const tree = pipeline.parse(unsafe)
    // The plugin changes the tree in place.
    pipeline.runSync(tree, unsafe)
    expect(typesIn(tree)).toEqual(['text', 'text'])
  })

  it.each([
    { name: 'is in an open link', unsafe: '[a](https://b.test/<script>alert(1)</script>' },
    { name: 'is in an open link with brackets', unsafe: '[a](<https://b.test/ c' },
    { name: 'stands in brackets that are open', unsafe: '[a\\] [b] https://bank.example c' },
    { name: 'stands in brackets with half an address', unsafe: '[https://a.test b](https://evil' },
    { name: 'goes on behind an entity', unsafe: 'https://bank.example&Tab;' },
  ])('takes an address that $name for words', ({ unsafe }) => {
    expect(addressesThrough(unsafe)).toEqual([])
  })

  it.each([
    {
      name: 'is behind a link',
      unsafe: '[a](/b) https://a.test c',
      safe: ['/b', 'https://a.test'],
    },
    { name: 'is behind code', unsafe: '`a[` https://a.test c', safe: ['https://a.test'] },
    { name: 'is in brackets', unsafe: '[https://a.test c] d\n\ne', safe: ['https://a.test'] },
    {
      name: 'is in another block',
      unsafe: '[a https://a.test b\r\n\r\nc',
      safe: ['https://a.test'],
    },
  ])('opens an address that $name', ({ unsafe, safe }) => {
    expect(addressesThrough(unsafe)).toEqual(safe)
  })

  it('takes the length of the text that is there', () => {
    const tree = pipeline.parse('[b](https://a.test) c')
    remarkUnfinished({ textLength: 19 })(tree, { value: '[b](https://a.test) c' })
    expect(typesIn(tree)).toEqual(['text', 'text'])
  })
})

/** The addresses that are left of what remark and its plugin for GitHub's markdown read. */
function addressesThrough(unsafe: string): string[] {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkUnfinished)
  const tree = processor.parse(unsafe)
  // The plugin changes the tree in place.
  processor.runSync(tree, unsafe)
  const nodes: Nodes[] = [tree]
  for (const node of nodes)
    if ('children' in node) for (const child of node.children) nodes.push(child)
  return nodes.flatMap((node) => ('url' in node ? [node.url] : []))
}

function typesIn(tree: ReturnType<typeof parseMarkdown>): string[] {
  return tree.children.flatMap((block) =>
    'children' in block ? block.children.map(({ type }) => type) : [],
  )
}

function addressesIn(node: Root | RootContent): string[] {
  if (node.type !== 'root' && node.type !== 'element') return []
  const { href, src } = node.type === 'element' ? node.properties : {}
  return [href, src]
    .filter((one) => typeof one === 'string')
    .concat(node.children.flatMap(addressesIn))
}
