'use client'

import type { Policy } from '@glovebox/markdown'
import type { ReactNode } from 'react'
import type { Components } from 'react-markdown'
import { LinkGuard } from './LinkGuard.js'
import { OwnComponents } from './ownComponents.js'

interface MarkdownBoxProps {
  readonly className: string | undefined
  readonly dir: 'ltr' | 'rtl' | 'auto'
  readonly policy: Policy
  readonly components: Components
  readonly children?: ReactNode
}

/** The box around one drawn text: a link guard, with the app's own components in reach. */
export function MarkdownBox({ className, dir, policy, components, children }: MarkdownBoxProps) {
  return (
    <OwnComponents.Provider value={components}>
      <LinkGuard
        className={className === undefined ? 'glovebox-markdown' : `glovebox-markdown ${className}`}
        dir={dir}
        policy={policy}
      >
        {children}
      </LinkGuard>
    </OwnComponents.Provider>
  )
}
