'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Chat, ChatOptions, ChatState } from './chat.js'
import { createChat } from './createChat.js'
import { checkHeaders } from './destination.js'

/**
 * A conversation with Claude for one component: its state, and methods that stay the same functions. `headers` and the
 * callbacks may change with each render; all other options hold from the first on (a new `key` makes a new chat).
 * Unmounting stops the answer under way. Throws what `createChat` throws.
 */
export function useClaude(options: ChatOptions): Chat & ChatState {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  const [chat] = useState(() => {
    if (typeof options.headers === 'object') checkHeaders(options.headers)
    return createChat({
      ...options,
      headers: () => {
        const { headers = {} } = latest.current
        return typeof headers === 'function' ? headers() : headers
      },
      onFinish: (message) => latest.current.onFinish?.(message),
      onError: (error) => latest.current.onError?.(error),
    })
  })
  useEffect(() => chat.stop, [chat])

  const state = useSyncExternalStore(chat.subscribe, chat.getState, chat.getState)
  return useMemo(() => ({ ...chat, ...state }), [chat, state])
}
