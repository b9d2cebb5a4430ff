import type { Element } from 'hast'
import {
  createElement,
  type ElementType,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from 'react'
import type { Components } from 'react-markdown'
import { BlockedImage } from './BlockedImage.js'
import type { TextLabels } from './textLabels.js'
import { textOf } from './wrapBlocks.js'

/** What ours are drawn with besides their own attributes. */
export interface BlockParts {
  /** The app's own components, which are drawn inside ours. */
  readonly own: Components
  readonly labels: TextLabels
  readonly node: Element | undefined
  readonly key?: string
}

/** Draws an element that carries the policy to the screen. */
export type DrawBlockElement = (attributes: Attributes, parts: BlockParts) => ReactElement

/** Under React's names. */
type Attributes = Readonly<Record<string, unknown> & { children?: ReactNode }>

/** The elements that an app's component can only be drawn inside of, or not instead of. */
export const blockElements: ReadonlyMap<string, DrawBlockElement> = new Map([
  ['span', drawSpan],
  ['pre', drawPre],
  ['table', drawTable],
  ['input', drawTask],
])

function drawSpan(attributes: Attributes, parts: BlockParts): ReactElement {
  const { own, node, key } = parts
  const { dataBlocked, dataMarkedChar, dataTrueHost } = node?.properties ?? {}
  if (node !== undefined && dataBlocked === 'image') {
    return (
      <BlockedImage key={key} {...readImage(node)}>
        {attributes.children}
      </BlockedImage>
    )
  }
  // What the policy says to the reader is never left to a component that might not say it.
  const isOurs = dataBlocked ?? dataMarkedChar ?? dataTrueHost
  if (isOurs !== undefined) return <span key={key} {...attributes} />
  return drawInner(own.span ?? 'span', attributes, parts)
}

/** What a blocked image says of itself. */
function readImage(node: Element): { host: string; url: string | undefined; alt: string } {
  const { dataHost, dataUrl } = node.properties
  const host = String(dataHost ?? '')
  const words = textOf(node)
  const ending = ` (${host})`
  const alt = words.endsWith(ending) ? words.slice(0, -ending.length) : words
  return { host, alt, url: dataUrl === undefined ? undefined : String(dataUrl) }
}

function drawPre(attributes: Attributes, parts: BlockParts): ReactElement {
  const { own, labels } = parts
  const box = { className: 'glovebox-code', 'aria-label': labels.scrollableCode }
  return drawScrollable(own.pre ?? 'pre', box, attributes, parts)
}

function drawTable(attributes: Attributes, parts: BlockParts): ReactElement {
  const { own, labels } = parts
  const box = { className: 'glovebox-table', 'aria-label': labels.scrollableTable }
  return drawScrollable(own.table ?? 'table', box, attributes, parts)
}

/** An app's own component scrolls as it likes; another element gets a box that does. */
function drawScrollable(
  Own: ElementType,
  box: HTMLAttributes<HTMLDivElement>,
  attributes: Attributes,
  parts: BlockParts,
): ReactElement {
  if (typeof Own !== 'string') return drawInner(Own, attributes, parts)
  return (
    // What scrolls has to be reached by keyboard; a fieldset or a landmark would say something else.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div key={parts.key} {...box} role="group" tabIndex={0}>
      {createElement(Own, attributes)}
    </div>
  )
}

function drawTask(attributes: Attributes, parts: BlockParts): ReactElement {
  const { own, labels } = parts
  const name = attributes['checked'] === true ? labels.taskDone : labels.taskOpen
  return drawInner(own.input ?? 'input', { ...attributes, 'aria-label': name }, parts)
}

/** An app's component is told the node, as react-markdown does it. */
function drawInner(
  Own: ElementType,
  attributes: Attributes,
  { node, key }: BlockParts,
): ReactElement {
  const about = typeof Own === 'string' || node === undefined ? attributes : { ...attributes, node }
  return createElement(Own, { ...about, key })
}
