import { createParser } from 'eventsource-parser'
import { errorMessages, parseMessageEvent, type ErrorCode } from '@glovebox/schema/protocol'
import type { Timeouts } from './config.js'
import { orTimeout } from './orTimeout.js'
import { rewriteEvent } from './rewriteEvent.js'

/** How a stream ended, and the tokens that the upstream counted until then. */
export interface RelayEnd {
  readonly outcome: 'complete' | 'error' | 'cut' | 'aborted'
  readonly inputTokens: number
  readonly outputTokens: number
}

/** What a relay needs besides the upstream's bytes. */
export interface RelayOptions {
  readonly timeouts: Timeouts
  /** Aborted when the browser is gone, also where nobody cancels the stream. */
  readonly signal: AbortSignal
  /** Ends the upstream's request. Not called where the upstream closes by itself behind its last event. */
  readonly stopUpstream: () => void
  readonly onEnd: (end: RelayEnd) => void
}

/** Milliseconds of silence after which a comment tells the browser, and whatever stands between, that we are here. */
const keepAliveAfter = 15_000

/** Milliseconds that an upstream has to close behind its last event, so that its connection can serve again. */
const closingTime = 1000

/** The most characters one upstream event may have; result blocks arrive whole and can be large. */
const longestEvent = 8 * 1024 * 1024

/**
 * Passes the upstream's events on, one by one and rebuilt, at the pace at which the browser reads: nothing is read from
 * the upstream that nobody asked for. A browser that leaves ends the upstream's request. Whatever happens, the last
 * event is `message_stop` or `error`, so that a cut answer cannot be taken for a whole one.
 */
export function relay(
  upstream: ReadableStream<Uint8Array>,
  { timeouts, signal, stopUpstream, onEnd }: RelayOptions,
): ReadableStream<Uint8Array> {
  const reader = upstream.getReader()
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const tokens = { input: 0, output: 0 }
  /** Events that have been read and not yet been passed on. */
  let ready: string[] = []
  /** Set once, with the last event; nothing is read or added afterwards. */
  let outcome: RelayEnd['outcome'] | undefined
  /** The read that is under way; it outlives a pull that ended with a keep-alive comment. */
  let reading: Promise<ReadableStreamReadResult<Uint8Array>> | undefined
  let readSince = 0

  const leave = () => fail('aborted')
  const totalTimer = setTimeout(() => fail('cut'), timeouts.total)
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()

  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: ({ data }) => {
      const event = outcome === undefined ? parseMessageEvent(data) : undefined
      if (event === undefined) return
      if (event.type === 'message_start') count(event.message.usage)
      if (event.type === 'message_delta') count(event.usage)
      ready.push(serialize(event.type, rewriteEvent(event)))
      if (event.type === 'message_stop') end('complete')
      if (event.type === 'error') end('error')
    },
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') fail('upstream')
    },
  })

  /** Usage is cumulative, so that the last count stands for all. */
  function count(usage: { input_tokens?: unknown; output_tokens?: unknown } = {}): void {
    if (typeof usage.input_tokens === 'number') tokens.input = usage.input_tokens
    if (typeof usage.output_tokens === 'number') tokens.output = usage.output_tokens
  }

  function hasNews(): boolean {
    return ready.length > 0 || outcome !== undefined
  }

  function fail(code: ErrorCode): void {
    if (outcome !== undefined) return
    ready.push(errorEvent(code))
    end(code === 'cut' || code === 'aborted' ? code : 'error')
  }

  function end(how: RelayEnd['outcome']): void {
    outcome = how
    clearTimeout(totalTimer)
    signal.removeEventListener('abort', leave)
    onEnd({ outcome, inputTokens: tokens.input, outputTokens: tokens.output })
    void release(how === 'complete' || how === 'error' ? closingTime : 0)
  }

  async function release(patience: number): Promise<void> {
    const last = patience === 0 ? 'failed' : await orTimeout(reader.read(), patience)
    if (last !== 'failed' && last !== 'timeout' && last.done) return
    stopUpstream()
    await reader.cancel().catch(() => {})
  }

  /** Reads until bytes are there, the answer has ended, or the silence calls for a comment. */
  async function read(): Promise<void> {
    if (reading === undefined) {
      readSince = Date.now()
      reading = reader.read()
    }
    const idleAt = readSince + timeouts.idle
    const result = await orTimeout(
      reading,
      Math.max(0, Math.min(keepAliveAfter, idleAt - Date.now())),
    )
    if (outcome !== undefined) return
    if (result === 'timeout') {
      if (Date.now() >= idleAt) fail('cut')
      else ready.push(': keep-alive\n\n')
      return
    }
    reading = undefined
    if (result === 'failed' || result.done) fail('cut')
    else parser.feed(decoder.decode(result.value, { stream: true }))
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (!hasNews()) await read()
        for (const text of ready) controller.enqueue(encoder.encode(text))
        ready = []
        if (outcome !== undefined) controller.close()
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  )
}

function serialize(name: string, value: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(value)}\n\n`
}

/** The wire's own kind of error event; `code` is ours. */
function errorEvent(code: ErrorCode): string {
  const error = { type: 'api_error', message: errorMessages[code], code }
  return serialize('error', { type: 'error', error })
}
