import type { DemoFailure, DemoScript } from '../script.js'

/** Too many requests: worth another try after `retry-after` seconds. */
export const rateLimited: DemoScript = failure('rate-limited', 'Too many requests (429)', {
  type: 'failure',
  status: 429,
  headers: {
    'retry-after': '7',
    'anthropic-ratelimit-requests-limit': '50',
    'anthropic-ratelimit-requests-remaining': '0',
  },
  error: {
    type: 'rate_limit_error',
    message: 'This request would exceed the rate limit of your organization (org-demo).',
  },
})

/** The spend cap: also 429, but without `retry-after`, and no retry helps before next month. */
export const spendCapped: DemoScript = failure('spend-capped', 'Spend cap reached (429)', {
  type: 'failure',
  status: 429,
  error: {
    type: 'rate_limit_error',
    message: 'Your organization (org-demo) has reached its spend limit.',
    details: { error_code: 'enforced_spend_limit_reached' },
  },
})

/** The API is overloaded for everybody. */
export const overloaded: DemoScript = failure('overloaded', 'Overloaded (529)', {
  type: 'failure',
  status: 529,
  error: { type: 'overloaded_error', message: 'Overloaded' },
})

/** The key is wrong or was revoked. */
export const unauthorized: DemoScript = failure('unauthorized', 'Wrong key (401)', {
  type: 'failure',
  status: 401,
  error: { type: 'authentication_error', message: 'invalid x-api-key' },
})

/** The API does not take the request. */
export const invalidRequest: DemoScript = failure('invalid-request', 'Invalid request (400)', {
  type: 'failure',
  status: 400,
  error: { type: 'invalid_request_error', message: 'prompt is too long: 1200000 tokens' },
})

/** The request is larger than the API allows. */
export const tooLarge: DemoScript = failure('too-large', 'Request too large (413)', {
  type: 'failure',
  status: 413,
  error: { type: 'request_too_large', message: 'Request exceeds the maximum size' },
})

/** A gateway on the way fails and answers in HTML. */
export const badGatewayHtml: DemoScript = failure('bad-gateway-html', 'Bad gateway (502, HTML)', {
  type: 'failure',
  status: 502,
  html: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><img src="https://gateway.test/logo.png"></body></html>',
})

function failure(name: string, title: string, reply: DemoFailure): DemoScript {
  return { name, title, prompt: `Please fail: ${title}`, kind: 'failure', reply }
}
