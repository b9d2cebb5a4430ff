'use client'

import { JudgedLink } from './JudgedLink.js'
import { RevealedText } from './RevealedText.js'
import type { UnsafeSource } from './readSources.js'
import { useMessageLabels } from './useMessageLabels.js'

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
  const labels = useMessageLabels()
  const title = source.title.trim() === '' ? labels.untitledSource : source.title.slice(0, 300)
  if (source.url === undefined) return <RevealedText>{title}</RevealedText>
  return <JudgedLink unsafeUrl={source.url} unsafeWords={title} withoutHost="blocked" />
}
