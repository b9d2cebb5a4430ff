'use client'

import type { Policy } from '@glovebox/markdown'
import { memo, useMemo } from 'react'
import type { Components } from 'react-markdown'
import { createBlockDrawing } from './drawBlocks.js'
import { LinkGuard } from './LinkGuard.js'
import { PlainNote, PlainRest } from './PlainRest.js'
import { useSettings } from './settings.js'
import { useComponents } from './useComponents.js'
import { useFindings, type OnBlocked } from './useFindings.js'
import { useIdPrefix } from './useIdPrefix.js'
import { useMarkdownStream } from './useMarkdownStream.js'

/** The props of `SafeMarkdown`. */
export interface SafeMarkdownProps {
  /** Markdown that Claude wrote. */
  readonly children?: string | null | undefined
  /**
   * The text still grows: what may change at its end cannot be clicked or loaded, and only what is
   * new is read and drawn.
   */
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
  return <Drawn {...props} />
}

/** Passed over while an app draws its whole conversation anew for each piece of the last answer. */
const Drawn = memo(DrawnMarkdown)

function DrawnMarkdown(props: SafeMarkdownProps) {
  const { children: unsafe, streaming = false, dir = 'auto', onBlocked, className } = props
  const { policy, labels } = useSettings(props.policy)
  const components = useComponents(props.components)
  const idPrefix = useIdPrefix()
  const text = useMarkdownStream({
    unsafe: unsafe ?? '',
    streaming,
    policy,
    idPrefix,
    withFindings: onBlocked !== undefined,
  })
  const drawBlocks = useMemo(
    () => createBlockDrawing({ components, labels, dir }),
    [components, labels, dir],
  )
  const drawn = useMemo(() => drawBlocks(text.blocks), [drawBlocks, text.blocks])
  useFindings(text.asked.unsafe, text.findings, onBlocked)
  return (
    <LinkGuard name="glovebox-markdown" className={className} dir={dir} policy={policy}>
      {text.unsafeRest === '' && !text.isPlain
        ? drawn
        : [
            ...drawn,
            text.isPlain && <PlainNote key="note" />,
            text.unsafeRest !== '' && <PlainRest key="rest">{text.unsafeRest}</PlainRest>,
          ]}
    </LinkGuard>
  )
}
