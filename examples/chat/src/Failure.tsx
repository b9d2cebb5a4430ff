import type { ChatError } from '@glovebox/react'
import { useEffect, useState } from 'react'

/** What happened, in words, and what can be done about it. */
const advice: Readonly<Record<ChatError['code'], string>> = {
  'rate-limited': 'There were too many requests at once.',
  'spend-capped':
    'The spending limit of this service is reached. Trying again will not help today.',
  overloaded: 'Claude is overloaded at the moment. Try again shortly.',
  unauthorized: 'You are not signed in, or may not use this service.',
  blocked: 'A rule of this service blocked the request.',
  'invalid-request': 'The request was not understood. Try other words, or a new conversation.',
  'too-large': 'The request is too large. Begin a new conversation.',
  refused: 'Claude declined to answer this.',
  truncated: 'The answer reached its length limit and is not complete.',
  cut: 'The connection ended before the answer did. What is shown is not complete.',
  aborted: 'You stopped the answer. What is shown is not complete.',
  offline: 'The service cannot be reached. Check your connection.',
  upstream: 'The service behind this page failed. Try again shortly.',
}

/** An answer that failed: why, when to try again, and the button for it. */
export function Failure({
  code,
  retryAt,
  onRetry,
}: {
  readonly code: ChatError['code']
  readonly retryAt?: number | undefined
  readonly onRetry: () => void
}) {
  const seconds = useSecondsUntil(retryAt)
  return (
    <div className="failure" role="alert">
      <p>{advice[code]}</p>
      {code !== 'spend-capped' && code !== 'too-large' && (
        <button type="button" onClick={onRetry} disabled={seconds > 0}>
          {seconds > 0 ? `Try again in ${seconds} s` : 'Try again'}
        </button>
      )}
    </div>
  )
}

/** Counts down to a moment (milliseconds since 1970); 0 when it has passed or there is none. */
function useSecondsUntil(moment: number | undefined): number {
  const [now, setNow] = useState(() => Date.now())
  const left = moment === undefined ? 0 : Math.max(0, Math.ceil((moment - now) / 1000))
  const isWaiting = left > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [isWaiting])
  return left
}
