import type { Element, ElementContent } from 'hast'
import { Fragment, type ElementType, type JSX, type ReactElement, type ReactNode } from 'react'
import { jsx } from 'react/jsx-runtime'
import type { Components } from 'react-markdown'
import { blockElements } from './blockElements.js'
import { createGroupDrawing } from './drawGroups.js'
import { labelFootnotes } from './labelFootnotes.js'
import { LongText, partLength, type PartLook } from './LongText.js'
import type { TextLabels } from './textLabels.js'
import { readAttributes } from './readAttributes.js'

/** The elements of a safe tree; of any other only what is inside it is drawn. */
const tagNames: readonly (keyof JSX.IntrinsicElements)[] = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'li',
  'pre',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'section',
  'details',
  'summary',
  'a',
  'img',
  'em',
  'strong',
  'del',
  'code',
  'br',
  'input',
  'span',
  'kbd',
  'sub',
  'sup',
  'mark',
  'ins',
  's',
  'u',
  'small',
  'abbr',
  'b',
  'i',
]

/** How each element is drawn where the app has no component for it. */
const ownTypes: ReadonlyMap<string, ElementType> = new Map(tagNames.map((name) => [name, name]))

/** Between their children no text may stand; the line endings there are left out. */
const tableParts: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tr'])

/** What the look of a tree depends on besides itself. */
export interface TreeLook {
  readonly components: Components
  readonly labels: TextLabels
}

/** Draws an element of a safe tree. */
export type DrawElement = (node: Element) => ReactElement

/**
 * Turns safe hast into React elements. A node inside another one that was drawn before gives the
 * same React element, so that React passes over everything that did not change. Few elements of ours
 * are components: React would call each of them anew for every piece of an answer.
 */
export function createTreeDrawing({ components, labels }: TreeLook): DrawElement {
  const types = typesWith(components)
  /** What each node was drawn as. */
  const drawn = new WeakMap<Element, ReactElement>()
  const drawMany = createGroupDrawing<ElementContent>({
    draw: drawNode,
    identityOf: (node) => (node.type === 'element' ? node : undefined),
    isSame: isSameNode,
  })

  function drawNode(node: ElementContent, index: number): ReactNode {
    if (node.type !== 'element') return node.type === 'text' ? drawText(node.value, index) : null
    const before = drawn.get(node)
    if (before !== undefined && before.key === String(index)) return before
    const element = createElement(labelFootnotes(node, labels), index)
    drawn.set(node, element)
    return element
  }

  function createElement(node: Element, key: number): ReactElement {
    const drawBlock = blockElements.get(node.tagName)
    const type = types.get(node.tagName)
    const attributes = type === undefined ? {} : readAttributes(node.properties)
    const children = drawChildren(node)
    if (children !== undefined) attributes['children'] = children
    if (drawBlock !== undefined) {
      return drawBlock(attributes, { own: components, labels, node, key: String(key) })
    }
    if (type !== undefined && typeof type !== 'string') attributes['node'] = node
    return jsx(type ?? Fragment, attributes, String(key))
  }

  /** As react-markdown gives them: a single child as it is, several as a list. */
  function drawChildren({ tagName, children }: Element): ReactNode {
    const shown = tableParts.has(tagName) ? children.filter(isNotBlank) : children
    if (shown.length <= 1) return shown[0] && drawNode(shown[0], 0)
    // An app's own component may look at each of its children.
    return isOwnComponent(components, tagName) ? shown.map(drawNode) : drawMany(shown)
  }

  return (node) => createElement(labelFootnotes(node, labels), 0)
}

/** Ours go before the app's own, which they draw inside them. */
function typesWith(components: Components): ReadonlyMap<string, ElementType> {
  const given = Object.entries(components)
  if (given.length === 0) return ownTypes
  const types = new Map(ownTypes)
  for (const [name, type] of given) {
    if (type !== undefined && types.has(name)) types.set(name, type)
  }
  return types
}

/** A text that is too long for one line box after the other is drawn in parts. */
function drawText(text: string, index: number): ReactNode {
  if (text.length <= partLength) return text
  return (
    <LongText key={index} lookOf={lookOfPart}>
      {text}
    </LongText>
  )
}

const drawAsIs: PartLook = (text) => text
const lookOfPart = () => drawAsIs

function isSameNode(one: ElementContent, other: ElementContent | undefined): boolean {
  if (one === other) return true
  return one.type === 'text' && other?.type === 'text' && one.value === other.value
}

function isNotBlank(node: ElementContent): boolean {
  return node.type !== 'text' || (node.value !== '\n' && /[^ \t\n\f\r]/.test(node.value))
}

function isOwnComponent(components: Components, tagName: string): boolean {
  const own: unknown = Object.hasOwn(components, tagName) && Reflect.get(components, tagName)
  return typeof own === 'function' || (typeof own === 'object' && own !== null)
}
