import type { ChatMessage, InitialMessage } from './chat.js'

/** The messages a chat begins with, and what names the later ones. */
export interface StartMessages {
  readonly initial: readonly ChatMessage[]
  readonly nextId: () => string
}

/** Completes the messages a chat begins with. Ids are counted, so that server and browser agree on them. */
export function startMessages(given: readonly InitialMessage[] = []): StartMessages {
  const taken = new Set(given.map(({ id }) => id))
  let count = 0

  function nextId(): string {
    let id
    do id = `message-${(count += 1)}`
    while (taken.has(id))
    return id
  }

  const initial = given.map(({ id, role, content, outcome, stopReason }): ChatMessage => ({
    id: id ?? nextId(),
    role,
    content: typeof content === 'string' ? [{ type: 'text', text: content }] : content,
    status: 'done',
    ...(outcome === undefined ? {} : { outcome }),
    ...(stopReason === undefined ? {} : { stopReason }),
  }))
  return { initial, nextId }
}
