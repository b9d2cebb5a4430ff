import { memoryStore } from '@glovebox/proxy'
import { expect, it } from 'vitest'
import { codeOf, proxyOf, requestOf } from './post.js'

const limits = { requests: { count: 2, seconds: 60 } }

it('refuses a caller’s next request over the limit and says when to try again', async () => {
  const { proxy } = proxyOf({ limits })
  await proxy(requestOf())
  await proxy(requestOf())
  const response = await proxy(requestOf())
  const retryAfter = Number(response.headers.get('retry-after'))
  expect([response.status, await codeOf(response)]).toEqual([429, 'rate-limited'])
  expect(retryAfter).toBeGreaterThan(50)
  expect(retryAfter).toBeLessThanOrEqual(60)
})

it('counts each caller apart', async () => {
  const { proxy } = proxyOf({
    limits: { requests: { count: 1, seconds: 60 } },
    authenticate: (request) => ({ id: request.headers.get('x-user') ?? 'nobody' }),
  })
  const statuses = []
  for (const user of ['ada', 'ben', 'ada']) {
    statuses.push((await proxy(requestOf(undefined, { 'x-user': user }))).status)
  }
  expect(statuses).toEqual([200, 200, 429])
})

it('counts refused bodies, too', async () => {
  const { proxy } = proxyOf({ limits })
  await proxy(requestOf('no JSON'))
  await proxy(requestOf('no JSON'))
  expect((await proxy(requestOf())).status).toBe(429)
})

it('counts across the proxies that have one store', async () => {
  const store = memoryStore()
  const one = proxyOf({ limits, store })
  const other = proxyOf({ limits, store })
  await Promise.all([one.proxy(requestOf()), other.proxy(requestOf())])
  expect((await other.proxy(requestOf())).status).toBe(429)
})

it('lets no more through when many come at once', async () => {
  const { proxy } = proxyOf({ limits: { requests: { count: 5, seconds: 60 } } })
  const responses = await Promise.all(Array.from({ length: 20 }, () => proxy(requestOf())))
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(5)
})

it('refuses every request while the store cannot count', async () => {
  const store = { take: () => Promise.reject(new Error('The store is down')) }
  const { proxy, events } = proxyOf({ store })
  expect(await codeOf(await proxy(requestOf()))).toBe('upstream')
  expect(events).toEqual([
    { type: 'refused', code: 'upstream', reason: 'The store cannot count', caller: 'ada' },
  ])
})
