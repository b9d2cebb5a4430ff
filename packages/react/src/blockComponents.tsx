'use client'

import type { Element } from 'hast'
import { createElement, useContext, type ElementType, type JSX, type ReactElement } from 'react'
import type { ExtraProps } from 'react-markdown'
import { BlockedImage } from './BlockedImage.js'
import { OwnComponents } from './ownComponents.js'
import { useLabels } from './settings.js'
import { textOf } from './wrapBlocks.js'

/** The components that carry the policy to the screen; the app's own are drawn inside them. */
export const blockComponents = {
  span: Span,
  pre: Pre,
  table: Table,
  input: Task,
}

function Span({ node, ...props }: JSX.IntrinsicElements['span'] & ExtraProps) {
  const Own = useContext(OwnComponents).span ?? 'span'
  const { dataBlocked, dataHost, dataUrl, dataMarkedChar } = node?.properties ?? {}
  if (node !== undefined && dataBlocked === 'image') {
    const host = String(dataHost ?? '')
    const words = textOf(node)
    const ending = ` (${host})`
    const alt = words.endsWith(ending) ? words.slice(0, -ending.length) : words
    const url = dataUrl === undefined ? undefined : String(dataUrl)
    return (
      <BlockedImage host={host} url={url} alt={alt}>
        {props.children}
      </BlockedImage>
    )
  }
  // What the policy says to the reader is never left to a component that might not say it.
  if (dataBlocked !== undefined || dataMarkedChar !== undefined) return <span {...props} />
  if (node?.properties.dataTrueHost !== undefined) return <span {...props} />
  return drawOwn(Own, props, node)
}

function Pre({ node, ...props }: JSX.IntrinsicElements['pre'] & ExtraProps) {
  const labels = useLabels()
  const Own = useContext(OwnComponents).pre
  if (Own !== undefined && typeof Own !== 'string') {
    return drawOwn(Own, props, node)
  }
  return (
    // What scrolls has to be reached by keyboard; a fieldset or a landmark would say something else.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div className="glovebox-code" role="group" aria-label={labels.scrollableCode} tabIndex={0}>
      {createElement(Own ?? 'pre', props)}
    </div>
  )
}

function Table({ node, ...props }: JSX.IntrinsicElements['table'] & ExtraProps) {
  const labels = useLabels()
  const Own = useContext(OwnComponents).table
  if (Own !== undefined && typeof Own !== 'string') {
    return drawOwn(Own, props, node)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div className="glovebox-table" role="group" aria-label={labels.scrollableTable} tabIndex={0}>
      {createElement(Own ?? 'table', props)}
    </div>
  )
}

function Task({ node, ...props }: JSX.IntrinsicElements['input'] & ExtraProps) {
  const labels = useLabels()
  const Own = useContext(OwnComponents).input ?? 'input'
  const named = { ...props, 'aria-label': props.checked ? labels.taskDone : labels.taskOpen }
  return drawOwn(Own, named, node)
}

/** Draws an element, or the app's own component, which is told of the node. */
function drawOwn(Own: ElementType, props: object, node: Element | undefined): ReactElement {
  return createElement(Own, typeof Own === 'string' ? props : { ...props, ...(node && { node }) })
}
