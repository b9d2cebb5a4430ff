import type { Finding } from '@glovebox/markdown'
import { Findings, GloveboxProvider, SafeMarkdown } from '@glovebox/react'
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
      <Findings findings={blocked} />
    </GloveboxProvider>
  )
}
