import { describe, expect, it } from 'vitest'
import { codeOf, proxyOf, requestOf } from './post.js'

const partner = { origin: 'https://partner.test', 'sec-fetch-site': 'cross-site' }

describe('a request', () => {
  it.each([
    { name: 'of a page of the same origin', headers: {} },
    { name: 'of an older browser', headers: { 'sec-fetch-site': null } },
    { name: 'of a listed origin', headers: partner },
    {
      name: 'of a listed origin on the same site',
      headers: { origin: 'https://partner.test', 'sec-fetch-site': 'same-site' },
    },
    {
      name: 'of the public origin in front of an inner one',
      headers: { origin: 'https://partner.test', 'sec-fetch-site': 'same-origin' },
    },
  ])('$name is answered', async ({ headers }) => {
    const { proxy } = proxyOf({ origins: ['self', 'https://partner.test'] })
    expect((await proxy(requestOf(undefined, headers))).status).toBe(200)
  })

  it.each([
    { name: 'without an origin', headers: { origin: null } },
    { name: 'of a sandboxed frame', headers: { origin: 'null' } },
    { name: 'of another origin', headers: { origin: 'https://evil.test' } },
    { name: 'of another scheme', headers: { origin: 'http://app.test' } },
    { name: 'of another port', headers: { origin: 'https://app.test:8443' } },
    {
      name: 'of a name that begins alike',
      headers: { origin: 'https://partner.test.evil.test' },
    },
    { name: 'from nowhere', headers: { 'sec-fetch-site': 'none' } },
    {
      name: 'whose own origin is said to be another site',
      headers: { 'sec-fetch-site': 'cross-site' },
    },
    {
      name: 'whose own origin is said to be another origin',
      headers: { 'sec-fetch-site': 'same-site' },
    },
  ])('$name is blocked, and no header lets it be read', async ({ headers }) => {
    const { proxy } = proxyOf({ origins: ['self', 'https://partner.test'] })
    const response = await proxy(requestOf(undefined, headers))
    expect([
      response.status,
      response.headers.get('access-control-allow-origin'),
      await codeOf(response),
    ]).toEqual([403, null, 'blocked'])
  })

  it('of the own origin is blocked where only others are listed', async () => {
    const { proxy } = proxyOf({ origins: ['https://partner.test'] })
    expect((await proxy(requestOf())).status).toBe(403)
  })

  it('of a listed origin gets an answer that only this origin can read', async () => {
    const { proxy } = proxyOf({ origins: ['https://partner.test'] })
    const { headers } = await proxy(requestOf(undefined, partner))
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([
      'https://partner.test',
      'origin',
    ])
  })

  it.each(['GET', 'PUT', 'DELETE'])('by %s is refused', async (method) => {
    const { proxy } = proxyOf()
    const body = method === 'GET' ? null : '{}'
    expect(await codeOf(await proxy(requestOf('', {}, { method, body })))).toBe('invalid-request')
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', null])(
    'of the content type %s, which a form could send, is refused',
    async (type) => {
      const { proxy } = proxyOf()
      const response = await proxy(requestOf(undefined, { 'content-type': type }))
      expect(await codeOf(response)).toBe('invalid-request')
    },
  )
})

describe('a preflight', () => {
  const init = { method: 'OPTIONS', body: null }

  it('of a listed origin is told what it may send', async () => {
    const { proxy } = proxyOf({ origins: ['https://partner.test'] })
    const response = await proxy(requestOf('', partner, init))
    expect([response.status, Object.fromEntries(response.headers)]).toEqual([
      204,
      {
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers': 'content-type, authorization, x-csrf-token',
        'access-control-allow-methods': 'POST',
        'access-control-allow-origin': 'https://partner.test',
        'access-control-expose-headers': 'retry-after',
        'access-control-max-age': '600',
        vary: 'origin',
      },
    ])
  })

  it('of another origin is blocked', async () => {
    const { proxy } = proxyOf({ origins: ['self'] })
    const response = await proxy(requestOf('', partner, init))
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      403,
      null,
    ])
  })
})
