import type { ChatRequest, ContentBlock } from '@glovebox/schema/protocol'
import { createAccumulator } from './accumulate.js'
import type { ChatHeaders } from './chat.js'
import type { Destination } from './destination.js'
import { codeOfErrorEvent, createError, mediaType, readError } from './error.js'
import { readEvents } from './events.js'
import {
  endOfCut,
  endOfError,
  endOfStop,
  type Ending,
  type StopDetails,
  type StopFacts,
} from './outcome.js'

interface ExchangeOptions {
  readonly destination: Destination
  readonly headers: ChatHeaders | undefined
  readonly fetch: typeof globalThis.fetch | undefined
  readonly signal: AbortSignal
  /** Called when the answer begins and whenever it has grown. */
  readonly onGrow: (read: () => readonly ContentBlock[]) => void
}

/** The most characters of text an answer may have. */
const longestAnswer = 4 * 1024 * 1024

/** Sends one request and reads its answer to the end. Gives how it ended; never rejects. */
export async function exchange(request: ChatRequest, options: ExchangeOptions): Promise<Ending> {
  const { signal } = options
  const headers = await readHeaders(options.headers)
  if (headers === undefined) return endOfError(createError('unauthorized'))
  // Stopped while the headers were made: nothing needs to be sent.
  if (signal.aborted) return endOfError(createError('aborted'))
  const fetch = options.fetch ?? globalThis.fetch
  const body = JSON.stringify(request)
  try {
    const response = await options.destination.post(body, { headers, fetch, signal })
    if (response === undefined) return endOfError(createError('blocked'))
    if (!response.ok) return endOfError(await readError(response))
    // A double or a service worker may follow redirects that `fetch` was told to refuse.
    if (response.redirected || mediaType(response) !== 'text/event-stream') {
      await response.body?.cancel()
      return endOfError(createError('upstream'))
    }
    return await readAnswer(response, options)
  } catch (error) {
    return endOfError(createError(isTypeError(error) ? 'offline' : 'upstream'))
  }
}

async function readAnswer(
  { body }: Response,
  { signal, onGrow }: ExchangeOptions,
): Promise<Ending> {
  const accumulator = createAccumulator()
  let facts: StopFacts = {}
  if (body === null) return endOfCut(facts)
  try {
    for await (const event of readEvents(body, signal)) {
      switch (event.type) {
        case 'message_stop':
          return endOfStop(facts)
        case 'error':
          return endOfError(createError(codeOfErrorEvent(event.error)))
        case 'message_delta':
          facts = {
            stopReason: event.delta.stop_reason ?? facts.stopReason,
            stopDetails: detailsOf(event.delta.stop_details) ?? facts.stopDetails,
          }
          break
        case 'ping':
          break
        default:
          accumulator.add(event)
          if (accumulator.length() > longestAnswer) return endOfCut(facts)
          onGrow(accumulator.read)
      }
    }
  } catch {
    // The connection broke.
  }
  return endOfCut(facts)
}

/** Only the category: what else there may be is for the server. */
function detailsOf(
  unsafe: { readonly category?: string | null | undefined } | null | undefined,
): StopDetails | undefined {
  return unsafe == null ? undefined : { category: unsafe.category }
}

/** What `fetch` rejects with where it reaches nobody; by name, since it may be of another realm. */
function isTypeError(error: unknown): boolean {
  return error instanceof Error && error.name === 'TypeError'
}

async function readHeaders(
  headers: ChatHeaders = {},
): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    return typeof headers === 'function' ? await headers() : headers
  } catch {
    return undefined
  }
}
