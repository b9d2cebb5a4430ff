/** Whether one more request of a caller fits, and otherwise in how many seconds to try again. */
export type RateVerdict =
  { readonly ok: true } | { readonly ok: false; readonly retryAfter: number }

/** Counts requests. A store that cannot count rejects, and the proxy then refuses the request. */
export interface RateStore {
  /** Counts one request of `caller` against `count` in `seconds`, atomically. */
  take(
    caller: string,
    rate: { readonly count: number; readonly seconds: number },
  ): Promise<RateVerdict>
}
