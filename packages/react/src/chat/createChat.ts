import type { ContentBlock } from '@glovebox/schema/protocol'
import type { Chat, ChatMessage, ChatOptions, ChatState, SendResult, ToolResult } from './chat.js'
import { checkHeaders, createDestination } from './destination.js'
import { exchange } from './exchange.js'
import { GloveboxReactError } from './GloveboxReactError.js'
import { startMessages } from './messages.js'
import { abortedEnding, keepContent, type Ending } from './outcome.js'
import { buildRequest, isWholeCall } from './request.js'
import { callBack, createStore } from './store.js'

export type {
  Chat,
  ChatHeaders,
  ChatMessage,
  ChatOptions,
  ChatState,
  InitialMessage,
  SendResult,
  ToolResult,
} from './chat.js'
export type { ChatError } from './error.js'
export type { Outcome, StopDetails } from './outcome.js'

/**
 * Creates a conversation with Claude that talks to one proxy of yours, without React. Throws `GloveboxReactError` where
 * the endpoint is no path on this origin nor on an own one, where a header carries a key, or where an option is wrong.
 */
export function createChat(options: ChatOptions): Chat {
  const { throttleMs = 50, tools = [] } = options
  if (!Number.isFinite(throttleMs) || throttleMs < 0) {
    throw new GloveboxReactError(
      'invalid-option',
      'Cannot create chat: `throttleMs` is no number of milliseconds, expected 0 or more',
    )
  }
  if (typeof options.headers === 'object') checkHeaders(options.headers)
  const destination = createDestination(options)
  const { initial, nextId } = startMessages(options.initialMessages)
  const store = createStore<ChatState>(
    { messages: initial, status: 'idle', error: null },
    throttleMs,
  )
  /** Ends the turn under way. */
  let finishTurn: ((ending: Ending) => void) | undefined

  function sendTurn(history: readonly ChatMessage[], turn: ChatMessage): Promise<SendResult> {
    return new Promise((resolve) => startTurn(history, turn, resolve))
  }

  function startTurn(
    history: readonly ChatMessage[],
    turn: ChatMessage,
    onEnd: (result: SendResult) => void,
  ): void {
    const { outcome: _, ...kept } = turn
    const asked: ChatMessage = { ...kept, status: 'sending' }
    const answered: ChatMessage = { ...kept, status: 'done' }
    const answerId = nextId()
    const controller = new AbortController()
    /** Gives the answer so far, once it has begun. */
    let readAnswer: (() => readonly ContentBlock[]) | undefined

    function grow(read: () => readonly ContentBlock[]): void {
      if (finishTurn !== finish) return
      readAnswer = read
      store.setSoon(() => ({
        messages: [
          ...history,
          answered,
          { id: answerId, role: 'assistant', content: read(), status: 'streaming' },
        ],
        status: 'streaming',
        error: null,
      }))
    }

    function finish(ending: Ending): void {
      // The reader stopped it earlier: what arrives now is of no interest.
      if (finishTurn !== finish) return
      finishTurn = undefined
      const { outcome, error, stopReason, stopDetails } = ending
      controller.abort()
      const answer: ChatMessage | undefined = readAnswer && {
        id: answerId,
        role: 'assistant',
        content: keepContent(readAnswer(), outcome),
        status: 'done',
        outcome,
        ...(stopReason === undefined ? {} : { stopReason }),
        ...(stopDetails === undefined ? {} : { stopDetails }),
      }
      const isAnswered = answer !== undefined && outcome !== 'refused'
      const last = isAnswered ? answered : { ...answered, outcome }
      store.set({
        messages: [...history, last, ...(answer === undefined ? [] : [answer])],
        status: error === null ? 'idle' : 'failed',
        error,
      })
      if (answer !== undefined) callBack(options.onFinish, answer)
      if (error !== null) callBack(options.onError, error)
      onEnd({ ok: true, outcome })
    }

    finishTurn = finish
    store.set({ messages: [...history, asked], status: 'sending', error: null })
    void exchange(buildRequest([...history, answered], { ...options, tools }), {
      destination,
      headers: options.headers,
      fetch: options.fetch,
      signal: controller.signal,
      onGrow: grow,
    }).then(finish)
  }

  function sendContent(content: readonly ContentBlock[]): Promise<SendResult> {
    const turn: ChatMessage = { id: nextId(), role: 'user', content, status: 'sending' }
    return sendTurn(store.getState().messages, turn)
  }

  async function send(text: string): Promise<SendResult> {
    if (finishTurn !== undefined) return { ok: false, reason: 'busy' }
    if (text.trim() === '') return { ok: false, reason: 'empty' }
    return sendContent([{ type: 'text', text }])
  }

  async function respond(results: readonly ToolResult[]): Promise<SendResult> {
    if (finishTurn !== undefined) return { ok: false, reason: 'busy' }
    if (results.length === 0) return { ok: false, reason: 'empty' }
    const last = store.getState().messages.at(-1)
    const calls = last?.role === 'assistant' ? last.content.filter(isWholeCall) : []
    const isKnown = results.every((result) => calls.some(({ id }) => id === result.tool_use_id))
    if (!isKnown) return { ok: false, reason: 'unknown-tool-use' }
    return sendContent(results.map((result) => ({ type: 'tool_result', ...result })))
  }

  async function retry(): Promise<SendResult> {
    if (finishTurn !== undefined) return { ok: false, reason: 'busy' }
    const { messages } = store.getState()
    const index = messages.findLastIndex(({ role }) => role === 'user')
    const turn = messages[index]
    if (turn === undefined) return { ok: false, reason: 'nothing-to-retry' }
    return sendTurn(messages.slice(0, index), turn)
  }

  function stop(): void {
    finishTurn?.(abortedEnding)
  }

  function clear(): void {
    stop()
    // A callback of the app's may have begun another turn.
    stop()
    store.set({ messages: [], status: 'idle', error: null })
  }

  const { subscribe, getState } = store
  return { subscribe, getState, send, respond, stop, retry, clear }
}
