'use client'

import type { ReactNode } from 'react'
import type { ExtraProps } from 'react-markdown'
import { BlockBoundary } from './BlockBoundary.js'
import { textOf } from './wrapBlocks.js'

/** The box of one top-level block, in which its errors stop. */
export function Block({ node, children }: ExtraProps & { readonly children?: ReactNode }) {
  const text = node === undefined ? '' : textOf(node)
  return (
    <BlockBoundary resetKey={text} fallback={<p className="glovebox-plain">{text}</p>}>
      {children}
    </BlockBoundary>
  )
}
