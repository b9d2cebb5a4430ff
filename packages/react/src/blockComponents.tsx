'use client'

import { useContext, type ReactElement } from 'react'
import type { ExtraProps } from 'react-markdown'
import { blockElements, type DrawBlockElement } from './blockElements.js'
import { OwnComponents } from './ownComponents.js'
import { useLabels } from './settings.js'

/** The components that carry the policy to the screen; the app's own are drawn inside them. */
export const blockComponents = Object.fromEntries(
  [...blockElements].map(([name, draw]) => [name, componentOf(draw)]),
)

function componentOf(draw: DrawBlockElement) {
  return function BlockElement({ node, ...attributes }: ExtraProps): ReactElement {
    const own = useContext(OwnComponents)
    const labels = useLabels()
    return draw(attributes, { own, labels, node })
  }
}
