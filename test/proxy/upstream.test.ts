import { defineTool } from '@glovebox/schema'
import { createDemoUpstream } from '@glovebox/proxy/demo'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { codeOf, eventStream, key, proxyOf, question, requestOf, start } from './post.js'
import { stop, upstreamOf, wire } from './post.js'

const refused = () =>
  Response.json({ error: { type: 'authentication_error', message: 'no' } }, { status: 401 })
const fine = () => eventStream(wire(start, stop))
const ask = (text: string) => requestOf({ messages: [{ role: 'user', content: text }] })

describe('the request to the upstream', () => {
  it('is made of the configuration and the turns, and of nothing else', async () => {
    const upstream = upstreamOf(fine)
    const echo = defineTool({
      name: 'echo',
      description: 'Says it again',
      input: z.object({ text: z.string() }),
    })
    const { proxy } = proxyOf({
      system: 'Be brief',
      tools: [echo],
      maxTokens: 500,
      upstream: { fetch: upstream.fetch },
    })
    await proxy(requestOf())
    const [sent] = upstream.sent
    expect([sent?.url, sent?.init.method, JSON.parse(String(sent?.init.body))]).toEqual([
      'https://api.anthropic.com/v1/messages',
      'POST',
      {
        model: 'claude-demo',
        max_tokens: 500,
        stream: true,
        system: 'Be brief',
        tools: [
          {
            name: 'echo',
            description: 'Says it again',
            input_schema: {
              type: 'object',
              properties: { text: { type: 'string' } },
              required: ['text'],
              additionalProperties: false,
            },
          },
        ],
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
      },
    ])
  })

  it('asks for the output that the configuration names', async () => {
    const upstream = upstreamOf(fine)
    const output = z.object({ place: z.string() })
    const { proxy } = proxyOf({ output, upstream: { fetch: upstream.fetch } })
    await proxy(requestOf())
    expect(JSON.parse(String(upstream.sent[0]?.init.body)).output_config).toEqual({
      format: {
        type: 'json_schema',
        schema: {
          type: 'object',
          properties: { place: { type: 'string' } },
          required: ['place'],
          additionalProperties: false,
        },
      },
    })
  })

  it.each([
    { name: 'a smaller answer', unsafe: { maxTokens: 10 }, safe: ['one', 10] },
    { name: 'no larger answer', unsafe: { maxTokens: 9999 }, safe: ['one', 500] },
    { name: 'a listed model', unsafe: { model: 'two' }, safe: ['two', 500] },
  ])('lets the browser choose $name', async ({ unsafe, safe }) => {
    const upstream = upstreamOf(fine)
    const { proxy } = proxyOf({
      models: ['one', 'two'],
      maxTokens: 500,
      upstream: { fetch: upstream.fetch },
    })
    await proxy(requestOf({ ...question, ...unsafe }))
    const { model, max_tokens } = JSON.parse(String(upstream.sent[0]?.init.body))
    expect([model, max_tokens]).toEqual(safe)
  })

  it.each([
    {
      version: '2023-06-01' as const,
      credential: { 'anthropic-version': '2023-06-01', 'x-api-key': key },
    },
    {
      version: '2026-10-21' as const,
      credential: { 'anthropic-version': '2026-10-21', authorization: `Bearer ${key}` },
    },
  ])('carries only our own headers in $version', async ({ version, credential }) => {
    const upstream = upstreamOf(fine)
    const { proxy } = proxyOf({ upstream: { version, fetch: upstream.fetch } })
    await proxy(
      requestOf(question, {
        'x-api-key': 'mine',
        authorization: 'Bearer mine',
        'anthropic-beta': 'everything',
        'anthropic-version': '1999-01-01',
        'x-forwarded-for': '10.0.0.1',
        cookie: 'session=1',
      }),
    )
    const init = upstream.sent[0]?.init
    expect([init?.headers, init?.redirect]).toEqual([
      { 'content-type': 'application/json', accept: 'text/event-stream', ...credential },
      'manual',
    ])
  })

  it('goes to the configured address', async () => {
    const upstream = upstreamOf(fine)
    const baseUrl = 'https://gateway.test/claude/'
    const { proxy } = proxyOf({ upstream: { baseUrl, fetch: upstream.fetch } })
    await proxy(requestOf())
    expect(upstream.sent[0]?.url).toBe('https://gateway.test/claude/v1/messages')
  })
})

describe('a key', () => {
  it('that rotates is taken up with the next request', async () => {
    const keys = ['first', 'second']
    const upstream = upstreamOf(fine)
    const { proxy } = proxyOf({
      apiKey: async () => keys.shift() ?? '',
      upstream: { fetch: upstream.fetch },
    })
    await proxy(requestOf())
    await proxy(requestOf())
    const sent = upstream.sent.map(({ init }) => new Headers(init.headers).get('x-api-key'))
    expect(sent).toEqual(['first', 'second'])
  })

  it('that was refused is asked for once more', async () => {
    const keys = ['old', 'new']
    const upstream = upstreamOf(({ init }) =>
      new Headers(init.headers).get('x-api-key') === 'new' ? fine() : refused(),
    )
    const apiKey = () => keys.shift() ?? ''
    const { proxy } = proxyOf({ apiKey, upstream: { fetch: upstream.fetch } })
    expect([(await proxy(requestOf())).status, upstream.sent.length]).toEqual([200, 2])
  })

  it.each([
    { name: 'a function twice', apiKey: () => key, times: 2 },
    { name: 'a string once', apiKey: key, times: 1 },
  ])('given as $name is tried no more often', async ({ apiKey, times }) => {
    const upstream = upstreamOf(refused)
    const { proxy } = proxyOf({ apiKey, upstream: { fetch: upstream.fetch } })
    const response = await proxy(requestOf())
    expect([await codeOf(response), upstream.sent.length]).toEqual(['upstream', times])
  })

  it.each([
    { name: 'empty', apiKey: () => '' },
    { name: 'not to be had', apiKey: () => Promise.reject(new Error(key)) },
  ])('that is $name is our failure', async ({ apiKey }) => {
    const { proxy, events } = proxyOf({ apiKey })
    expect(await codeOf(await proxy(requestOf()))).toBe('upstream')
    expect(events.at(-1)).toEqual({
      type: 'upstream-failed',
      code: 'upstream',
      reason: '`apiKey` gave no key',
      caller: 'ada',
    })
  })
})

describe('an upstream that refuses', () => {
  const { fetch } = createDemoUpstream({ speed: 0 })

  it.each([
    { script: 'rate-limited', status: 429, code: 'rate-limited', retryAfter: 7 },
    { script: 'spend-capped', status: 402, code: 'spend-capped' },
    { script: 'overloaded', status: 503, code: 'overloaded' },
    { script: 'unauthorized', status: 502, code: 'upstream' },
    { script: 'invalid-request', status: 400, code: 'invalid-request' },
    { script: 'too-large', status: 413, code: 'too-large' },
    { script: 'bad-gateway-html', status: 502, code: 'upstream' },
  ])('by $script gives the browser $code', async ({ script, status, code, retryAfter }) => {
    const { proxy } = proxyOf({ upstream: { fetch } })
    const response = await proxy(ask(`#${script}`))
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      status,
      retryAfter === undefined ? null : String(retryAfter),
      {
        error: {
          code,
          message: expect.not.stringMatching(/org-demo|prompt is too long|x-api-key|<html/),
          ...(retryAfter === undefined ? {} : { retryAfter }),
        },
      },
    ])
  })

  it('our key tells the log so', async () => {
    const { proxy, events } = proxyOf({ upstream: { fetch } })
    await proxy(ask('#unauthorized'))
    expect(events.at(-1)).toEqual({
      type: 'upstream-failed',
      code: 'upstream',
      status: 401,
      reason: 'The upstream answered 401 authentication_error',
      caller: 'ada',
    })
  })

  it.each([
    { name: 'a date', header: new Date(Date.now() + 30_000).toUTCString(), most: 30 },
    { name: 'a year', header: '31536000', most: 86_400 },
    { name: 'the past', header: 'Thu, 01 Jan 1970 00:00:00 GMT', most: 1 },
  ])('until $name has a sane time to wait', async ({ header, most }) => {
    const upstream = upstreamOf(
      () => new Response('', { status: 429, headers: { 'retry-after': header } }),
    )
    const { proxy } = proxyOf({ upstream: { fetch: upstream.fetch } })
    const seconds = Number((await proxy(requestOf())).headers.get('retry-after'))
    expect(seconds).toBeGreaterThanOrEqual(Math.max(1, most - 2))
    expect(seconds).toBeLessThanOrEqual(most)
  })

  it.each([
    {
      name: 'redirects elsewhere',
      answer: () => new Response('', { status: 302, headers: { location: 'http://10.0.0.1/' } }),
      safe: 'upstream',
    },
    { name: 'answers in HTML', answer: () => new Response('<p>Hi</p>'), safe: 'upstream' },
    {
      name: 'sends an endless error',
      answer: () =>
        new Response(
          new ReadableStream({ pull: (control) => control.enqueue(new Uint8Array(65_536)) }),
          { status: 500 },
        ),
      safe: 'upstream',
    },
    {
      name: 'cannot be reached',
      answer: () => Promise.reject(new TypeError('fetch failed')),
      safe: 'upstream',
    },
    ...[
      'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing',
      'You have reached your specified API usage limits. You will regain access on 2026-12-01',
    ].map((message) => ({
      name: `says "${message.slice(0, 31)}…"`,
      answer: () =>
        Response.json({ error: { type: 'invalid_request_error', message } }, { status: 400 }),
      safe: 'spend-capped',
    })),
    {
      name: 'has a lapsed account',
      answer: () => Response.json({ error: { type: 'billing_error' } }, { status: 400 }),
      safe: 'spend-capped',
    },
  ])('because it $name is a failure with fixed text', async ({ answer, safe }) => {
    const { fetch: answering } = upstreamOf(answer)
    const { proxy } = proxyOf({ upstream: { fetch: answering } })
    expect(await codeOf(await proxy(requestOf()))).toBe(safe)
  })

  it('whose key does not come in time is not asked', async () => {
    const upstream = upstreamOf(fine)
    const { proxy, events } = proxyOf({
      apiKey: () => new Promise<string>(() => {}),
      upstream: { fetch: upstream.fetch, timeouts: { connect: 10 } },
    })
    const response = await proxy(requestOf())
    expect([await codeOf(response), events.at(-1), upstream.sent]).toEqual([
      'upstream',
      expect.objectContaining({ reason: '`apiKey` gave no key in time' }),
      [],
    ])
  })

  it('to answer in time is given up', async () => {
    const silent = upstreamOf(
      ({ init }) =>
        new Promise((_, reject) => {
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        }),
    )
    const { proxy } = proxyOf({ upstream: { fetch: silent.fetch, timeouts: { connect: 10 } } })
    expect(await codeOf(await proxy(requestOf()))).toBe('overloaded')
  })
})
