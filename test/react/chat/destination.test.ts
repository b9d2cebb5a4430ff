import { createChat } from '@glovebox/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, fakeFetch, text, toolUse } from './sse.js'

/** Put together here, so that no file of the project holds a key. */
const fakeKey = `sk-${'ant'}-api03-${'a1B2'.repeat(12)}`

afterEach(() => {
  vi.unstubAllGlobals()
})

function codeOf(create: () => unknown): unknown {
  try {
    create()
    return 'created'
  } catch (error) {
    return error instanceof Error ? [error.name, Reflect.get(error, 'code')] : error
  }
}

const refused = ['GloveboxReactError', 'invalid-endpoint']
const ownOrigins = ['https://api.example.com', 'http://localhost:8787']

const endpoints = [
  { name: 'a path', unsafe: '/api/claude', safe: 'created' },
  { name: 'a path with a query', unsafe: '/api/claude?v=1', safe: 'created' },
  { name: 'a URL on an own origin', unsafe: 'https://api.example.com/claude', safe: 'created' },
  {
    name: 'a URL on an own origin with a port',
    unsafe: 'http://localhost:8787/c',
    safe: 'created',
  },
  { name: 'an empty text', unsafe: '', safe: refused },
  { name: 'a relative path', unsafe: 'api/claude', safe: refused },
  { name: 'another origin', unsafe: 'https://evil.test/api', safe: refused },
  { name: 'the API itself', unsafe: 'https://api.anthropic.com/v1/messages', safe: refused },
  { name: 'another port', unsafe: 'https://api.example.com:8443/claude', safe: refused },
  { name: 'another scheme', unsafe: 'http://api.example.com/claude', safe: refused },
  { name: 'a longer host', unsafe: 'https://api.example.com.evil.test/', safe: refused },
  {
    name: 'credentials before another host',
    unsafe: 'https://api.example.com@evil.test/',
    safe: refused,
  },
  { name: 'credentials', unsafe: 'https://u:p@api.example.com/', safe: refused },
  { name: 'two slashes', unsafe: '//evil.test/api', safe: refused },
  { name: 'a slash and a backslash', unsafe: '/\\evil.test/api', safe: refused },
  { name: 'a tab between two slashes', unsafe: '/\t/evil.test/api', safe: refused },
  { name: 'a line break between two slashes', unsafe: '/\n/evil.test/api', safe: refused },
  { name: 'two slashes behind dots', unsafe: '/..//evil.test/api', safe: refused },
  { name: 'a leading blank', unsafe: ' https://evil.test/', safe: refused },
  { name: 'a fragment', unsafe: '/api#x', safe: refused },
  { name: 'a script', unsafe: 'javascript:alert(1)', safe: refused },
  { name: 'data', unsafe: 'data:text/event-stream,x', safe: refused },
]

describe('the endpoint of a chat', () => {
  it.each(endpoints.filter(({ safe }) => safe === 'created'))('may be $name', ({ unsafe }) => {
    expect(codeOf(() => createChat({ endpoint: unsafe, ownOrigins }))).toBe('created')
  })

  it.each(endpoints.filter(({ safe }) => safe === refused))('is not $name', ({ unsafe }) => {
    expect(codeOf(() => createChat({ endpoint: unsafe, ownOrigins }))).toEqual(refused)
  })

  it.each([
    { name: 'a key', unsafe: `/api?key=${fakeKey}` },
    { name: 'a percent-encoded key', unsafe: `/api?k=%73k-${'ant'}%2Dapi03-x` },
    { name: 'the name of the key header', unsafe: '/api?X-Api-Key=1' },
  ])('never holds $name', ({ unsafe }) => {
    const verdict = codeOf(() => createChat({ endpoint: unsafe }))
    expect(verdict).toEqual(['GloveboxReactError', 'key-in-browser'])
  })

  it.each([
    '*',
    'api.example.com',
    'https://api.example.com/',
    'https://api.example.com/path',
    'https://*.example.com',
    'ftp://example.com',
    'null',
    'https://api.anthropic.com',
  ])('does not take %s as an own origin', (origin) => {
    const verdict = codeOf(() => createChat({ endpoint: '/api', ownOrigins: [origin] }))
    expect(verdict).toEqual(['GloveboxReactError', 'invalid-option'])
  })
})

describe('the headers of a chat', () => {
  const rows = [
    { name: 'x-api-key', unsafe: { 'X-Api-Key': 'anything' } },
    { name: 'a header of the API', unsafe: { 'anthropic-version': '2026-10-21' } },
    { name: 'a key as bearer', unsafe: { Authorization: `Bearer ${fakeKey}` } },
    { name: 'any kind of sk- key as bearer', unsafe: { authorization: `bearer  sk-${'proj'}-1` } },
    { name: 'a key in any header', unsafe: { 'x-session': fakeKey } },
    { name: 'a bare sk- key', unsafe: { 'x-session': `sk-${'a1b2c3d4e5'}` } },
  ]

  it.each(rows)('never hold $name', ({ unsafe }) => {
    const verdict = codeOf(() => createChat({ endpoint: '/api', headers: { ...unsafe } }))
    expect(verdict).toEqual(['GloveboxReactError', 'key-in-browser'])
  })

  it.each(rows)('made by a function send nothing with $name', async ({ unsafe }) => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'x')))
    const chat = createChat({ endpoint: '/api', fetch, headers: () => ({ ...unsafe }) })
    await chat.send('hello')
    expect([asked, chat.getState().error?.code]).toEqual([[], 'blocked'])
  })

  it.each([
    { name: 'a session token', unsafe: { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x' } },
    { name: 'Slovak', unsafe: { 'accept-language': 'sk-SK,sk;q=0.9' } },
  ])('may hold $name', ({ unsafe }) => {
    expect(codeOf(() => createChat({ endpoint: '/api', headers: { ...unsafe } }))).toBe('created')
  })

  it('cannot change what is sent and asked for', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'x')))
    const headers = { 'Content-Type': 'text/plain', Accept: '*/*', 'x-csrf': '1' }
    await createChat({ endpoint: '/api', fetch, headers }).send('hello')
    expect(asked[0]?.init.headers).toEqual({
      'x-csrf': '1',
      accept: 'text/event-stream',
      'content-type': 'application/json',
    })
  })
})

describe('a request', () => {
  it('follows no redirect, sends no cookie elsewhere and stays on its origin', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'x')))
    await createChat({ endpoint: '/api/claude', fetch }).send('hello')
    const { redirect, credentials, mode, method } = asked[0]?.init ?? {}
    expect({ url: asked[0]?.url, redirect, credentials, mode, method }).toEqual({
      url: '/api/claude',
      redirect: 'error',
      credentials: 'same-origin',
      mode: 'same-origin',
      method: 'POST',
    })
  })

  it('goes to the page’s own origin whatever the base of its addresses is', async () => {
    vi.stubGlobal('origin', 'https://app.test')
    const { fetch, asked } = fakeFetch(answer(text(0, 'x')))
    await createChat({ endpoint: '/api/../api/claude?v=1', fetch }).send('hello')
    expect(asked[0]?.url).toBe('https://app.test/api/claude?v=1')
  })

  it('is not sent from a page without an origin', async () => {
    vi.stubGlobal('origin', 'null')
    const { fetch, asked } = fakeFetch(answer(text(0, 'x')))
    const chat = createChat({ endpoint: '/api', fetch })
    await chat.send('hello')
    expect([asked, chat.getState().error?.code]).toEqual([[], 'blocked'])
  })

  it('is not sent with a key in the user’s text, and the turn does not block the next one', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'x')))
    const chat = createChat({ endpoint: '/api', fetch })
    await chat.send(`My key is ${fakeKey}.`)
    const code = chat.getState().error?.code
    await chat.send('hello')
    expect([code, asked.map(({ body }) => body)]).toEqual([
      'blocked',
      [{ messages: [{ role: 'user', content: [{ type: 'text', text: 'hello' }] }] }],
    ])
  })

  it('is sent when the user writes about keys', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'x')))
    await createChat({ endpoint: '/api', fetch }).send('Does sk-ant-… go into x-api-key?')
    expect(asked.length).toBe(1)
  })

  it('cuts a key out of Claude’s earlier words', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, `Set ${fakeKey}!`)), answer(text(0, 'x')))
    const chat = createChat({ endpoint: '/api', fetch })
    await chat.send('How?')
    await chat.send('Thanks')
    expect(asked[1]?.body).toMatchObject({
      messages: [{}, { content: [{ type: 'text', text: 'Set sk-ant-…!' }] }, {}],
    })
  })

  it('is not stopped by a key that Claude hid in a call with escapes, or in its id', async () => {
    const escaped = fakeKey.replace('s', String.raw`\u0073`)
    const calls = [...toolUse(0, 't1', `{"a":"${escaped}"}`), ...toolUse(1, fakeKey, '{}')]
    const { fetch, asked } = fakeFetch(answer(calls), answer(text(0, 'x')))
    const chat = createChat({ endpoint: '/api', fetch })
    await chat.send('How?')
    await chat.send('Thanks')
    expect(asked[1]?.body).toMatchObject({
      messages: [{}, { content: [{ id: 't1', input: { a: 'sk-ant-…' } }] }, {}],
    })
  })
})
