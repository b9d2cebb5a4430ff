import { defaultPolicy, definePolicy, sanitizeTree, toSafeTree } from '@glovebox/markdown'
import fc from 'fast-check'
import type { Element, Root } from 'hast'
import { describe, expect, it } from 'vitest'
import { outside } from './outside.js'
import { show } from './show.js'
import { unsafeText } from './unsafeText.js'

const policies = [
  defaultPolicy,
  definePolicy({ hidden: 'remove', html: 'text', images: { otherwise: 'text' } }),
  definePolicy({ images: { otherwise: 'drop' }, links: { confirm: 'always' } }),
  definePolicy({
    origin: 'https://app.test',
    links: { allow: ['self', 'https://bank.com'], schemes: ['https'], confirm: 'never' },
  }),
  definePolicy({ limits: { depth: 1, urlLength: 25 } }),
]
const anyPolicy = fc.constantFrom(...policies)

const tagNames =
  'a img span p h2 li ol section input code td details summary b script style iframe svg A x-y'
const names =
  'href src alt id name title className style align start checked type onClick ping srcSet ' +
  'dataBlocked dataReason dataHost dataUrl dataMarkedChar dataMarkedCount dataTrueHost ' +
  'dataConfirm dataDeceptive dataFootnoteRef dataFootnotes dataLanguage dataTask ariaLabel ' +
  '__proto__ constructor children dangerouslySetInnerHTML ref key is slot'
const values = [
  ...'https://evil.test/ //evil.test javascript:a #a image link U+202E 1 -1 1e99 true'.split(' '),
  ...'user-content-fn-1 fnref-1 footnote-label language-js task-list-item left'.split(' '),
]

const anyValue = fc.oneof(
  fc.constantFrom<unknown>(...values, true, false, null, undefined, 7, NaN, {}),
  fc.array(fc.constantFrom(...values), { maxLength: 2 }),
  unsafeText,
)
const properties = fc.dictionary(fc.constantFrom(...names.split(' ')), anyValue, { maxKeys: 5 })

/** Trees no parser gives: any tag with any property, raw HTML, comments, and nodes that are none. */
const { anyNode } = fc.letrec<{ anyNode: unknown }>((tie) => ({
  anyNode: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ type: fc.constantFrom('text', 'raw', 'comment'), value: unsafeText }),
    fc.constantFrom<unknown>(null, 1, 'a', [], {}, { type: 'text' }, { type: 'raw' }),
    fc.constantFrom<unknown>({ type: 'element' }, { type: 'raw', value: 1 }, { type: 'doctype' }),
    fc.record(
      {
        type: fc.constant('element'),
        tagName: fc.oneof(fc.constantFrom(...tagNames.split(' ')), fc.constant(undefined)),
        properties: fc.oneof(properties, fc.constant(undefined)),
        children: fc.array(tie('anyNode'), { maxLength: 4 }),
      },
      { requiredKeys: ['type', 'children'] },
    ),
  ),
}))
const unsafeTree = fc
  .array(anyNode, { maxLength: 4 })
  // The types say that no such tree exists; JavaScript hands it over all the same.
  .map((children) => JSON.parse('{"type":"root"}', () => ({ type: 'root', children })) as Root)

describe('any tree', () => {
  it('comes out inside the policy', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(unsafeTree, anyPolicy, (tree, policy) => {
        expect(outside(sanitizeTree(tree, policy))).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('is the same after a second pass', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(unsafeTree, anyPolicy, (tree, policy) => {
        const safe = sanitizeTree(tree, policy)
        expect(sanitizeTree(safe, policy)).toEqual(safe)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is not changed', () => {
    fc.assert(
      fc.property(unsafeTree, (tree) => {
        const before = structuredClone(tree)
        sanitizeTree(tree, defaultPolicy)
        expect(tree).toEqual(before)
      }),
    )
  })
})

describe('any text under any policy', () => {
  it('is the same after a second pass', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(unsafeText, anyPolicy, (unsafe, policy) => {
        const safe = toSafeTree(unsafe, { policy })
        expect(sanitizeTree(safe, policy)).toEqual(safe)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a tree too deep to walk', () => {
  it('keeps its words', () => {
    let node: Element = element('em')
    for (let depth = 0; depth < 20_000; depth += 1) node = { ...element('em'), children: [node] }
    const innermost = element('p')
    const text = { type: 'text' as const, value: 'a' }
    const tree: Root = {
      type: 'root',
      children: [innermost, node, { ...innermost, children: [text] }],
    }
    expect(show(sanitizeTree(tree, defaultPolicy))).toMatch(/^<p><\/p>(<em>)+(<\/em>)+<p>a<\/p>$/)
  })
})

function element(tagName: string): Element {
  return { type: 'element', tagName, properties: {}, children: [] }
}
