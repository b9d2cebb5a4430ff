'use client'

import type { Policy } from '@glovebox/markdown'
import { useMemo } from 'react'
import type { Options } from 'react-markdown'
import { DrawnMarkdown } from './DrawnMarkdown.js'
import { dropRawHtml } from './dropRawHtml.js'
import { transformUrls } from './transformUrls.js'
import type { OnBlocked } from './useFindings.js'

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
  const extra = usePluginsBeforePolicy(props)
  return (
    <DrawnMarkdown
      unsafe={props.children ?? ''}
      streaming={props.streaming ?? false}
      policy={props.policy}
      components={props.components ?? undefined}
      onBlocked={props.onBlocked}
      dir={props.dir ?? 'auto'}
      className={props.className}
      extra={extra}
    />
  )
}

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
