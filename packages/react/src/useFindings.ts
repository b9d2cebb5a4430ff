'use client'

import type { Finding } from '@glovebox/markdown'
import { useEffect, useRef } from 'react'
import { continues } from './continues.js'

/** Called after a commit with the findings that were not there before. */
export type OnBlocked = (findings: readonly Finding[]) => void

/**
 * Reports each finding once, after what it is about is on screen. A text that grows repeats none;
 * another text starts anew.
 */
export function useFindings(
  unsafe: string,
  findings: readonly Finding[],
  onBlocked: OnBlocked | undefined,
): void {
  /** The text reported on last, and how often it had each finding. */
  const reported = useRef({ unsafe: '', counts: new Map<string, number>() })
  const latest = useRef(onBlocked)
  useEffect(() => {
    latest.current = onBlocked
  }, [onBlocked])
  // Where nobody listens no effect is planned after every piece of the text.
  const heard = onBlocked === undefined ? undefined : unsafe
  useEffect(() => {
    if (heard === undefined) return
    const last = reported.current
    if (findings.length === 0 && last.counts.size === 0) {
      reported.current = { unsafe: heard, counts: last.counts }
      return
    }
    const before = continues(heard, last.unsafe) ? last.counts : new Map<string, number>()
    const counts = new Map<string, number>()
    const fresh = findings.filter(({ kind, reason, block, excerpt }) => {
      const key = `${kind} ${reason} ${block} ${excerpt}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count > (before.get(key) ?? 0)
    })
    for (const [key, count] of before) counts.set(key, Math.max(count, counts.get(key) ?? 0))
    reported.current = { unsafe: heard, counts }
    if (fresh.length > 0) latest.current?.(fresh)
  }, [heard, findings])
}
