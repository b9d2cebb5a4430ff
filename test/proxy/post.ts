import { createProxy, type ProxyConfig, type ProxyEvent } from '@glovebox/proxy'

/** A key that is none, put together so that no scanner takes it for one. */
export const key = ['sk-ant', 'api03', 'secret'.repeat(5)].join('-')

/** A question as the hook sends it. */
export const question = { messages: [{ role: 'user', content: 'Hi' }] }

export const pageHeaders = {
  'content-type': 'application/json',
  origin: 'https://app.test',
  'sec-fetch-site': 'same-origin',
}

/** A request of a page of https://app.test to its own origin; a header given as null is left out. */
export function requestOf(
  body: unknown = question,
  changes: Readonly<Record<string, string | null>> = {},
  init: RequestInit = {},
): Request {
  const headers = new Headers(pageHeaders)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Request('https://app.test/api/claude', {
    method: 'POST',
    headers,
    body: text,
    ...init,
  })
}

export interface Sent {
  readonly url: string
  readonly init: RequestInit
}

/** An upstream that answers with what `answer` gives, and remembers what it was sent. */
export function upstreamOf(answer: (sent: Sent) => Response | Promise<Response>) {
  const sent: Sent[] = []
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const one = { url: String(input), init }
    sent.push(one)
    return answer(one)
  }
  return { sent, fetch }
}

export interface WireEvent {
  readonly type: string
  readonly [key: string]: unknown
}

/** The wire text of events. */
export function wire(...events: readonly WireEvent[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('')
}

export function eventStream(body: BodyInit): Response {
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
}

export const start = {
  type: 'message_start',
  message: { id: 'msg_1', model: 'claude-demo', usage: { input_tokens: 12, output_tokens: 1 } },
}
export const delta = {
  type: 'content_block_delta',
  index: 0,
  delta: { type: 'text_delta', text: 'Hello' },
}
export const stop = { type: 'message_stop' }

/** A proxy with as little configuration as can be, and the events it tells. */
export function proxyOf(changes: Partial<ProxyConfig> = {}) {
  const events: ProxyEvent[] = []
  const proxy = createProxy({
    apiKey: key,
    model: 'claude-demo',
    origins: ['self'],
    authenticate: () => ({ id: 'ada' }),
    onEvent: (event) => events.push(event),
    upstream: { fetch: upstreamOf(() => eventStream(wire(start, delta, stop))).fetch },
    ...changes,
  })
  return { proxy, events }
}

/** The code that a refusal tells the browser. */
export async function codeOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json()
  if (typeof body !== 'object' || body === null || !('error' in body)) return body
  const { error } = body
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : error
}
