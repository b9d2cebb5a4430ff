import type { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'
import { createRateStore } from './rateStore.js'
import type { RateStore } from './store.js'

/**
 * Makes a store that counts in Redis, for several processes behind one address. `keyPrefix` is `glovebox` by default.
 * While Redis cannot be reached the proxy refuses requests: a limit that cannot be checked stays closed.
 */
export function redisStore(
  client: Redis,
  { keyPrefix = 'glovebox' }: { readonly keyPrefix?: string } = {},
): RateStore {
  return createRateStore(
    ({ count, seconds }) =>
      new RateLimiterRedis({
        storeClient: client,
        keyPrefix: `${keyPrefix}:${count}:${seconds}`,
        points: count,
        duration: seconds,
        rejectIfRedisNotReady: true,
      }),
  )
}
