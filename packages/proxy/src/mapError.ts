import * as z from 'zod'
import type { ErrorCode } from '@glovebox/schema/protocol'
import { failure, type Failure } from './failure.js'
import { readRetryAfter } from './readRetryAfter.js'

const upstreamError = z.object({
  error: z.object({
    type: z.string(),
    message: z.string().nullish(),
    details: z.object({ error_code: z.string().nullish() }).nullish(),
  }),
})

/** A spent balance and a limit of one's own come as 400 `invalid_request_error` and differ by their words alone. */
const unpaid = /^your credit balance is too low|^you have reached your specified api usage limits/i

/** The most of an error's body that is read; it is looked at for its type and cause only. */
const mostBytes = 64 * 1024

/** Turns an upstream's refusal into one of ours. Its text is read for its type and cause and goes no further. */
export async function mapError(response: Response): Promise<Failure> {
  const { type, isUnpaid } = await readError(response)
  const { status } = response
  const retryAfter = readRetryAfter(response.headers.get('retry-after'))
  const reason = `The upstream answered ${status} ${type ?? 'without an error type'}`
  return failure(codeOf(status, type, isUnpaid), reason, { status, retryAfter })
}

/** The code for an `error` event inside a stream. */
export function codeOfErrorType(type: string): ErrorCode {
  if (type === 'overloaded_error') return 'overloaded'
  if (type === 'rate_limit_error') return 'rate-limited'
  return 'upstream'
}

function codeOf(status: number, type: string | undefined, isUnpaid = false): ErrorCode {
  if (isUnpaid || status === 402 || type === 'billing_error') return 'spend-capped'
  if (status === 429) return 'rate-limited'
  if (status === 529 || status === 503 || status === 504) return 'overloaded'
  if (status === 400) return 'invalid-request'
  if (status === 413) return 'too-large'
  // 401 and 403 are about our key, not about the reader's session.
  return 'upstream'
}

async function readError(response: Response): Promise<{ type?: string; isUnpaid?: boolean }> {
  try {
    const unsafeText = await readStart(response)
    const result = upstreamError.safeParse(JSON.parse(unsafeText))
    if (!result.success) return {}
    const { type, message, details } = result.data.error
    return {
      type: /^[a-z_]{1,40}$/.test(type) ? type : 'of an unknown type',
      // The API's cap has the status of a rate limit, though waiting does not help.
      isUnpaid:
        details?.error_code === 'enforced_spend_limit_reached' || unpaid.test(message ?? ''),
    }
  } catch {
    return {}
  }
}

async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true })
    if (text.length > mostBytes) {
      await reader.cancel()
      break
    }
  }
  return text
}
