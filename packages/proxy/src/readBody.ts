import { chatRequestSchema, textHoldsKey, type ChatRequest } from '@glovebox/schema/protocol'
import type { ProxyLimits } from './config.js'
import { failure, type Failure } from './failure.js'

/** A request that has the shape of the protocol and fits the limits. */
export type BodyVerdict = { readonly ok: true; readonly value: ChatRequest } | Failure

/** The deepest nesting a tool's input may have; zod and JSON would go further, the upstream has no use for it. */
const deepest = 64

/** Reads a request's body: bounded while it arrives, then as JSON, then by the protocol's schema. Never throws. */
export async function readBody(request: Request, limits: ProxyLimits): Promise<BodyVerdict> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    return failure('invalid-request', 'The content type is not application/json')
  }
  const unsafeText = await readText(request, limits.bodyBytes)
  if (typeof unsafeText !== 'string') return unsafeText
  const unsafe = parseJson(unsafeText)
  if (!unsafe.ok) return unsafe
  // Written anew, so that no escape in the text (`\u0073k-ant-`) hides a key.
  if (textHoldsKey(JSON.stringify(unsafe.value))) {
    return failure('blocked', 'The body holds what looks like an API key')
  }
  const result = chatRequestSchema.safeParse(unsafe.value)
  if (!result.success) {
    const { path, code } = result.error.issues[0] ?? { path: [], code: 'custom' }
    return failure(
      'invalid-request',
      `The body does not fit the protocol (${code}, depth ${path.length})`,
    )
  }
  return checkSize(result.data, limits)
}

async function readText(request: Request, most: number): Promise<string | Failure> {
  if (Number(request.headers.get('content-length') ?? 0) > most) {
    return failure('too-large', 'The body is over `limits.bodyBytes`')
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  let text = ''
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  try {
    reader = request.body?.getReader()
    if (reader === undefined) return ''
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.byteLength
      if (bytes > most) {
        return failure('too-large', 'The body is over `limits.bodyBytes`')
      }
      text += decoder.decode(part.value, { stream: true })
    }
    return text + decoder.decode()
  } catch {
    return failure('invalid-request', 'The body could not be read as UTF-8')
  } finally {
    reader?.cancel().catch(() => {})
  }
}

function parseJson(unsafeText: string): { readonly ok: true; readonly value: unknown } | Failure {
  if (depthOf(unsafeText) > deepest)
    return failure('too-large', `The body nests over ${deepest} levels`)
  try {
    return { ok: true, value: JSON.parse(unsafeText) }
  } catch {
    return failure('invalid-request', 'The body is not JSON')
  }
}

/** How deep a JSON text nests, counted without parsing it: the validator's own recursion ends at a thousand levels. */
function depthOf(json: string): number {
  let depth = 0
  let most = 0
  let inString = false
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') most = Math.max(most, (depth += 1))
    else if (character === '}' || character === ']') depth -= 1
  }
  return most
}

function checkSize(value: ChatRequest, limits: ProxyLimits): BodyVerdict {
  if (value.messages.length > limits.messages) {
    return failure('too-large', 'The request has more turns than `limits.messages`')
  }
  const length = value.messages.reduce((sum, { content }) => {
    return sum + (typeof content === 'string' ? content.length : JSON.stringify(content).length)
  }, 0)
  if (length > limits.textLength) {
    return failure('too-large', 'The request has more text than `limits.textLength`')
  }
  return { ok: true, value }
}
