'use client'

import { markHiddenText } from '@glovebox/markdown'
import { memo, type ReactNode } from 'react'
import { cutIntoParts, drawPart } from './longText.js'
import { RevealedText } from './RevealedText.js'
import { useLabels } from './settings.js'

/** Parts whose hidden characters are marked by elements; further marks are the same names as plain text. */
const markedParts = 2

/** Marked anew only where it grows. */
const Marked = memo(MarkedPart)

interface MarkedPartProps {
  readonly index: number
  readonly children: string
}

function MarkedPart({ index, children: unsafe }: MarkedPartProps): ReactNode {
  return index < markedParts ? (
    <RevealedText>{unsafe}</RevealedText>
  ) : (
    markHiddenText(unsafe, marking)
  )
}

const marking = { hidden: 'reveal', onHidden: () => undefined } as const

/** Draws what lies behind a limit as it is, and says so. */
export function PlainRest({ children: unsafe }: { readonly children: string }): ReactNode {
  const labels = useLabels()
  const parts = cutIntoParts(unsafe)
  return (
    <>
      <p className="glovebox-note">{labels.plainRest}</p>
      <pre className="glovebox-plain">
        {parts.map((part, index) =>
          drawPart({ index, parts, children: <Marked index={index}>{part}</Marked> }),
        )}
      </pre>
    </>
  )
}

/** Says that some of a text is plain, since it nests too deep or is too much. */
export function PlainNote(): ReactNode {
  return <p className="glovebox-note">{useLabels().plainParts}</p>
}
