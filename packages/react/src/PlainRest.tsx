'use client'

import { markHiddenText } from '@glovebox/markdown'
import type { ReactNode } from 'react'
import { LongText, type PartLook } from './LongText.js'
import { RevealedText } from './RevealedText.js'
import { useLabels } from './settings.js'

/** Parts whose hidden characters are marked by elements; further marks are the same names as plain text. */
const markedParts = 2

const drawMarked: PartLook = (unsafe) => <RevealedText>{unsafe}</RevealedText>
const drawNamed: PartLook = (unsafe) => markHiddenText(unsafe, marking)
const marking = { hidden: 'reveal', onHidden: () => undefined } as const

/** Draws what lies behind a limit as it is, and says so. */
export function PlainRest({ children: unsafe }: { readonly children: string }): ReactNode {
  const labels = useLabels()
  return (
    <>
      <p className="glovebox-note">{labels.plainRest}</p>
      <pre className="glovebox-plain">
        <LongText lookOf={(index) => (index < markedParts ? drawMarked : drawNamed)}>
          {unsafe}
        </LongText>
      </pre>
    </>
  )
}

/** Says that some of a text is plain, since it nests too deep or is too much. */
export function PlainNote(): ReactNode {
  return <p className="glovebox-note">{useLabels().plainParts}</p>
}
