import type { DemoFailure } from './script.js'

/** Gives the HTTP answer of a failure: the wire's JSON error with its request id, or HTML. */
export function failureResponse(failure: DemoFailure, requestId: string): Response {
  if ('html' in failure) {
    // A gateway in front of the API answers: no request id, no JSON.
    const headers = { 'content-type': 'text/html; charset=UTF-8', ...failure.headers }
    return new Response(failure.html, { status: failure.status, headers })
  }
  const body = { type: 'error', error: failure.error, request_id: requestId }
  const headers = {
    'content-type': 'application/json',
    'request-id': requestId,
    'x-should-retry': failure.status === 429 || failure.status >= 500 ? 'true' : 'false',
    ...failure.headers,
  }
  return new Response(JSON.stringify(body), { status: failure.status, headers })
}
