/** An event, a block or a delta as it is written in a test: what the wire may hold, known or not. */
export interface WirePart {
  readonly type: string
  readonly [key: string]: unknown
}

export const start: WirePart = {
  type: 'message_start',
  message: { id: 'msg_1', model: 'claude-sonnet-5' },
}

export const stop: WirePart = { type: 'message_stop' }

export function openBlock(index: number, content_block: WirePart): WirePart {
  return { type: 'content_block_start', index, content_block }
}

export function grow(index: number, delta: WirePart): WirePart {
  return { type: 'content_block_delta', index, delta }
}

export function closeBlock(index: number): WirePart {
  return { type: 'content_block_stop', index }
}

export function text(index: number, ...parts: readonly string[]): readonly WirePart[] {
  return [
    openBlock(index, { type: 'text', text: '' }),
    ...parts.map((part) => grow(index, { type: 'text_delta', text: part })),
    closeBlock(index),
  ]
}

export function toolUse(index: number, id: string, ...parts: readonly string[]): WirePart[] {
  return [
    openBlock(index, { type: 'tool_use', id, name: 'weather', input: {} }),
    ...parts.map((part) => grow(index, { type: 'input_json_delta', partial_json: part })),
    closeBlock(index),
  ]
}

export function stopReason(stop_reason: string): WirePart {
  return { type: 'message_delta', delta: { stop_reason, stop_sequence: null } }
}

/** The events of an answer from its first to its last. */
export function answer(
  content: readonly WirePart[],
  reason: string = 'end_turn',
): readonly WirePart[] {
  return [start, ...content, stopReason(reason), stop]
}

/** The bytes of events, with `event:` lines, as the API writes them. */
export function toBytes(events: readonly WirePart[]): Uint8Array {
  const lines = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  return new TextEncoder().encode(lines.join(''))
}

/** Cuts bytes at the given places. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))]
  const sorted = [0, ...ends.toSorted((a, b) => a - b), bytes.length]
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end))
}

/** A response that streams the given chunks and ends. */
export function streamed(
  chunks: readonly Uint8Array[],
  contentType: string = 'text/event-stream; charset=utf-8',
): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': contentType } })
}

/** A response whose events the test sends one by one. */
export interface LiveResponse {
  readonly response: Response
  readonly push: (...events: readonly WirePart[]) => Promise<void>
  readonly end: () => void
  readonly fail: () => void
  readonly isCancelled: () => boolean
}

export function live(): LiveResponse {
  let cancelled = false
  let source: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      source = controller
    },
    cancel() {
      cancelled = true
    },
  })
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    async push(...events) {
      source?.enqueue(toBytes(events))
      await settle()
    },
    end: () => source?.close(),
    fail: () => source?.error(new TypeError('terminated')),
    isCancelled: () => cancelled,
  }
}

/** Waits until everything that is ready to run has run. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
}

/** What a fake `fetch` was asked. */
export interface Asked {
  readonly url: string
  readonly init: RequestInit
  readonly body: unknown
}

/** What a fake `fetch` gives: the events of a stream, a response, an error, or nothing ever. */
export type FakeAnswer = readonly WirePart[] | Response | Error | 'never'

/** A `fetch` that gives the answers in turn and remembers what it was asked. */
export interface FakeFetch {
  readonly fetch: typeof globalThis.fetch
  readonly asked: readonly Asked[]
}

export function fakeFetch(...answers: readonly FakeAnswer[]): FakeFetch {
  const asked: Asked[] = []
  return {
    asked,
    async fetch(url, init = {}) {
      const given = answers[asked.length]
      const body: unknown = JSON.parse(String(init.body))
      asked.push({ url: String(url), init, body })
      if (given === undefined || given === 'never') return new Promise<Response>(() => {})
      if (given instanceof Error) throw given
      return given instanceof Response ? given : streamed([toBytes(given)])
    },
  }
}
