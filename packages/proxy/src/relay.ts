import { createParser } from 'eventsource-parser'
import { errorMessages, parseMessageEvent, type ErrorCode } from '@glovebox/schema/protocol'
import type { Timeouts } from './config.js'
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
  /** Ends the upstream's request. Called once, however the stream ends. */
  readonly stopUpstream: () => void
  readonly onEnd: (end: RelayEnd) => void
}

/** Milliseconds of silence after which a comment tells the browser, and whatever stands between, that we are here. */
const keepAliveAfter = 15_000

/** The most characters one upstream event may have; result blocks arrive whole and can be large. */
const longestEvent = 8 * 1024 * 1024

/**
 * Passes the upstream's events on, one by one and rebuilt, at the pace at which the browser reads: nothing is read from
 * the upstream that nobody asked for. A browser that leaves ends the upstream's request. Whatever happens, the last
 * event is `message_stop` or `error`, so that a cut answer cannot be taken for a whole one.
 */
export function relay(
  upstream: ReadableStream<Uint8Array>,
  { timeouts, stopUpstream, onEnd }: RelayOptions,
): ReadableStream<Uint8Array> {
  const reader = upstream.getReader()
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const endsAt = Date.now() + timeouts.total
  const tokens = { input: 0, output: 0 }
  /** Events that have been read and not yet been passed on. */
  let ready: string[] = []
  let outcome: RelayEnd['outcome'] | undefined
  /** The read that is under way; it outlives a pull that ended with a keep-alive comment. */
  let reading: Promise<ReadableStreamReadResult<Uint8Array>> | undefined
  let readSince = Date.now()

  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: ({ data }) => {
      const event = outcome === undefined ? parseMessageEvent(data) : undefined
      if (event === undefined) return
      if (event.type === 'message_start') {
        tokens.input = event.message.usage?.input_tokens ?? 0
        tokens.output = event.message.usage?.output_tokens ?? 0
      }
      if (event.type === 'message_delta') {
        tokens.input = event.usage?.input_tokens ?? tokens.input
        tokens.output = event.usage?.output_tokens ?? tokens.output
      }
      ready.push(serialize(event.type, rewriteEvent(event)))
      if (event.type === 'message_stop') outcome = 'complete'
      if (event.type === 'error') outcome = 'error'
    },
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') fail('too-large')
    },
  })

  function fail(code: ErrorCode): void {
    if (outcome !== undefined) return
    ready.push(errorEvent(code))
    outcome = code === 'cut' ? 'cut' : 'error'
  }

  function end(): void {
    onEnd({
      outcome: outcome ?? 'aborted',
      inputTokens: tokens.input,
      outputTokens: tokens.output,
    })
    stopUpstream()
    reader.cancel().catch(() => {})
  }

  /** Reads until an event is there, the answer has ended, or the silence calls for a comment. */
  async function read(): Promise<void> {
    reading ??= startReading()
    const idleAt = readSince + timeouts.idle
    const wait = Math.min(keepAliveAfter, idleAt - Date.now(), endsAt - Date.now())
    const result = await orTimeout(reading, Math.max(wait, 0))
    if (result === 'timeout') {
      if (Date.now() >= endsAt || Date.now() >= idleAt) fail('cut')
      else ready.push(': keep-alive\n\n')
      return
    }
    reading = undefined
    if (result === 'failed' || result.done) return fail('cut')
    parser.feed(decoder.decode(result.value, { stream: true }))
  }

  function startReading(): Promise<ReadableStreamReadResult<Uint8Array>> {
    readSince = Date.now()
    return reader.read()
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (ready.length === 0 && outcome === undefined) await read()
        for (const text of ready) controller.enqueue(encoder.encode(text))
        ready = []
        if (outcome === undefined) return
        end()
        controller.close()
      },
      cancel() {
        if (outcome === undefined) end()
      },
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

/** Waits so many milliseconds at most. The promise that is waited for goes on, and never rejects unheard. */
async function orTimeout<Value>(
  promise: Promise<Value>,
  milliseconds: number,
): Promise<Value | 'timeout' | 'failed'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(() => resolve('timeout'), milliseconds)
  })
  try {
    return await Promise.race([promise.catch(() => 'failed' as const), timeout])
  } finally {
    clearTimeout(timer)
  }
}
