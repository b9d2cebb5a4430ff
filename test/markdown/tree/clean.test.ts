import fc from 'fast-check'
import type { Element, ElementContent, Properties } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { expect, it } from 'vitest'
import { safeTags } from '../../../packages/markdown/src/safeElements.js'
import { sanitizeSchema } from '../../../packages/markdown/src/sanitizeSchema.js'
import { clean } from '../../../packages/markdown/src/tree/clean.js'

// Elements are cleaned one by one here, so that no ancestor is asked for; a task's box is made whole.
const schema = { ...sanitizeSchema, ancestors: {}, required: {} }

const names = [
  ...'href id src alt className dataLanguage dataFootnoteRef ariaLabel align start type'.split(' '),
  ...'disabled checked dataBlocked dataTask style onClick constructor __proto__ title'.split(' '),
]
const value = fc.oneof(
  fc.constantFrom(
    'language-js',
    'language-',
    'task-list-item',
    'checkbox',
    'link',
    'x',
    '',
    true,
    false,
    1,
  ),
  fc.array(fc.constantFrom('language-js', 'modal', 'task-list-item'), { maxLength: 3 }),
)
const properties: fc.Arbitrary<Properties> = fc
  .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries))
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
  .map((words): ElementContent => ({ type: 'text', value: words }))
const { element } = fc.letrec<{ element: Element; content: ElementContent }>((tie) => ({
  element: fc
    .tuple(tagName, properties, fc.array(tie('content'), { maxLength: 3 }))
    .map(([name, given, children]) => ({
      type: 'element',
      tagName: name,
      properties: given,
      children,
    })),
  content: fc.oneof({ maxDepth: 3 }, text, tie('element')),
}))

it('cleans an element as hast-util-sanitize does', () => {
  fc.assert(
    fc.property(element, (unsafe) => {
      const safe = sanitize({ type: 'root', children: [unsafe] }, schema)
      expect(clean(unsafe)).toEqual(safe.type === 'root' ? safe.children : [safe])
    }),
    { numRuns: 3_000 },
  )
})
