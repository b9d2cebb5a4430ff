import type { Settings } from './config.js'
import { failure, type Failure } from './failure.js'
import { mapError } from './mapError.js'
import { orTimeout } from './orTimeout.js'
import type { UpstreamBody } from './rebuild.js'

/** The upstream's answer, its stream not yet read. */
export type UpstreamVerdict =
  { readonly ok: true; readonly body: ReadableStream<Uint8Array> } | Failure

/**
 * Asks the Messages API. No header of the browser's goes along, redirects are not followed (a key must not travel to
 * where a response points), and a key that was refused is asked for once more when it can have changed meanwhile.
 */
export async function callUpstream(
  body: UpstreamBody,
  settings: Settings,
  signal: AbortSignal,
): Promise<UpstreamVerdict> {
  const first = await send(body, settings, signal)
  if (first.ok || first.status !== 401 || !settings.keyCanChange) return first
  return send(body, settings, signal)
}

async function send(
  body: UpstreamBody,
  { apiKey, upstream }: Settings,
  signal: AbortSignal,
): Promise<UpstreamVerdict> {
  const key = await orTimeout(readKey(apiKey), upstream.timeouts.connect)
  if (key === 'timeout') return failure('upstream', '`apiKey` gave no key in time')
  if (key === undefined) return failure('upstream', '`apiKey` gave no key')

  const connecting = new AbortController()
  const timer = setTimeout(() => connecting.abort(), upstream.timeouts.connect)
  try {
    const response = await upstream.fetch(upstream.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        'anthropic-version': upstream.version,
        ...credential(key, upstream.version),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, connecting.signal]),
    })
    return await accept(response)
  } catch {
    if (signal.aborted) return failure('aborted', 'The browser left before the upstream answered')
    if (connecting.signal.aborted)
      return failure('overloaded', 'The upstream did not answer in time')
    return failure('upstream', 'The upstream cannot be reached')
  } finally {
    clearTimeout(timer)
  }
}

async function accept(response: Response): Promise<UpstreamVerdict> {
  if (response.status !== 200) return mapError(response)
  const isStream = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')
  if (isStream && response.body !== null) return { ok: true, body: response.body }
  await response.body?.cancel()
  return failure('upstream', 'The upstream’s answer is no event stream', { status: 200 })
}

async function readKey(apiKey: Settings['apiKey']): Promise<string | undefined> {
  try {
    const key = (await apiKey()).trim()
    return key === '' ? undefined : key
  } catch {
    return undefined
  }
}

/** Where each version of the API expects the key. */
function credential(key: string, version: Settings['upstream']['version']): Record<string, string> {
  return version === '2023-06-01' ? { 'x-api-key': key } : { authorization: `Bearer ${key}` }
}
