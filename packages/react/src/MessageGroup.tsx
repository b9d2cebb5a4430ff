'use client'

import type { ReactNode } from 'react'
import type { Components } from 'react-markdown'
import type { BlockGroup } from './groupBlocks.js'
import { readCitations, readResults } from './readSources.js'
import { SafeMarkdown } from './SafeMarkdown.js'
import { useMessageLabels } from './useMessageLabels.js'
import { Sources } from './Sources.js'
import { ToolCard } from './ToolCard.js'
import type { ToolView } from './toolView.js'
import type { OnBlocked } from './useFindings.js'

interface MessageGroupProps {
  readonly group: BlockGroup
  /** It may still grow. */
  readonly open: boolean
  readonly tools: readonly ToolView[]
  readonly components: Components | undefined
  readonly onBlocked: OnBlocked | undefined
}

/** Draws one run of text or one block of another kind. */
export function MessageGroup({ group, open, tools, components, onBlocked }: MessageGroupProps) {
  const labels = useMessageLabels()
  const drawText = (unsafe: string) => (
    <SafeMarkdown streaming={open} components={components} onBlocked={onBlocked}>
      {unsafe}
    </SafeMarkdown>
  )
  switch (group.kind) {
    case 'text': {
      const sources = readCitations(group.citations)
      return (
        <>
          {drawText(group.unsafe)}
          {sources.length > 0 && <Sources label={labels.sources} sources={sources} />}
        </>
      )
    }
    case 'thinking':
      return (
        <details className="glovebox-thinking">
          <summary>{labels.thinking}</summary>
          {drawText(group.unsafe)}
        </details>
      )
    case 'redacted-thinking':
      return <Note>{labels.redactedThinking}</Note>
    case 'tool':
      return <ToolCard block={group.block} views={tools} open={open} />
    case 'results': {
      const sources = readResults(group.unsafeContent)
      if (sources === undefined) return <Note>{labels.searchFailed}</Note>
      return <Sources label={labels.searchResults} sources={sources} />
    }
    case 'unknown':
      return <Note>{labels.unknownBlock}</Note>
  }
}

function Note({ children }: { readonly children: string }): ReactNode {
  return <p className="glovebox-note">{children}</p>
}
