'use client'

import type { ToolUseBlock } from '@glovebox/schema/protocol'
import { useMemo, type ReactNode } from 'react'
import { BlockBoundary } from './BlockBoundary.js'
import { RevealedText } from './RevealedText.js'
import { useMessageLabels } from './useMessageLabels.js'
import type { ToolView } from './toolView.js'

interface ToolCardProps {
  readonly block: ToolUseBlock
  readonly views: readonly ToolView[]
  /** The message goes on and this is its last block: whether it was cut is known only at the end. */
  readonly open: boolean
}

/** Shows a tool call: a card from validated data, or one neutral line in words. */
export function ToolCard({ block, views, open }: ToolCardProps) {
  const labels = useMessageLabels()
  const view = views.find(({ name }) => name === block.name)
  const drawn = useMemo(
    () => (open || view === undefined ? undefined : view.draw(block)),
    [open, view, block],
  )
  const name = block.name.slice(0, 100)
  if (open) return <ToolNote>{labels.toolPreparing(name)}</ToolNote>
  if (drawn === undefined) return <ToolNote>{labels.toolUsed(name)}</ToolNote>
  if (drawn.status !== 'valid') {
    const say = drawn.status === 'invalid' ? labels.toolInvalid : labels.toolTruncated
    return <ToolNote>{say(name)}</ToolNote>
  }
  return (
    <BlockBoundary resetKey={block.id} fallback={<ToolNote>{labels.toolFailed(name)}</ToolNote>}>
      <div className="glovebox-card">{drawn.card}</div>
    </BlockBoundary>
  )
}

function ToolNote({ children }: { readonly children: string }): ReactNode {
  return (
    <p className="glovebox-note" dir="auto">
      <RevealedText>{children}</RevealedText>
    </p>
  )
}
