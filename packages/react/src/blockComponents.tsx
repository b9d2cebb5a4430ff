'use client'

import { useContext, type ReactElement, type ReactNode } from 'react'
import type { ExtraProps } from 'react-markdown'
import { BlockBoundary } from './BlockBoundary.js'
import { blockElements, type DrawBlockElement } from './blockElements.js'
import { OwnComponents } from './ownComponents.js'
import { useLabels } from './settings.js'
import { blockName, textOf } from './wrapBlocks.js'

/** The components that carry the policy to the screen; the app's own are drawn inside them. */
export const blockComponents = {
  [blockName]: Block,
  ...Object.fromEntries([...blockElements].map(([name, draw]) => [name, componentOf(draw)])),
}

function Block({ node, children }: ExtraProps & { readonly children?: ReactNode }) {
  const text = node === undefined ? '' : textOf(node)
  return (
    <BlockBoundary resetKey={text} fallback={<p className="glovebox-plain">{text}</p>}>
      {children}
    </BlockBoundary>
  )
}

function componentOf(draw: DrawBlockElement) {
  return function BlockElement({ node, ...attributes }: ExtraProps): ReactElement {
    const own = useContext(OwnComponents)
    const labels = useLabels()
    return draw(attributes, { own, labels, node })
  }
}
