import { createDemoUpstream } from '@glovebox/proxy/demo'
import { errorMessages } from '@glovebox/schema/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { delta, eventStream, proxyOf, requestOf, start, stop, upstreamOf, wire } from './post.js'

const ask = (text: string) => requestOf({ messages: [{ role: 'user', content: text }] })
const cut = {
  type: 'error',
  error: { type: 'api_error', message: errorMessages.cut, code: 'cut' },
}
const begun = {
  type: 'message_start',
  message: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-demo',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: 12, output_tokens: 1 },
  },
}

/** What the browser gets for what the upstream sends. */
async function relayed(body: BodyInit) {
  const { fetch } = upstreamOf(() => eventStream(body))
  const { proxy, events } = proxyOf({ upstream: { fetch } })
  return { text: await (await proxy(requestOf())).text(), end: events.at(-1) }
}

/** An upstream that says `first`, then nothing, and whether its request was ended. */
function silentAfter(first: string) {
  let isAborted = false
  const upstream = upstreamOf(({ init }) => {
    init.signal?.addEventListener('abort', () => (isAborted = true))
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(first)),
    })
    return eventStream(stream)
  })
  return { fetch: upstream.fetch, isAborted: () => isAborted }
}

describe('an answer', () => {
  it('has the headers that keep it unbuffered and unstored, and none of the upstream’s', async () => {
    const { fetch } = createDemoUpstream({ speed: 0 })
    const { proxy } = proxyOf({ upstream: { fetch } })
    const response = await proxy(ask('#default'))
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      vary: 'origin',
    })
  })

  it('keeps its `event:` lines and its order', async () => {
    const { text } = await relayed(wire(start, delta, stop))
    expect(text).toBe(wire(begun, delta, stop))
  })

  it('is the same however its bytes are cut', async () => {
    const whole = proxyOf({ upstream: { fetch: createDemoUpstream({ speed: 0 }).fetch } })
    const cutAnywhere = createDemoUpstream({ speed: 0, chunking: { seed: 7 } })
    const pieces = proxyOf({ upstream: { fetch: cutAnywhere.fetch } })
    const expected = await (await whole.proxy(ask('#long-answer'))).text()
    expect(await (await pieces.proxy(ask('#long-answer'))).text()).toBe(expected)
  })

  it('keeps kinds of blocks and deltas that are not known yet', async () => {
    const block = { type: 'content_block_start', index: 0, content_block: { type: 'new', a: 1 } }
    const change = { type: 'content_block_delta', index: 0, delta: { type: 'newer', b: [2] } }
    const { text } = await relayed(wire(start, block, change, stop))
    expect(text).toBe(wire(begun, block, change, stop))
  })

  it('drops events that are no events of the API', async () => {
    const { text } = await relayed(
      `retry: 1\nid: 7\n: comment\n\n${wire(start, { type: 'new_event' })}event: x\ndata: no JSON\n\n${wire(stop)}`,
    )
    expect(text).toBe(wire(begun, stop))
  })

  it('ends at message_stop, whatever comes behind it', async () => {
    const { text } = await relayed(wire(start, stop, delta, stop))
    expect(text).toBe(wire(begun, stop))
  })

  it('tells the log its last count of tokens', async () => {
    const usage = { input_tokens: 12, output_tokens: 30 }
    const last = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage }
    const { end } = await relayed(wire(start, last, stop))
    expect(end).toEqual({
      type: 'ended',
      caller: 'ada',
      outcome: 'complete',
      inputTokens: 12,
      outputTokens: 30,
    })
  })

  it('that is refused keeps type and category, and leaves tokens and advice behind', async () => {
    const refused = {
      type: 'message_delta',
      delta: {
        stop_reason: 'refusal',
        stop_sequence: null,
        stop_details: {
          type: 'refusal',
          category: 'cyber',
          explanation: 'Because',
          fallback_credit_token: 'token',
        },
      },
      usage: { output_tokens: 5, service_tier: 'priority' },
    }
    const { text } = await relayed(wire(start, refused, stop))
    const safe = {
      stop_reason: 'refusal',
      stop_sequence: null,
      stop_details: { type: 'refusal', category: 'cyber' },
    }
    expect(text).toBe(wire(begun, { ...refused, delta: safe, usage: { output_tokens: 5 } }, stop))
  })

  it('that fails midway ends with the error’s type and a text of ours', async () => {
    const error = { type: 'overloaded_error', message: 'Host 10.1.2.3 of org-demo is full' }
    const { text, end } = await relayed(wire(start, { type: 'error', error }))
    const safe = {
      type: 'overloaded_error',
      message: errorMessages.overloaded,
      code: 'overloaded',
    }
    expect([text, end]).toEqual([
      wire(begun, { type: 'error', error: safe }),
      expect.objectContaining({ outcome: 'error' }),
    ])
  })

  it.each([
    { name: 'just ends', body: () => wire(start, delta), safe: wire(begun, delta, cut) },
    { name: 'is empty', body: () => '', safe: wire(cut) },
    {
      name: 'ends inside an event',
      body: () => `${wire(start)}event: message_stop\ndata: {"type":"mess`,
      safe: wire(begun, cut),
    },
    {
      name: 'breaks off',
      body: () => {
        const parts = [wire(start)]
        return new ReadableStream<Uint8Array>({
          pull(controller) {
            const part = parts.shift()
            if (part === undefined) controller.error(new Error('socket hang up'))
            else controller.enqueue(new TextEncoder().encode(part))
          },
        })
      },
      safe: wire(begun, cut),
    },
  ])('that $name ends with an error event', async ({ body, safe }) => {
    const { text, end } = await relayed(body())
    expect([text, end]).toEqual([safe, expect.objectContaining({ outcome: 'cut' })])
  })

  it('whose event is longer than eight megabytes ends with an error event', async () => {
    const { text } = await relayed(`data: ${'x'.repeat(9 * 1024 * 1024)}`)
    expect(text).toContain('"code":"upstream"')
  })
})

describe('a browser', () => {
  it('that reads slowly slows the upstream down', async () => {
    let pulled = 0
    const upstream = upstreamOf(() =>
      eventStream(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            pulled += 1
            controller.enqueue(new TextEncoder().encode(wire(delta)))
          },
        }),
      ),
    )
    const { proxy } = proxyOf({ upstream: { fetch: upstream.fetch } })
    const reader = (await proxy(requestOf())).body?.getReader()
    await reader?.read()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(pulled).toBeLessThan(5)
    await reader?.cancel()
  })

  it('that cancels the answer ends the upstream’s request', async () => {
    const double = createDemoUpstream({ speed: 1 })
    const { proxy, events } = proxyOf({ upstream: { fetch: double.fetch } })
    const reader = (await proxy(ask('#long-answer'))).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await vi.waitFor(() => expect(double.stats()).toMatchObject({ open: 0, aborts: 1 }))
    expect(events.at(-1)).toMatchObject({ type: 'ended', outcome: 'aborted' })
  })

  it('whose request is aborted ends the upstream’s, though nobody reads the answer', async () => {
    const double = createDemoUpstream({ speed: 1 })
    const leaving = new AbortController()
    const { proxy, events } = proxyOf({ upstream: { fetch: double.fetch } })
    await proxy(requestOf(undefined, {}, { signal: leaving.signal }))
    leaving.abort()
    await vi.waitFor(() => expect(double.stats()).toMatchObject({ open: 0, aborts: 1 }))
    expect(events.at(-1)).toMatchObject({ type: 'ended', outcome: 'aborted' })
  })

  it('that stays to the end lets the upstream close by itself', async () => {
    const double = createDemoUpstream({ speed: 0 })
    const { proxy } = proxyOf({ upstream: { fetch: double.fetch } })
    await (await proxy(ask('#default'))).text()
    await vi.waitFor(() => expect(double.stats()).toMatchObject({ open: 0, aborts: 0 }))
  })

  it('that stays to the end leaves the upstream’s connection for the next answer', async () => {
    const upstream = upstreamOf(() => eventStream(wire(start, stop)))
    const { proxy } = proxyOf({ upstream: { fetch: upstream.fetch } })
    await (await proxy(requestOf())).text()
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(upstream.sent[0]?.init.signal?.aborted).toBe(false)
  })
})

describe('a silent upstream', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is bridged by comments and given up when idle for too long', async () => {
    const upstream = silentAfter(wire(start))
    const timeouts = { idle: 40_000 }
    const { proxy } = proxyOf({ upstream: { fetch: upstream.fetch, timeouts } })
    const text = (await proxy(requestOf())).text()
    await vi.advanceTimersByTimeAsync(40_000)
    expect([await text, upstream.isAborted()]).toEqual([
      `${wire(begun)}: keep-alive\n\n: keep-alive\n\n${wire(cut)}`,
      true,
    ])
  })

  it('is given up after the total time, though nobody reads', async () => {
    const upstream = silentAfter(wire(start))
    const timeouts = { total: 5000 }
    const { proxy } = proxyOf({ upstream: { fetch: upstream.fetch, timeouts } })
    const response = await proxy(requestOf())
    await vi.advanceTimersByTimeAsync(5000)
    expect([upstream.isAborted(), await response.text()]).toEqual([true, wire(cut)])
  })
})
