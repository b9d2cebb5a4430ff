import { createDemoUpstream, demoScripts } from '@glovebox/proxy/demo'
import { describe, expect, it, vi } from 'vitest'
import { eventStream, key, proxyOf, requestOf, start, upstreamOf, wire } from './post.js'

/** Everything that leaves a proxy for one request: status, headers, body, events and what it wrote to the console. */
async function allOf(request: Request, config: Parameters<typeof proxyOf>[0]): Promise<string> {
  const written: unknown[] = []
  const log = vi.spyOn(console, 'error').mockImplementation((...words) => written.push(words))
  const { proxy, events } = proxyOf(config)
  const response = await proxy(request)
  const text = await response.text()
  log.mockRestore()
  return JSON.stringify([response.status, [...response.headers], text, events, written])
}

const echoed = { type: 'authentication_error', message: `invalid x-api-key: ${key}` }
const headers = { 'x-echo': key, 'set-cookie': `k=${key}` }

describe('the key', () => {
  it.each([
    {
      name: 'an error of the upstream that repeats it',
      answer: () => Response.json({ type: 'error', error: echoed }, { status: 401, headers }),
    },
    {
      name: 'an error type that is the key',
      answer: () => Response.json({ error: { ...echoed, type: key } }, { status: 400, headers }),
    },
    {
      name: 'an HTML page that repeats it',
      answer: () => new Response(`<p>${key}</p>`, { status: 502, headers }),
    },
    {
      name: 'a failing connection that repeats it',
      answer: () => Promise.reject(new Error(`Header ${key} is invalid`)),
    },
    {
      name: 'an error event that repeats it',
      answer: () => eventStream(wire(start, { type: 'error', error: echoed })),
    },
    {
      name: 'an error event whose type is the key',
      answer: () => eventStream(wire(start, { type: 'error', error: { ...echoed, type: key } })),
    },
    {
      name: 'a stream whose start repeats it',
      answer: () => {
        const message = { ...start.message, container: { id: key }, diagnostics: key }
        return eventStream(wire({ ...start, message, debug: key }))
      },
    },
    {
      name: 'a redirect that repeats it',
      answer: () =>
        new Response('', { status: 307, headers: { location: `https://evil.test/${key}` } }),
    },
  ])('never leaves through $name', async ({ answer }) => {
    const upstream = upstreamOf(answer)
    const left = await allOf(requestOf(), { upstream: { fetch: upstream.fetch } })
    expect([new Headers(upstream.sent[0]?.init.headers).get('x-api-key'), left]).toEqual([
      key,
      expect.not.stringContaining(key),
    ])
  })

  it.each(demoScripts.filter(({ name }) => name !== 'stall').map(({ name }) => name))(
    'never leaves through the script %s',
    async (name) => {
      const { fetch } = createDemoUpstream({ speed: 0 })
      const request = requestOf({ messages: [{ role: 'user', content: `#${name}` }] })
      expect(await allOf(request, { upstream: { fetch } })).not.toContain(key)
    },
  )

  it('that a browser sends is told to nobody', async () => {
    const body = { messages: [{ role: 'user', content: key }] }
    expect(await allOf(requestOf(body), {})).not.toContain(key)
  })
})

describe('an event', () => {
  it('holds no word of a conversation', async () => {
    const { fetch } = createDemoUpstream({ speed: 0 })
    const { proxy, events } = proxyOf({ upstream: { fetch } })
    const body = { messages: [{ role: 'user', content: 'My secret is Rumpelstiltskin' }] }
    await (await proxy(requestOf(body))).text()
    expect(events).toEqual([
      { type: 'started', caller: 'ada', model: 'claude-demo', maxTokens: 4096 },
      {
        type: 'ended',
        caller: 'ada',
        outcome: 'complete',
        inputTokens: expect.any(Number),
        outputTokens: expect.any(Number),
      },
    ])
  })

  it('listener that throws takes no answer with it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { proxy } = proxyOf({
      onEvent: () => {
        throw new Error('The log is full')
      },
    })
    expect(await (await proxy(requestOf())).text()).toContain('message_stop')
    log.mockRestore()
  })
})
