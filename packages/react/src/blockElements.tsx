import type { Element } from 'hast'
import { createElement, type ElementType, type ReactElement, type ReactNode } from 'react'
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
  const { own, labels, key } = parts
  if (own.pre !== undefined && typeof own.pre !== 'string') {
    return drawInner(own.pre, attributes, parts)
  }
  return (
    // What scrolls has to be reached by keyboard; a fieldset or a landmark would say something else.
    // oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div
      key={key}
      className="glovebox-code"
      role="group"
      aria-label={labels.scrollableCode}
      tabIndex={0}
    >
      {createElement(own.pre ?? 'pre', attributes)}
    </div>
  )
}

function drawTable(attributes: Attributes, parts: BlockParts): ReactElement {
  const { own, labels, key } = parts
  if (own.table !== undefined && typeof own.table !== 'string') {
    return drawInner(own.table, attributes, parts)
  }
  return (
    <div
      key={key}
      className="glovebox-table"
      role="group"
      aria-label={labels.scrollableTable}
      tabIndex={0}
    >
      {createElement(own.table ?? 'table', attributes)}
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
