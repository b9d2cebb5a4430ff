import type { Finding } from '@glovebox/markdown'
import { GloveboxProvider, SafeMarkdown } from '@glovebox/react'
import { useCallback, useState } from 'react'
import { useForeignRequests } from './foreignRequests.js'

/** Draws an attack, and beside it what it came to. */
export function Attack({ unsafe }: { readonly unsafe: string }) {
  const requests = useForeignRequests()
  const [blocked, setBlocked] = useState<readonly Finding[]>([])
  const onBlocked = useCallback((findings: readonly Finding[]) => {
    setBlocked((earlier) => [...earlier, ...findings])
  }, [])
  return (
    <GloveboxProvider origin={location.origin}>
      <output className="story-note">Requests to other origins: {requests.length}</output>
      <SafeMarkdown onBlocked={onBlocked}>{unsafe}</SafeMarkdown>
      <h2 className="story-heading">Blocked or exposed</h2>
      <ul className="story-list">
        {blocked.map(({ kind, reason, excerpt }, index) => (
          // Findings are only ever appended, so that the place of one is its identity.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} aria-label={`Finding ${index + 1}`}>
            <strong>{kind}</strong> {reason} <code>{excerpt}</code>
          </li>
        ))}
      </ul>
    </GloveboxProvider>
  )
}
