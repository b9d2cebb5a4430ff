import { createChat, type ChatOptions, type ChatState } from '@glovebox/react'
import { defineTool } from '@glovebox/schema'
import { chatRequestSchema } from '@glovebox/schema/protocol'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import {
  answer,
  closeBlock,
  cutAt,
  fakeFetch,
  grow,
  live,
  openBlock,
  settle,
  start,
  stop,
  stopReason,
  streamed,
  text,
  toBytes,
  toolUse,
  type FakeAnswer,
  type WirePart,
} from './sse.js'

afterEach(() => {
  vi.useRealTimers()
})

function chatWith(...answers: readonly FakeAnswer[]) {
  const fake = fakeFetch(...answers)
  return { chat: createChat({ endpoint: '/api', fetch: fake.fetch, throttleMs: 0 }), ...fake }
}

/** A state in short: what a reader would see of it. */
function outline({ messages, status, error }: ChatState) {
  return {
    status,
    code: error?.code ?? null,
    messages: messages.map(({ role, content, status: state, outcome }) => {
      const words = content.map((block) => ('text' in block ? block.text : block.type)).join('|')
      return `${role} ${state}${outcome === undefined ? '' : ` ${outcome}`}: ${words}`
    }),
  }
}

const whole = answer([
  openBlock(0, { type: 'thinking', thinking: '', signature: '' }),
  grow(0, { type: 'thinking_delta', thinking: 'Größe 你好 👩‍👩‍👧' }),
  closeBlock(0),
  { type: 'ping' },
  ...text(1, 'Zürich ', '天気 ', '🏳️‍🌈.'),
  { type: 'novel_event', a: 1 },
  ...toolUse(2, 't1', '{"city": "Z', 'ürich"}'),
])

describe('an answer', () => {
  it('is in the messages, whole', async () => {
    const { chat } = chatWith(answer(text(0, 'Hel', 'lo')))
    const result = await chat.send('Hi')
    expect([result, outline(chat.getState())]).toEqual([
      { ok: true, outcome: 'complete' },
      {
        status: 'idle',
        code: null,
        messages: ['user done: Hi', 'assistant done complete: Hello'],
      },
    ])
  })

  it('is the same however its bytes are cut', async () => {
    const bytes = toBytes(whole)
    const { chat: reference } = chatWith(whole)
    await reference.send('Hi')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (places) => {
        const { chat } = chatWith(streamed(cutAt(bytes, places)))
        await chat.send('Hi')
        expect(chat.getState()).toEqual(reference.getState())
      }),
    )
  })

  it('is the same when every byte comes alone', async () => {
    const bytes = toBytes(whole)
    const { chat } = chatWith(streamed(cutAt(bytes, [...bytes.keys()])))
    const { chat: reference } = chatWith(whole)
    await Promise.all([chat.send('Hi'), reference.send('Hi')])
    expect(chat.getState()).toEqual(reference.getState())
  })

  it('is complete only once all of its bytes were there', async () => {
    const bytes = toBytes(whole)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        const { chat } = chatWith(streamed([bytes.subarray(0, length)]))
        expect(await chat.send('Hi')).toEqual({ ok: true, outcome: 'cut' })
      }),
    )
  })

  it('is read with line feeds of either kind, comments and padding', async () => {
    const lines = answer(text(0, 'Hi')).map((event) => `data: ${JSON.stringify(event)}  \r\n\r\n`)
    const bytes = new TextEncoder().encode(`: hello\r\n\r\n${lines.join(': keep-alive\r\n\r\n')}`)
    const { chat } = chatWith(streamed([bytes]))
    expect(await chat.send('Hi')).toEqual({ ok: true, outcome: 'complete' })
  })

  it('keeps closed blocks the same objects while others grow', async () => {
    const { response, push } = live()
    const { chat } = chatWith(response)
    void chat.send('Hi')
    await push(start, ...text(0, 'first'))
    const [before] = chat.getState().messages.at(-1)?.content ?? []
    await push(...text(1, 'second'))
    const [after] = chat.getState().messages.at(-1)?.content ?? []
    expect([before, after === before]).toEqual([{ type: 'text', text: 'first' }, true])
  })
})

const ends: readonly {
  readonly name: string
  readonly events: readonly WirePart[]
  readonly code: string | null
  readonly last: string
}[] = [
  {
    name: 'max_tokens is truncated',
    events: answer(text(0, 'Hel'), 'max_tokens'),
    code: 'truncated',
    last: 'assistant done truncated: Hel',
  },
  {
    name: 'model_context_window_exceeded is truncated',
    events: answer(text(0, 'Hel'), 'model_context_window_exceeded'),
    code: 'truncated',
    last: 'assistant done truncated: Hel',
  },
  {
    name: 'pause_turn is truncated',
    events: answer(text(0, 'Hel'), 'pause_turn'),
    code: 'truncated',
    last: 'assistant done truncated: Hel',
  },
  {
    name: 'an unknown stop reason is complete',
    events: answer(text(0, 'Hello'), 'novel_reason'),
    code: null,
    last: 'assistant done complete: Hello',
  },
  {
    name: 'a refusal discards what came before it',
    events: answer(text(0, 'First, take'), 'refusal'),
    code: 'refused',
    last: 'assistant done refused: ',
  },
  {
    name: 'a refusal without any block is refused',
    events: answer([], 'refusal'),
    code: 'refused',
    last: 'assistant done refused: ',
  },
  {
    name: 'a refusal that is cut off discards what came before it too',
    events: [start, ...text(0, 'First, take'), stopReason('refusal')],
    code: 'refused',
    last: 'assistant done refused: ',
  },
  {
    name: 'a stream without message_stop is cut',
    events: [start, ...text(0, 'Hel'), stopReason('end_turn')],
    code: 'cut',
    last: 'assistant done cut: Hel',
  },
  {
    name: 'a message_stop without a stop reason is cut',
    events: [start, ...text(0, 'Hel'), stop],
    code: 'cut',
    last: 'assistant done cut: Hel',
  },
  { name: 'an empty stream is cut', events: [], code: 'cut', last: 'user done cut: Hi' },
  {
    name: 'an overloaded error keeps what came before it',
    events: [
      start,
      ...text(0, 'Hel'),
      { type: 'error', error: { type: 'overloaded_error', message: 'secret' } },
    ],
    code: 'overloaded',
    last: 'assistant done failed: Hel',
  },
  {
    name: 'the proxy’s own code in an error event counts',
    events: [start, { type: 'error', error: { type: 'api_error', code: 'cut' } }],
    code: 'cut',
    last: 'assistant done cut: ',
  },
  {
    name: 'an unknown error is upstream',
    events: [start, { type: 'error', error: { type: 'novel_error', code: 'constructor' } }],
    code: 'upstream',
    last: 'assistant done failed: ',
  },
]

describe('the end of an answer', () => {
  it.each(ends)('$name', async ({ events, code, last }) => {
    const { chat } = chatWith(events)
    await chat.send('Hi')
    const state = outline(chat.getState())
    expect({ status: state.status, code: state.code, last: state.messages.at(-1) }).toEqual({
      status: code === null ? 'idle' : 'failed',
      code,
      last,
    })
  })

  it('is cut where the connection breaks', async () => {
    const { response, push, fail } = live()
    const { chat } = chatWith(response)
    const sent = chat.send('Hi')
    await push(start, ...text(0, 'Hel'))
    fail()
    expect([await sent, outline(chat.getState()).code]).toEqual([
      { ok: true, outcome: 'cut' },
      'cut',
    ])
  })

  it('is read no further than message_stop', async () => {
    const { response, push, isCancelled } = live()
    const { chat } = chatWith(response)
    const sent = chat.send('Hi')
    await push(...answer(text(0, 'Hello')), ...text(5, 'more'))
    expect([await sent, isCancelled(), outline(chat.getState()).messages.at(-1)]).toEqual([
      { ok: true, outcome: 'complete' },
      true,
      'assistant done complete: Hello',
    ])
  })

  it('keeps the word for what was refused, and nothing else that is said of it', async () => {
    const details = { type: 'refusal', category: 'cyber', explanation: 'x', token: 'y' }
    const refusal = { stop_reason: 'refusal', stop_sequence: null, stop_details: details }
    const { chat } = chatWith([start, { type: 'message_delta', delta: refusal }, stop])
    await chat.send('Hi')
    expect(chat.getState().messages.at(-1)).toMatchObject({
      outcome: 'refused',
      stopReason: 'refusal',
      stopDetails: { category: 'cyber' },
    })
    expect(JSON.stringify(chat.getState())).not.toMatch(/explanation|token/)
  })

  it('marks the call at the end of a truncated answer as incomplete', async () => {
    const { chat } = chatWith(answer(toolUse(0, 't1', '{"city":"Bern"}'), 'max_tokens'))
    await chat.send('Hi')
    expect(chat.getState().messages.at(-1)?.content).toMatchObject([{ complete: false }])
  })

  it('is cut and aborted past four megabytes of text', async () => {
    const { response, push, isCancelled } = live()
    const { chat, asked } = chatWith(response)
    const sent = chat.send('Hi')
    const part = 'x'.repeat(1024 * 1024)
    await push(start, ...text(0, part, part, part, part, part))
    expect([await sent, isCancelled(), asked[0]?.init.signal?.aborted]).toEqual([
      { ok: true, outcome: 'cut' },
      true,
      true,
    ])
  })

  it('is cut at an event that never ends', async () => {
    const part = new Uint8Array(1024 * 1024).fill(0x78)
    const { chat } = chatWith(streamed(Array.from({ length: 10 }, () => part)))
    expect(await chat.send('Hi')).toEqual({ ok: true, outcome: 'cut' })
  })
})

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return Response.json(body, { status, headers })
}

const failures = [
  {
    name: 'a code of the proxy',
    answer: () => json(402, { error: { code: 'spend-capped', message: 'raw <b>' } }),
    error: { code: 'spend-capped', message: 'The spending limit for this service is reached' },
  },
  {
    name: 'an unknown code',
    answer: () => json(500, { error: { code: 'novel', message: 'raw' } }),
    error: { code: 'upstream', message: 'The service behind this app failed' },
  },
  {
    name: 'an HTML 502',
    answer: () => new Response('<h1>Bad Gateway at 10.0.0.3</h1>', { status: 502 }),
    error: { code: 'upstream', message: 'The service behind this app failed' },
  },
  {
    name: 'JSON that is none',
    answer: () =>
      new Response('{"error":', { status: 500, headers: { 'content-type': 'application/json' } }),
    error: { code: 'upstream', message: 'The service behind this app failed' },
  },
  {
    name: 'a sign-in in front of the proxy',
    answer: () => new Response('Sign in at https://sso.internal', { status: 401 }),
    error: { code: 'unauthorized', message: 'You are not signed in or may not use this service' },
  },
  {
    name: 'a page in place of a stream',
    answer: () => streamed([toBytes(answer(text(0, 'x')))], 'text/html'),
    error: { code: 'upstream', message: 'The service behind this app failed' },
  },
  {
    name: 'a fetch that reaches nobody',
    answer: () => new TypeError('Failed to fetch https://internal'),
    error: { code: 'offline', message: 'The service cannot be reached' },
  },
  {
    name: 'a fetch that fails in another way',
    answer: () => new Error('secret'),
    error: { code: 'upstream', message: 'The service behind this app failed' },
  },
]

function failToMakeHeaders(): Promise<never> {
  return Promise.reject(new Error('token expired'))
}

describe('a request that fails', () => {
  it.each(failures)('gives fixed text for $name', async ({ answer: makeAnswer, error }) => {
    const { chat } = chatWith(makeAnswer())
    const result = await chat.send('Hi')
    expect([result, chat.getState().error, outline(chat.getState()).messages]).toEqual([
      { ok: true, outcome: 'failed' },
      error,
      ['user done failed: Hi'],
    ])
  })

  it('says when to try again', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
    const body = { error: { code: 'rate-limited', message: '', retryAfter: 7 } }
    const { chat } = chatWith(json(429, body))
    await chat.send('Hi')
    expect(chat.getState().error?.retryAt).toBe(1_007_000)
  })

  it('is not sent where the headers cannot be made', async () => {
    const { fetch, asked } = fakeFetch(answer([]))
    const chat = createChat({ endpoint: '/api', fetch, headers: failToMakeHeaders })
    await chat.send('Hi')
    expect([asked, chat.getState().error?.code]).toEqual([[], 'unauthorized'])
  })
})

describe('send', () => {
  it('ignores an empty text', async () => {
    const { chat, asked } = chatWith()
    const before = chat.getState()
    expect([await chat.send(' \n'), asked, chat.getState() === before]).toEqual([
      { ok: false, reason: 'empty' },
      [],
      true,
    ])
  })

  it('is refused while an answer is under way', async () => {
    const { chat, asked } = chatWith('never')
    void chat.send('Hi')
    const refused = [await chat.send('again'), await chat.retry()]
    expect([refused, asked.length, outline(chat.getState())]).toEqual([
      [
        { ok: false, reason: 'busy' },
        { ok: false, reason: 'busy' },
      ],
      1,
      { status: 'sending', code: null, messages: ['user sending: Hi'] },
    ])
  })

  it('goes through sending and streaming to idle', async () => {
    const { chat } = chatWith(answer(text(0, 'Hello')))
    const seen: string[] = []
    chat.subscribe(() => seen.push(chat.getState().status))
    await chat.send('Hi')
    expect([...new Set(seen)]).toEqual(['sending', 'streaming', 'idle'])
  })
})

describe('stop', () => {
  it('keeps what has arrived and ends the request', async () => {
    const { response, push, isCancelled } = live()
    const { chat, asked } = chatWith(response)
    const sent = chat.send('Hi')
    await push(start, openBlock(0, { type: 'text' }), grow(0, { type: 'text_delta', text: 'Hel' }))
    chat.stop()
    const atOnce = outline(chat.getState())
    await settle()
    expect([await sent, atOnce, isCancelled(), asked[0]?.init.signal?.aborted]).toEqual([
      { ok: true, outcome: 'aborted' },
      {
        status: 'idle',
        code: null,
        messages: ['user done: Hi', 'assistant done aborted: Hel'],
      },
      true,
      true,
    ])
  })

  it('ends a request that has no answer yet', async () => {
    const { chat } = chatWith('never')
    const sent = chat.send('Hi')
    await settle()
    chat.stop()
    expect([await sent, outline(chat.getState())]).toEqual([
      { ok: true, outcome: 'aborted' },
      { status: 'idle', code: null, messages: ['user done aborted: Hi'] },
    ])
  })

  it('lets nothing of a stopped answer into the next one', async () => {
    const first = live()
    const { chat } = chatWith(first.response, answer(text(0, 'Second')))
    void chat.send('One')
    await first.push(start, ...text(0, 'First'))
    chat.stop()
    const sent = chat.send('Two')
    await first.push(...text(1, 'late')).catch(() => {})
    await sent
    expect(outline(chat.getState()).messages).toEqual([
      'user done: One',
      'assistant done aborted: First',
      'user done: Two',
      'assistant done complete: Second',
    ])
  })

  it('does nothing when nothing is under way', () => {
    const { chat } = chatWith()
    const before = chat.getState()
    chat.stop()
    expect(chat.getState()).toBe(before)
  })
})

describe('retry', () => {
  it('sends the last user’s turn again in place of what came after it', async () => {
    const { chat, asked } = chatWith([start, ...text(0, 'Hel')], answer(text(0, 'Hello')))
    await chat.send('Hi')
    await chat.retry()
    expect([outline(chat.getState()).messages, asked[1]?.body]).toEqual([
      ['user done: Hi', 'assistant done complete: Hello'],
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] },
    ])
  })

  it('sends a turn that never arrived', async () => {
    const { chat } = chatWith(new TypeError('Failed to fetch'), answer(text(0, 'Hello')))
    await chat.send('Hi')
    await chat.retry()
    expect(outline(chat.getState()).messages).toEqual([
      'user done: Hi',
      'assistant done complete: Hello',
    ])
  })

  it('has nothing to send in an empty chat', async () => {
    const { chat } = chatWith()
    expect(await chat.retry()).toEqual({ ok: false, reason: 'nothing-to-retry' })
  })
})

describe('clear', () => {
  it('ends the answer under way and forgets all messages', async () => {
    const { response, push, isCancelled } = live()
    const { chat } = chatWith(response)
    const sent = chat.send('Hi')
    await push(start, ...text(0, 'Hel'))
    chat.clear()
    await settle()
    expect([await sent, isCancelled(), chat.getState()]).toEqual([
      { ok: true, outcome: 'aborted' },
      true,
      { messages: [], status: 'idle', error: null },
    ])
  })
})

describe('the request', () => {
  it('holds only text and calls of Claude’s turns', async () => {
    const { chat, asked } = chatWith(
      answer([
        openBlock(0, { type: 'thinking', thinking: 'secret', signature: 'x' }),
        closeBlock(0),
        ...text(1, 'Look: ', ''),
        ...text(2, ' '),
        openBlock(3, { type: 'web_search_tool_result', tool_use_id: 's', content: [] }),
        ...toolUse(4, 't1', '{"city":"Bern"}'),
      ]),
      answer(text(0, 'x')),
    )
    await chat.send('Hi')
    await chat.send('And?')
    expect(asked[1]?.body).toEqual({
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
        {
          role: 'assistant',
          content: [
            { type: 'text', text: 'Look:  ' },
            { type: 'tool_use', id: 't1', name: 'weather', input: { city: 'Bern' } },
          ],
        },
        {
          role: 'user',
          content: [
            {
              type: 'tool_result',
              tool_use_id: 't1',
              content: 'The app gave no result',
              is_error: true,
            },
            { type: 'text', text: 'And?' },
          ],
        },
      ],
    })
  })

  it('leaves out turns that were refused or never arrived', async () => {
    const { chat, asked } = chatWith(
      answer(text(0, 'First'), 'refusal'),
      new TypeError('Failed to fetch'),
      answer(text(0, 'x')),
    )
    await chat.send('Refused')
    await chat.send('Lost')
    await chat.send('Fine')
    expect(asked[2]?.body).toEqual({
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Fine' }] }],
    })
  })

  it('joins the turn of a user who stopped an answer before it began with the next one', async () => {
    const { chat, asked } = chatWith('never', answer(text(0, 'x')))
    void chat.send('One')
    await settle()
    chat.stop()
    await chat.send('Two')
    expect(asked[1]?.body).toEqual({
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'One' },
            { type: 'text', text: 'Two' },
          ],
        },
      ],
    })
  })

  it('begins with the first turn of the user', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'x')))
    const initialMessages = [{ role: 'assistant', content: 'How can I help?' }] as const
    const chat = createChat({ endpoint: '/api', fetch, initialMessages, model: 'm', maxTokens: 9 })
    await chat.send('Hi')
    expect([chat.getState().messages.map(({ id }) => id), asked[0]?.body]).toEqual([
      ['message-1', 'message-2', 'message-3'],
      {
        model: 'm',
        maxTokens: 9,
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
      },
    ])
  })

  it('fits the protocol whatever Claude wrote', async () => {
    const block = fc.oneof(
      fc.record({ type: fc.constantFrom('text', 'thinking', 'novel'), text: fc.string() }),
      fc.record({
        type: fc.constant('tool_use'),
        id: fc.string(),
        name: fc.string(),
        input: fc.jsonValue(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(block), fc.string(), async (blocks, delta) => {
        const events = blocks.flatMap((unsafe, index) => [
          openBlock(index, unsafe),
          grow(index, { type: 'input_json_delta', partial_json: delta }),
          closeBlock(index),
        ])
        const { chat, asked } = chatWith(answer(events), answer([]))
        await chat.send('Hi')
        await chat.send('And?')
        expect(asked.map(({ body }) => chatRequestSchema.safeParse(body).success)).toEqual([
          true,
          true,
        ])
      }),
    )
  })

  it('survives an input that nests a hundred thousand levels', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const { chat } = chatWith(answer(toolUse(0, 't1', deep)), answer(text(0, 'x')))
    await chat.send('Hi')
    expect(await chat.send('And?')).toEqual({ ok: true, outcome: 'complete' })
  })

  it('keeps a __proto__ in an input as a plain key', async () => {
    const { chat, asked } = chatWith(
      answer(toolUse(0, 't1', '{"__proto__":{"admin":true}}')),
      answer(text(0, 'x')),
    )
    await chat.send('Hi')
    await chat.send('And?')
    expect([Reflect.get({}, 'admin'), JSON.stringify(asked[1]?.body)]).toEqual([
      undefined,
      expect.stringContaining('"input":{"__proto__":{"admin":true}}'),
    ])
  })
})

describe('calls of tools', () => {
  const weather = defineTool({
    name: 'weather',
    description: 'Shows the weather of a city.',
    input: z.object({ city: z.string() }),
  })

  it.each([
    { name: 'an accepted input', unsafe: '{"city":"Bern"}', error: undefined },
    { name: 'an input its schema does not accept', unsafe: '{"city":3}', error: true },
    { name: 'an input that is no JSON', unsafe: '{"city":"\\d"}', error: true },
  ])('are answered with $name', async ({ unsafe, error }) => {
    const { fetch, asked } = fakeFetch(answer(toolUse(0, 't1', unsafe)), answer(text(0, 'x')))
    const chat = createChat({ endpoint: '/api', fetch, tools: [weather] })
    await chat.send('Hi')
    await chat.send('And?')
    const body = chatRequestSchema.parse(asked[1]?.body)
    const [result] = body.messages.at(-1)?.content ?? []
    expect(result).toMatchObject({
      type: 'tool_result',
      tool_use_id: 't1',
      ...(error === undefined ? { content: 'The app accepted the input' } : { is_error: true }),
    })
  })

  it('are answered with the app’s own results', async () => {
    const { chat, asked } = chatWith(
      answer(toolUse(0, 't1', '{"city":"Bern"}'), 'tool_use'),
      answer(text(0, 'Sunny')),
    )
    await chat.send('Hi')
    const result = await chat.respond([{ tool_use_id: 't1', content: '21 degrees' }])
    expect([result, asked[1]?.body]).toMatchObject([
      { ok: true, outcome: 'complete' },
      {
        messages: [
          {},
          {},
          {
            role: 'user',
            content: [{ type: 'tool_result', tool_use_id: 't1', content: '21 degrees' }],
          },
        ],
      },
    ])
  })

  it('take no result for a call that Claude did not make', async () => {
    const { chat } = chatWith(answer(text(0, 'Hello')))
    await chat.send('Hi')
    const result = await chat.respond([{ tool_use_id: 'forged', content: 'x' }])
    expect(result).toEqual({ ok: false, reason: 'unknown-tool-use' })
  })

  it('that were cut off are not sent back', async () => {
    const { chat, asked } = chatWith(
      [start, ...text(0, 'Look'), ...toolUse(1, 't1', '{"city":').slice(0, -1)],
      answer(text(0, 'x')),
    )
    await chat.send('Hi')
    await chat.send('And?')
    expect(asked[1]?.body).toEqual({
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
        { role: 'assistant', content: [{ type: 'text', text: 'Look' }] },
        { role: 'user', content: [{ type: 'text', text: 'And?' }] },
      ],
    })
  })
})

describe('updates', () => {
  it('come at most once in throttleMs, and the last one always', async () => {
    const parts = Array.from({ length: 500 }, (_, index) => `${index} `)
    const places = parts.map((_, index) => index * 97)
    const { fetch } = fakeFetch(streamed(cutAt(toBytes(answer(text(0, ...parts))), places)))
    const chat = createChat({ endpoint: '/api', fetch, throttleMs: 60_000 })
    let updates = 0
    chat.subscribe(() => (updates += 1))
    await chat.send('Hi')
    expect([updates, outline(chat.getState()).messages.at(-1)]).toEqual([
      3,
      `assistant done complete: ${parts.join('')}`,
    ])
  })

  it('that wait are shown when the time is over', async () => {
    const { response, push } = live()
    const { fetch } = fakeFetch(response)
    const chat = createChat({ endpoint: '/api', fetch, throttleMs: 20 })
    void chat.send('Hi')
    await push(start, openBlock(0, { type: 'text' }), grow(0, { type: 'text_delta', text: 'Hel' }))
    await push(grow(0, { type: 'text_delta', text: 'lo' }))
    await vi.waitFor(() => {
      expect(outline(chat.getState()).messages.at(-1)).toBe('assistant streaming: Hello')
    })
    chat.stop()
  })

  it('leave earlier states as they were', async () => {
    const { chat } = chatWith(answer(text(0, 'Hel', 'lo')))
    const states: { readonly state: ChatState; readonly copy: ChatState }[] = []
    chat.subscribe(() => {
      const state = chat.getState()
      states.push({ state, copy: structuredClone(state) })
    })
    await chat.send('Hi')
    expect(states.map(({ state }) => state)).toEqual(states.map(({ copy }) => copy))
  })

  it('end with the function that subscribe gave', async () => {
    const { chat } = chatWith(answer(text(0, 'x')))
    const listener = vi.fn<() => void>()
    chat.subscribe(listener)()
    await chat.send('Hi')
    expect(listener).not.toHaveBeenCalled()
  })

  it('are told to onFinish and onError once each', async () => {
    const { fetch } = fakeFetch([start, ...text(0, 'Hel')])
    const onFinish = vi.fn<NonNullable<ChatOptions['onFinish']>>()
    const onError = vi.fn<NonNullable<ChatOptions['onError']>>()
    await createChat({ endpoint: '/api', fetch, onFinish, onError }).send('Hi')
    expect([onFinish.mock.calls, onError.mock.calls]).toMatchObject([
      [[{ role: 'assistant', outcome: 'cut' }]],
      [[{ code: 'cut' }]],
    ])
  })
})

it('refuses a throttle that is no time', () => {
  expect(() => createChat({ endpoint: '/api', throttleMs: Number.NaN })).toThrow('throttleMs')
})
