'use client'

import { markHidden, undecidedLength } from '@glovebox/markdown'
import { createElement, type ReactNode } from 'react'
import { readAttributes } from './readAttributes.js'
import { textOf } from './wrapBlocks.js'

/** The props of `RevealedText`. */
export interface RevealedTextProps {
  /** Plain text that Claude wrote: a tool's input, a title, a file name. */
  readonly children: string
  /** The text still grows: characters at its end that are judged by what follows wait until it has come. */
  readonly streaming?: boolean | undefined
}

/** Draws plain untrusted text with its hidden characters made visible. */
export function RevealedText({ children, streaming = false }: RevealedTextProps): ReactNode {
  const unsafe = streaming
    ? children.slice(0, children.length - undecidedLength(children))
    : children
  return markHidden(unsafe, marking).map((part, index) =>
    part.type === 'text'
      ? part.value
      : createElement('span', { key: index, ...readAttributes(part.properties) }, textOf(part)),
  )
}

const marking = { hidden: 'reveal', onHidden: () => undefined } as const
