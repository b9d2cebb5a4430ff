'use client'

import type { ReactNode } from 'react'
import type { ZodType } from 'zod'
import { JudgedLink } from '../JudgedLink.js'
import { RevealedText } from '../RevealedText.js'
import { SafeMarkdown } from '../SafeMarkdown.js'
import { useDrawing } from './drawing.js'
import { fieldKindOf } from './fieldKind.js'

interface FieldTextProps {
  /** The schemas that say what the text is. */
  readonly layers: readonly ZodType[]
  readonly value: string
  /** It still grows. */
  readonly isOpen: boolean
}

/** Draws a text that Claude wrote by what its schema says it is: plain text, unless it says markdown or an address. */
export function FieldText({ layers, value, isOpen }: FieldTextProps): ReactNode {
  const { components, onBlocked } = useDrawing()
  const kinds = layers.map(fieldKindOf)
  if (kinds.includes('markdown')) {
    return (
      <SafeMarkdown streaming={isOpen} components={components} onBlocked={onBlocked}>
        {value}
      </SafeMarkdown>
    )
  }
  if (kinds.includes('url')) {
    return <JudgedLink unsafeUrl={value} unsafeWords={value} withoutHost="link" />
  }
  return (
    <span className="glovebox-text" dir="auto">
      <RevealedText streaming={isOpen}>{value}</RevealedText>
    </span>
  )
}
