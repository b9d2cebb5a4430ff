import {
  errorBodySchema,
  errorCodes,
  errorMessages,
  type ErrorCode,
} from '@glovebox/schema/protocol'

/** Why a turn is no whole answer. `message` is fixed text; `retryAt` is a time in milliseconds, as of `Date.now()`. */
export interface ChatError {
  readonly code: ErrorCode
  readonly message: string
  readonly retryAt?: number | undefined
}

/** The most characters of an error's body that are read. */
const longestBody = 64 * 1024

/** The longest wait that is believed, in seconds. */
const longestWait = 24 * 60 * 60

/** Makes the error of a code. */
export function createError(code: ErrorCode, retryAfter?: number): ChatError {
  const message = errorMessages[code]
  if (retryAfter === undefined || !(retryAfter >= 0)) return { code, message }
  return { code, message, retryAt: Date.now() + Math.min(retryAfter, longestWait) * 1000 }
}

/** Reads the error of a response that is no answer. Its text is looked at for a code and goes no further. */
export async function readError(response: Response): Promise<ChatError> {
  const isJson = mediaType(response) === 'application/json'
  const unsafeText = isJson ? await readStart(response) : undefined
  const result = errorBodySchema.safeParse(parseJson(unsafeText))
  if (result.success) return createError(result.data.error.code, result.data.error.retryAfter)
  if (!isJson) await response.body?.cancel().catch(() => {})
  return createError(codeOfStatus(response.status))
}

/** Gives the code of an `error` event: the one our proxy adds, or else the one its type stands for. */
export function codeOfErrorEvent(unsafeError: Readonly<Record<string, unknown>>): ErrorCode {
  const code = errorCodes.find((known) => known === unsafeError['code'])
  if (code !== undefined) return code
  if (unsafeError['type'] === 'overloaded_error') return 'overloaded'
  if (unsafeError['type'] === 'rate_limit_error') return 'rate-limited'
  return 'upstream'
}

/** Gives a response's media type without its parameters. */
export function mediaType(response: Response): string {
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';')
  return type.trim().toLowerCase()
}

/** What stands before the proxy (a sign-in, a server's size limit) answers in words of its own, but by status. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'unauthorized'
  if (status === 413) return 'too-large'
  if (status === 429) return 'rate-limited'
  return 'upstream'
}

async function readStart(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader()
  if (reader === undefined) return undefined
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true })
      if (text.length > longestBody) {
        await reader.cancel()
        return undefined
      }
    }
    return text + decoder.decode()
  } catch {
    return undefined
  }
}

function parseJson(unsafeText: string | undefined): unknown {
  try {
    return unsafeText === undefined ? undefined : JSON.parse(unsafeText)
  } catch {
    return undefined
  }
}
