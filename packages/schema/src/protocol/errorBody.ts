import * as z from 'zod'

/** Every way in which a turn can fail, the same from the proxy to the screen. */
export const errorCodes = [
  'rate-limited',
  'spend-capped',
  'overloaded',
  'unauthorized',
  'blocked',
  'invalid-request',
  'too-large',
  'refused',
  'truncated',
  'cut',
  'aborted',
  'offline',
  'upstream',
] as const

/** One of `errorCodes`. */
export type ErrorCode = (typeof errorCodes)[number]

/** The fixed text for each code. Nothing that the upstream or the model wrote is ever part of it. */
export const errorMessages: Readonly<Record<ErrorCode, string>> = Object.freeze({
  'rate-limited': 'Too many requests at once',
  'spend-capped': 'The spending limit for this service is reached',
  overloaded: 'Claude is overloaded at the moment',
  unauthorized: 'You are not signed in or may not use this service',
  blocked: 'The request was blocked by a rule of this service',
  'invalid-request': 'The request was not understood',
  'too-large': 'The request is too large',
  refused: 'Claude declined to answer',
  truncated: 'The answer reached its length limit',
  cut: 'The connection ended before the answer did',
  aborted: 'The answer was stopped',
  offline: 'The service cannot be reached',
  upstream: 'The service behind this app failed',
})

/** The body of every error response of the proxy; `retryAfter` is in seconds. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    retryAfter: z.number().nonnegative().optional(),
  }),
})

/** The body of an error response of the proxy. */
export type ErrorBody = z.infer<typeof errorBodySchema>
