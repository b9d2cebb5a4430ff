import { RateLimiterMemory } from 'rate-limiter-flexible'
import { createRateStore } from './rateStore.js'
import type { RateStore } from './store.js'

/** Makes a store that counts in this process's memory: right for one process, not for several behind one address. */
export function memoryStore(): RateStore {
  return createRateStore(
    ({ count, seconds }) => new RateLimiterMemory({ points: count, duration: seconds }),
  )
}
