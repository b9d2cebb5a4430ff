'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Chat, ChatOptions, ChatState } from './chat.js'
import { createChat } from './createChat.js'
import { checkHeaders } from './destination.js'

/**
 * A conversation with Claude for one component: its state, and methods that stay the same functions. `headers` and the
 * callbacks may change with each render; all other options hold from the first on (a new `key` makes a new chat).
 * Unmounting stops the answer under way. Throws what `createChat` throws.
 */
export function useClaude(options: ChatOptions): Chat & ChatState {
  const [{ chat, follow }] = useState(() => createFollowingChat(options))
  useEffect(() => follow(options))
  useEffect(() => chat.stop, [chat])

  const state = useSyncExternalStore(chat.subscribe, chat.getState, chat.getState)
  return useMemo(() => ({ ...chat, ...state }), [chat, state])
}

/** A chat whose headers and callbacks are those it was last told to follow. */
function createFollowingChat(options: ChatOptions): {
  readonly chat: Chat
  readonly follow: (options: ChatOptions) => void
} {
  let latest = options
  if (typeof options.headers === 'object') checkHeaders(options.headers)
  const chat = createChat({
    ...options,
    headers: () => {
      const { headers = {} } = latest
      return typeof headers === 'function' ? headers() : headers
    },
    onFinish: (message) => latest.onFinish?.(message),
    onError: (error) => latest.onError?.(error),
  })
  const follow = (next: ChatOptions) => {
    latest = next
  }
  return { chat, follow }
}
