'use client'

import type { Finding, Policy } from '@glovebox/markdown'
import { useMemo } from 'react'
import type { Options } from 'react-markdown'
import { drawMarkdown } from './drawMarkdown.js'
import { dropRawHtml } from './dropRawHtml.js'
import { LinkGuard } from './LinkGuard.js'
import { OwnComponents } from './ownComponents.js'
import { useSettings } from './settings.js'
import { transformUrls } from './transformUrls.js'
import { useComponents } from './useComponents.js'
import { useFindings, type OnBlocked } from './useFindings.js'
import { useIdPrefix } from './useIdPrefix.js'

/** react-markdown's props, and the policy that none of them can remove. */
export interface SafeReactMarkdownProps extends Readonly<Options> {
  readonly streaming?: boolean | undefined
  readonly policy?: Policy | undefined
  readonly onBlocked?: OnBlocked | undefined
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
  readonly className?: string | undefined
}

/**
 * react-markdown with your own remark and rehype plugins and one sanitize-and-policy step that is
 * always last. Plugins must be synchronous; one that throws leaves the text as it was written.
 */
export function SafeReactMarkdown(props: SafeReactMarkdownProps) {
  const { streaming = false, dir = 'auto', onBlocked, className } = props
  const unsafe = props.children ?? ''
  const extra = usePluginsBeforePolicy(props)
  const { policy, labels } = useSettings(props.policy)
  const components = useComponents(props.components ?? undefined)
  const idPrefix = useIdPrefix()
  const drawing = useMemo(() => {
    const look = { policy, labels, idPrefix, streaming, dir }
    return drawMarkdown(unsafe, { ...look, extra: { ...extra, components } })
  }, [unsafe, policy, labels, idPrefix, streaming, dir, extra, components])
  // A plugin may change anything as long as more comes: nothing is settled before the text has ended.
  useFindings(unsafe, streaming ? noFindings : drawing.findings, onBlocked)
  return (
    <OwnComponents.Provider value={components}>
      <LinkGuard name="glovebox-markdown" className={className} dir={dir} policy={policy}>
        {drawing.element}
      </LinkGuard>
    </OwnComponents.Provider>
  )
}

const noFindings: readonly Finding[] = []

/** Only options known here are passed on: an unknown one could be a way around the policy. */
function usePluginsBeforePolicy(props: SafeReactMarkdownProps): Omit<Options, 'children'> {
  const { remarkPlugins, rehypePlugins, remarkRehypeOptions, urlTransform, skipHtml } = props
  const { allowElement, allowedElements, disallowedElements, unwrapDisallowed } = props
  return useMemo(
    () => ({
      remarkPlugins: remarkPlugins ?? [],
      rehypePlugins: [
        ...(rehypePlugins ?? []),
        ...(urlTransform ? [() => transformUrls(urlTransform)] : []),
        ...(skipHtml === true ? [dropRawHtml] : []),
      ],
      remarkRehypeOptions: remarkRehypeOptions ?? {},
      allowElement,
      allowedElements,
      disallowedElements,
      unwrapDisallowed,
    }),
    [
      remarkPlugins,
      rehypePlugins,
      remarkRehypeOptions,
      urlTransform,
      skipHtml,
      allowElement,
      allowedElements,
      disallowedElements,
      unwrapDisallowed,
    ],
  )
}
