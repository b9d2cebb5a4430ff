import { defaultPolicy } from '@glovebox/markdown'
import fc from 'fast-check'
import type { Element, ElementContent, Properties } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { expect, it } from 'vitest'
import { safeTags } from '../../../packages/markdown/src/safeElements.js'
import { sanitizeSchema } from '../../../packages/markdown/src/sanitizeSchema.js'
import { createDrawer } from '../../../packages/markdown/src/tree/draw.js'
import {
  makeElement,
  makeText,
  type MadeContent,
} from '../../../packages/markdown/src/tree/made.js'
import { outside } from '../outside.js'

// A task's box is made whole here.
const schema = { ...sanitizeSchema, ancestors: {}, required: {} }

const names = [
  ...'href id src alt dataLanguage dataFootnoteRef ariaLabel align start type'.split(' '),
  ...'disabled checked dataBlocked dataTask style onClick constructor __proto__ title'.split(' '),
  ...'dataFootnotesLabel dataFootnotes dataFootnoteBackref dataMarkedChar dataTrueHost'.split(' '),
]
const words = 'language-js language-" checkbox link javascript:alert(1) fnref-1 #fn-1 center 7 x'
const value = fc.constantFrom(...words.split(' '), 'https://a.example/', '', true, false, 1)
const className = fc.array(fc.constantFrom('language-js', 'language-', 'modal', 'task-list-item'), {
  maxLength: 3,
})
const properties: fc.Arbitrary<Properties> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 5 }),
    fc.option(className),
  )
  .map(([entries, given]) => ({
    ...Object.fromEntries(entries),
    ...(given === null ? {} : { className: given }),
  }))
const tagName = fc.constantFrom(
  ...safeTags,
  'div',
  'iframe',
  'constructor',
  '__proto__',
  'SCRIPT',
  'svg',
)
const text = fc
  .string({ maxLength: 3 })
  .map((unsafe): ElementContent => ({ type: 'text', value: unsafe }))
const { element } = fc.letrec<{ element: Element; content: ElementContent }>((tie) => ({
  element: fc.record({
    type: fc.constant('element' as const),
    tagName,
    properties,
    children: fc.array(tie('content'), { maxLength: 3 }),
  }),
  content: fc.oneof({ maxDepth: 3 }, text, tie('element')),
}))

function draw(nodes: readonly ElementContent[]): ElementContent[] {
  const drawer = createDrawer(defaultPolicy, 'glovebox-')
  return nodes.flatMap(make).flatMap((made) => drawer.draw(made, false))
}

function make(node: ElementContent): MadeContent[] {
  if (node.type === 'text') return [makeText(node.value)]
  if (node.type !== 'element') return []
  return [makeElement({ ...node, children: node.children.flatMap(make) })]
}

it('draws nothing outside the policy, whatever an element is and has', () => {
  fc.assert(
    fc.property(element, (unsafe) => {
      expect(draw([unsafe]).flatMap(outside)).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

it('draws an element as if hast-util-sanitize had cleaned it', () => {
  fc.assert(
    fc.property(element, (unsafe) => {
      const safe = sanitize({ type: 'root', children: [unsafe] }, schema)
      const clean = safe.type === 'root' ? safe.children : [safe]
      expect(draw([unsafe])).toEqual(draw(clean as ElementContent[]))
    }),
    { numRuns: 3_000 },
  )
})

it('draws what is inside an element that is not known', () => {
  const inside: ElementContent = { type: 'text', value: 'words' }
  const unsafe: Element = { type: 'element', tagName: 'iframe', properties: {}, children: [inside] }
  expect(draw([unsafe])).toEqual([inside])
})
