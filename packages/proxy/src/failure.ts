import { errorMessages, type ErrorBody, type ErrorCode } from '@glovebox/schema/protocol'

/** A request that ends here. `code` is for the browser; `reason` is for `onEvent` and stays on the server. */
export interface Failure {
  readonly ok: false
  readonly code: ErrorCode
  readonly reason: string
  readonly retryAfter?: number | undefined
  /** The upstream's HTTP status, where it had one. */
  readonly status?: number
}

/** Makes a failure. */
export function failure(
  code: ErrorCode,
  reason: string,
  details: { readonly retryAfter?: number | undefined; readonly status?: number } = {},
): Failure {
  return { ok: false, code, reason, ...details }
}

const statuses: Readonly<Record<ErrorCode, number>> = {
  'rate-limited': 429,
  'spend-capped': 402,
  overloaded: 503,
  unauthorized: 401,
  blocked: 403,
  'invalid-request': 400,
  'too-large': 413,
  refused: 422,
  truncated: 422,
  cut: 502,
  aborted: 499,
  offline: 502,
  upstream: 502,
}

/** Turns a failure into the response for the browser: a code, a fixed text and the time to wait, nothing else. */
export function failureResponse({ code, retryAfter }: Failure): Response {
  const body: ErrorBody = {
    error: {
      code,
      message: errorMessages[code],
      ...(retryAfter === undefined ? {} : { retryAfter }),
    },
  }
  return Response.json(body, {
    status: statuses[code],
    headers: {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter)) }),
    },
  })
}
