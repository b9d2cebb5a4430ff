'use client'

import type { Finding } from '@glovebox/markdown'
import { useContext, useEffect, useState } from 'react'
import { findingLabels } from './findingLabels.js'
import { RevealedText } from './RevealedText.js'
import { SettingsContext } from './settings.js'
import { useIdPrefix } from './useIdPrefix.js'

/** A list of findings, as `onBlocked` and `stream.findings` give them. */
export interface FindingsProps {
  readonly findings: readonly Finding[]
  /** The most that are listed; the rest is a number. 50 by default. */
  readonly most?: number | undefined
  readonly className?: string | undefined
}

/** Milliseconds in which a number has to stay the same before it is read out. */
const settles = 1_000

/**
 * Lists what was blocked, exposed or cut, each with its reason and an excerpt as plain text; nothing
 * where there is none. While findings come in, only their settled number is announced.
 */
export function Findings({ findings, most = 50, className }: FindingsProps) {
  const labels = { ...findingLabels, ...useContext(SettingsContext).labels }
  const id = useIdPrefix()
  const announced = useSettled(findings.length)
  if (findings.length === 0) return null
  const listed = findings.slice(0, Math.max(0, most))
  const rest = findings.length - listed.length
  return (
    <div
      className={className === undefined ? 'glovebox-findings' : `glovebox-findings ${className}`}
    >
      <p id={id} className="glovebox-findings-title">
        {labels.findings(findings.length)}
      </p>
      <ul aria-labelledby={id}>
        {listed.map(({ kind, reason, excerpt }, index) => (
          // An item keeps no state, so that its place is identity enough.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} data-finding={kind}>
            <strong>{labels.findingKind(kind)}</strong>: {labels.findingReason(reason, kind)}
            {excerpt !== '' && (
              <code dir="auto">
                <RevealedText>{excerpt}</RevealedText>
              </code>
            )}
          </li>
        ))}
        {rest > 0 && <li className="glovebox-note">{labels.moreFindings(rest)}</li>}
      </ul>
      <p role="status" className="glovebox-unseen">
        {announced > 0 && labels.findings(announced)}
      </p>
    </div>
  )
}

/** Gives a number once it has not changed for a while; a text that streams changes it with every piece. */
function useSettled(value: number): number {
  const [settled, setSettled] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settles)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
