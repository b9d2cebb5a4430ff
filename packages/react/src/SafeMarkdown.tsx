'use client'

import type { Policy } from '@glovebox/markdown'
import type { Components } from 'react-markdown'
import { DrawnMarkdown } from './DrawnMarkdown.js'
import type { OnBlocked } from './useFindings.js'

/** The props of `SafeMarkdown`. */
export interface SafeMarkdownProps {
  /** Markdown that Claude wrote. */
  readonly children?: string | null | undefined
  /** The text still grows: what may change at its end cannot be clicked or loaded. */
  readonly streaming?: boolean | undefined
  readonly policy?: Policy | undefined
  /** Own components per element, as for react-markdown; the policy has been applied before them. */
  readonly components?: Components | undefined
  readonly onBlocked?: OnBlocked | undefined
  /** Writing direction; `auto` (the default) finds it per block. */
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
  readonly className?: string | undefined
}

/** Draws markdown that Claude wrote as untrusted text: nothing loads, runs or leaves unasked. */
export function SafeMarkdown(props: SafeMarkdownProps) {
  return (
    <DrawnMarkdown
      unsafe={props.children ?? ''}
      streaming={props.streaming ?? false}
      policy={props.policy}
      components={props.components}
      onBlocked={props.onBlocked}
      dir={props.dir ?? 'auto'}
      className={props.className}
    />
  )
}
