import { redisStore } from '@glovebox/proxy/redis'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, it } from 'vitest'
import { proxyOf, requestOf } from './post.js'

const url = process.env['GLOVEBOX_TEST_REDIS_URL']
if (url === undefined || url === '') {
  throw new Error(
    'GLOVEBOX_TEST_REDIS_URL is not set. `pnpm test` starts a Redis and sets it; by hand, give the address of one that the tests may use, as in redis://127.0.0.1:6379',
  )
}
const clients: Redis[] = []
afterAll(() => {
  for (const client of clients) client.disconnect()
})

/** A connection of its own, as another process would have. */
function connect(address: string): Redis {
  const client = new Redis(address, { retryStrategy: () => null, lazyConnect: true })
  client.on('error', () => {})
  clients.push(client)
  return client
}

async function connected(address: string): Promise<Redis> {
  const client = connect(address)
  await client.connect()
  return client
}

const limits = { requests: { count: 3, seconds: 60 } }

describe('redisStore', () => {
  it('counts a caller across processes, also at once', async () => {
    const keyPrefix = `glovebox-test-${process.pid}-${Date.now()}`
    const proxies = await Promise.all(
      [1, 2].map(async () => {
        const store = redisStore(await connected(url), { keyPrefix })
        return proxyOf({ limits, store }).proxy
      }),
    )
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, index) => proxies[index % 2]?.(requestOf())),
    )
    expect(responses.map((response) => response?.status).toSorted()).toEqual([
      200, 200, 200, 429, 429, 429, 429, 429, 429, 429,
    ])
  })

  it('says in how many seconds to try again', async () => {
    const store = redisStore(await connected(url), { keyPrefix: `glovebox-test-${Date.now()}-b` })
    const rate = { count: 1, seconds: 30 }
    expect([await store.take('ada', rate), await store.take('ada', rate)]).toEqual([
      { ok: true },
      { ok: false, retryAfter: 30 },
    ])
  })

  it('forgets a caller when the time is over', async () => {
    const client = await connected(url)
    const keyPrefix = `glovebox-test-${Date.now()}-c`
    await redisStore(client, { keyPrefix }).take('ada', { count: 1, seconds: 30 })
    const [name = ''] = await client.keys(`${keyPrefix}*`)
    expect(await client.ttl(name)).toBeGreaterThan(25)
  })

  it('refuses requests while Redis cannot be reached', async () => {
    const { proxy } = proxyOf({ limits, store: redisStore(connect('redis://127.0.0.1:1')) })
    expect((await proxy(requestOf())).status).toBe(502)
  })
})
