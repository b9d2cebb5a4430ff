import { describe, expect, it } from 'vitest'
import { errorBodySchema, errorCodes, errorMessages } from '@glovebox/schema/protocol'

describe('an error body', () => {
  it('has a fixed text for every code', () => {
    expect(Object.keys(errorMessages)).toEqual([...errorCodes])
  })

  it.each([...errorCodes])('takes the code %s', (code) => {
    const body = { error: { code, message: errorMessages[code], retryAfter: 3 } }
    expect(errorBodySchema.safeParse(body)).toEqual({ success: true, data: body })
  })

  it.each([
    ['another code', { error: { code: 'constructor', message: 'x' } }],
    ['no message', { error: { code: 'cut' } }],
    ['a time in the past', { error: { code: 'cut', message: 'x', retryAfter: -1 } }],
    ['the upstream’s own form', { type: 'error', error: { type: 'api_error', message: 'x' } }],
  ])('refuses %s', (_name, body) => {
    expect(errorBodySchema.safeParse(body).success).toBe(false)
  })
})
