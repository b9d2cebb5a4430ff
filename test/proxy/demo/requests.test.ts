import { createDemoUpstream } from '@glovebox/proxy/demo'
import { describe, expect, it } from 'vitest'
import { ask, bodyFor, headers, key } from './ask.js'

const upstream = createDemoUpstream({ speed: 0 })
const old = { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' }
const toolUse = { type: 'tool_use', id: 'toolu_1', name: 'show_weather', input: {} }
const user = { role: 'user', content: 'Hi' }

describe('credentials', () => {
  it.each([
    { name: 'take x-api-key with 2023-06-01', sent: { ...old, 'x-api-key': key }, status: 200 },
    { name: 'take a bearer token with 2026-10-21', sent: headers, status: 200 },
    { name: 'refuse 2023-06-01 without a key', sent: old, status: 401 },
    {
      name: 'refuse x-api-key with 2026-10-21',
      sent: { ...old, 'anthropic-version': '2026-10-21', 'x-api-key': key },
      status: 401,
    },
    { name: 'need a version', sent: { authorization: `Bearer ${key}` }, status: 400 },
    {
      name: 'need a known version',
      sent: { ...headers, 'anthropic-version': '2024-01-01' },
      status: 400,
    },
  ])('$name', async ({ sent, status }) => {
    expect((await ask(upstream, bodyFor('Hi'), { headers: sent })).status).toBe(status)
  })

  it('that are missing give the error of the wire', async () => {
    const response = await ask(upstream, bodyFor('Hi'), { headers: old })
    expect([await response.json(), response.headers.get('content-type')]).toEqual([
      {
        type: 'error',
        error: { type: 'authentication_error', message: 'x-api-key header is required' },
        request_id: response.headers.get('request-id'),
      },
      'application/json',
    ])
  })
})

describe('bodies', () => {
  it.each([
    { name: 'need messages', body: bodyFor('Hi', { messages: [] }) },
    { name: 'need max_tokens', body: bodyFor('Hi', { max_tokens: undefined }) },
    { name: 'need a whole number of tokens', body: bodyFor('Hi', { max_tokens: 1.5 }) },
    { name: 'hold no unknown key', body: bodyFor('Hi', { base_url: 'https://evil.test' }) },
    { name: 'hold no temperature with 2026-10-21', body: bodyFor('Hi', { temperature: 1 }) },
    { name: 'hold no empty message', body: bodyFor('') },
    {
      name: 'answer each tool_use',
      body: bodyFor('', { messages: [user, { role: 'assistant', content: [toolUse] }, user] }),
    },
    {
      name: 'answer no tool_use that is not there',
      body: bodyFor('', {
        messages: [
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: '' }] },
        ],
      }),
    },
    {
      name: 'hold no document of the assistant with 2026-10-21',
      body: bodyFor('', {
        messages: [user, { role: 'assistant', content: [{ type: 'document' }] }, user],
      }),
    },
    { name: 'are objects', body: 'Hi' },
  ])('$name', async ({ body }) => {
    const response = await ask(upstream, body)
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { type: 'error', error: { type: 'invalid_request_error' } },
    ])
  })

  it('may hold a temperature with 2023-06-01', async () => {
    const init = { headers: { ...old, 'x-api-key': key } }
    expect((await ask(upstream, bodyFor('Hi', { temperature: 1 }), init)).status).toBe(200)
  })

  it('that are no JSON are refused', async () => {
    expect((await ask(upstream, '', { body: '{' })).status).toBe(400)
  })

  it('over 32 MB are refused', async () => {
    const body = ' '.repeat(32 * 1024 * 1024 + 1)
    expect((await ask(upstream, '', { body })).status).toBe(413)
  })

  it('are kept for tests to look at', async () => {
    const fresh = createDemoUpstream({ speed: 0 })
    await ask(fresh, bodyFor('Hi'))
    expect(fresh.stats().requests).toEqual([bodyFor('Hi')])
  })
})

describe('failures', () => {
  it.each([
    { name: 'rate-limited', status: 429, retryAfter: '7', details: undefined },
    {
      name: 'spend-capped',
      status: 429,
      retryAfter: null,
      details: { error_code: 'enforced_spend_limit_reached' },
    },
    { name: 'overloaded', status: 529, retryAfter: null, details: undefined },
  ])('$name has its status and headers', async ({ name, status, retryAfter, details }) => {
    const response = await ask(upstream, bodyFor(`#${name}`))
    const body: unknown = await response.json()
    expect([response.status, response.headers.get('retry-after'), body]).toMatchObject([
      status,
      retryAfter,
      { error: details === undefined ? {} : { details } },
    ])
  })

  it('of a gateway are HTML', async () => {
    const response = await ask(upstream, bodyFor('#bad-gateway-html'))
    expect([response.status, response.headers.get('content-type')]).toEqual([
      502,
      'text/html; charset=UTF-8',
    ])
  })
})
