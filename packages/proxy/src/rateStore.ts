import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import type { RateStore } from './store.js'

type Rate = Parameters<RateStore['take']>[1]

/** Makes a store out of whatever limiter `createLimiter` gives for a rate, one limiter for each rate it meets. */
export function createRateStore(createLimiter: (rate: Rate) => RateLimiterAbstract): RateStore {
  const limiters = new Map<string, RateLimiterAbstract>()
  return {
    async take(caller, rate) {
      const name = `${rate.count}/${rate.seconds}`
      const limiter = limiters.get(name) ?? createLimiter(rate)
      limiters.set(name, limiter)
      try {
        await limiter.consume(caller)
        return { ok: true }
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason
        return { ok: false, retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) }
      }
    },
  }
}
