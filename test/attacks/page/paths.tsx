import { defaultPolicy, definePolicy, type Finding } from '@glovebox/markdown'
import { rehypeGlovebox } from '@glovebox/markdown/rehype'
import { SafeMarkdown } from '@glovebox/react'
import { SafeReactMarkdown } from '@glovebox/react/react-markdown'
import type { ReactElement } from 'react'
import Markdown from 'react-markdown'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import { turnHostile } from './hostilePlugin.js'

/** The ways a text can reach the screen. */
export type PathName =
  'stream' | 'react-markdown' | 'raw' | 'hostile-plugins' | 'plain-plugin' | 'plain-raw'

/** What is to be drawn, and who hears of findings. */
export interface Asked {
  readonly text: string
  readonly streaming: boolean
  readonly onBlocked: (findings: readonly Finding[]) => void
}

const policy = definePolicy({ origin: 'https://app.example' })

/** Draws a text on each of them. */
export const paths: Readonly<Record<PathName, (asked: Asked) => ReactElement>> = {
  stream: ({ text, ...asked }) => <SafeMarkdown {...asked}>{text}</SafeMarkdown>,
  'react-markdown': ({ text, ...asked }) => (
    <SafeReactMarkdown {...asked}>{text}</SafeReactMarkdown>
  ),
  raw: ({ text, ...asked }) => (
    <SafeReactMarkdown {...asked} policy={policy} rehypePlugins={[rehypeRaw]}>
      {text}
    </SafeReactMarkdown>
  ),
  'hostile-plugins': ({ text, ...asked }) => (
    <SafeReactMarkdown
      {...asked}
      rehypePlugins={[rehypeRaw, turnHostile]}
      remarkRehypeOptions={{ allowDangerousHtml: true, clobberPrefix: '' }}
      urlTransform={(url) => url}
    >
      {text}
    </SafeReactMarkdown>
  ),
  'plain-plugin': ({ text, onBlocked }) => (
    <Markdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[
        [rehypeGlovebox, defaultPolicy, { onFinding: (finding: Finding) => onBlocked([finding]) }],
      ]}
      urlTransform={(url) => url}
    >
      {text}
    </Markdown>
  ),
  'plain-raw': ({ text }) => (
    <Markdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[rehypeRaw, [rehypeGlovebox, policy]]}
      urlTransform={(url) => url}
    >
      {text}
    </Markdown>
  ),
}
