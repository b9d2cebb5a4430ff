'use client'

import { memo, type ReactNode } from 'react'
import { RevealedText } from './RevealedText.js'
import { useLabels } from './settings.js'

/** Characters drawn as one part, so that a text which grows is not drawn from its start each time. */
const partLength = 16_384

const Part = memo(PlainPart)

/** Browsers look up where Thai or Khmer breaks, which takes them the square of what has no blank. */
const unbroken = /\S{2000}/

function PlainPart({ children: unsafe }: { readonly children: string }): ReactNode {
  const revealed = <RevealedText>{unsafe}</RevealedText>
  return unbroken.test(unsafe) ? <span className="glovebox-unbroken">{revealed}</span> : revealed
}

/** Draws what lies behind a limit as it is, and says so. */
export function PlainRest({ children: unsafe }: { readonly children: string }): ReactNode {
  const labels = useLabels()
  return (
    <>
      <p className="glovebox-note">{labels.plainRest}</p>
      <pre className="glovebox-plain">
        {cutIntoParts(unsafe).map((part, index) => (
          <Part key={index}>{part}</Part>
        ))}
      </pre>
    </>
  )
}

/** Says that some of a text is plain, since it nests too deep or is too much. */
export function PlainNote(): ReactNode {
  return <p className="glovebox-note">{useLabels().plainParts}</p>
}

/** Each part ends where its own characters say, so that a longer text has the same ones. */
function cutIntoParts(unsafe: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  while (unsafe.length - start > partLength) {
    // What joins characters is judged by its neighbours: a blank is the best place for a cut.
    const whole = unsafe.slice(start, start + partLength)
    const blank = Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf(' '))
    const isPair = /[\ud800-\udbff]$/.test(whole)
    const length = blank >= 0 ? blank + 1 : partLength - (isPair ? 1 : 0)
    parts.push(unsafe.slice(start, start + length))
    start += length
  }
  parts.push(unsafe.slice(start))
  return parts
}
