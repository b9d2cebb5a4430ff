'use client'

import { isDeceptive, judgeUrl } from '@glovebox/markdown'
import { RevealedText } from './RevealedText.js'
import type { UnsafeSource } from './readSources.js'
import { useMessageLabels } from './useMessageLabels.js'
import { useSettings } from './settings.js'

interface SourcesProps {
  readonly label: string
  readonly sources: readonly UnsafeSource[]
}

/** Draws a numbered list of sources; each address is judged like a link in the text. */
export function Sources({ label, sources }: SourcesProps) {
  return (
    <section className="glovebox-sources" aria-label={label}>
      <p className="glovebox-sources-title" aria-hidden="true">
        {label}
      </p>
      <ol>
        {sources.map((source, index) => (
          <li key={index} dir="auto">
            <SourceTitle source={source} />
            {source.quotes.map((quote) => (
              <blockquote key={quote} dir="auto">
                <RevealedText>{quote}</RevealedText>
              </blockquote>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function SourceTitle({ source }: { readonly source: UnsafeSource }) {
  const { policy } = useSettings()
  const labels = useMessageLabels()
  const title = source.title.trim() === '' ? labels.untitledSource : source.title.slice(0, 300)
  const words = <RevealedText>{title}</RevealedText>
  if (source.url === undefined) return words
  const verdict = judgeUrl(source.url, 'link', policy)
  // An address inside the page or without a host is no source.
  if (!verdict.ok || verdict.host === '') {
    return (
      <>
        <span data-blocked="link" dir="auto">
          {words}
        </span>{' '}
        <span className="glovebox-host" dir="auto">
          ({labels.blockedAddress})
        </span>
      </>
    )
  }
  // The host stands behind every title; the question also says that the title names another one.
  const deceives = isDeceptive(title, verdict)
  const { confirm } = policy.links
  const isConfirmed =
    confirm === 'always' || (confirm === 'foreign' && (verdict.foreign || deceives))
  return (
    <>
      <a
        href={verdict.url}
        dir="auto"
        rel="noopener noreferrer nofollow ugc"
        referrerPolicy="no-referrer"
        {...(isConfirmed && { 'data-confirm': confirm, target: '_blank' })}
        {...(deceives && { 'data-deceptive': true })}
      >
        {words}
      </a>{' '}
      <span className="glovebox-host" dir="ltr">
        ({verdict.host})
      </span>
    </>
  )
}
