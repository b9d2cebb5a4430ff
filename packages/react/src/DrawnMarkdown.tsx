'use client'

import type { Policy } from '@glovebox/markdown'
import { useMemo } from 'react'
import type { Components, Options } from 'react-markdown'
import { drawMarkdown } from './drawMarkdown.js'
import { LinkGuard } from './LinkGuard.js'
import { OwnComponents } from './ownComponents.js'
import { useSettings } from './settings.js'
import { useFindings, type OnBlocked } from './useFindings.js'
import { useIdPrefix } from './useIdPrefix.js'

interface DrawnMarkdownProps {
  readonly unsafe: string
  readonly streaming: boolean
  readonly policy: Policy | undefined
  readonly components: Components | undefined
  readonly onBlocked: OnBlocked | undefined
  readonly dir: 'ltr' | 'rtl' | 'auto'
  readonly className: string | undefined
  readonly extra?: Readonly<Omit<Options, 'children'>>
}

const noComponents: Components = {}

/** Draws one untrusted text behind a link guard and reports what was found in it. */
export function DrawnMarkdown(props: DrawnMarkdownProps) {
  const { unsafe, streaming, components = noComponents, dir, className, extra } = props
  const { policy, labels } = useSettings(props.policy)
  const idPrefix = useIdPrefix()
  const drawing = useMemo(
    () =>
      drawMarkdown(unsafe, {
        policy,
        labels,
        idPrefix,
        streaming,
        dir,
        extra: { ...extra, components },
      }),
    [unsafe, policy, labels, idPrefix, streaming, dir, extra, components],
  )
  useFindings(unsafe, drawing.findings, props.onBlocked)
  return (
    <OwnComponents.Provider value={components}>
      <LinkGuard
        className={className === undefined ? 'glovebox-markdown' : `glovebox-markdown ${className}`}
        dir={dir}
        policy={policy}
      >
        {drawing.element}
      </LinkGuard>
    </OwnComponents.Provider>
  )
}
