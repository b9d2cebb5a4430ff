import { textHoldsKey } from '@glovebox/schema/protocol'
import { GloveboxReactError } from './GloveboxReactError.js'
import { addressHoldsKey, findKeyHeader } from './keyLike.js'

/** The one place a chat talks to. */
export interface Destination {
  /**
   * Sends a body there. Gives undefined, and sends nothing, where the body or a header holds what looks like a key or
   * the page has no origin to speak of. Rejects as `fetch` does.
   */
  readonly post: (body: string, options: PostOptions) => Promise<Response | undefined>
}

interface PostOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
  readonly signal: AbortSignal
}

interface DestinationOptions {
  readonly endpoint: string
  readonly ownOrigins?: readonly string[] | undefined
}

/** Stands for this origin while a path is judged; the name can never be registered. */
const thisOrigin = 'https://this-origin.invalid'

/**
 * Fixes where a chat talks to. Throws where that is not a path on this origin or a URL on an own one, so that neither a
 * setting nor a text that flows into it can lead a conversation, or a key, elsewhere.
 */
export function createDestination({ endpoint, ownOrigins = [] }: DestinationOptions): Destination {
  for (const origin of ownOrigins) checkOrigin(origin)
  if (typeof endpoint !== 'string') throw refuse('is no string')
  if (addressHoldsKey(endpoint)) {
    throw new GloveboxReactError(
      'key-in-browser',
      'Cannot create chat: `endpoint` holds what looks like an API key, expected no key in the browser',
    )
  }
  // The URL parser drops tabs and line breaks, so `/<tab>/evil.test` would be another host.
  if (/[\p{Cc}\s\\]/u.test(endpoint)) throw refuse('holds a blank, a control or a backslash')
  const isPath = endpoint.startsWith('/')
  const url = parseUrl(endpoint, isPath ? thisOrigin : undefined)
  if (url === undefined) throw refuse('is neither a path nor a URL')
  if (!(isPath ? [thisOrigin] : ownOrigins).includes(url.origin))
    throw refuse('is on another origin')
  // What is left of `/..//evil.test` is another host to whoever resolves it again.
  if (isPath && url.pathname.startsWith('//')) throw refuse('is on another origin')
  if (url.username !== '' || url.password !== '') throw refuse('holds credentials')
  if (url.hash !== '') throw refuse('holds a fragment')
  const path = url.pathname + url.search

  return {
    async post(body, { headers, fetch, signal }) {
      const address = isPath ? resolvePath(path) : url.href
      if (address === undefined || textHoldsKey(body)) return undefined
      if (findKeyHeader(headers) !== undefined) return undefined
      return fetch(address, {
        method: 'POST',
        headers: protocolHeaders(headers),
        body,
        mode: isPath ? 'same-origin' : 'cors',
        credentials: 'same-origin',
        redirect: 'error',
        cache: 'no-store',
        signal,
      })
    },
  }
}

/** Throws where headers hold what looks like a key. */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  const name = findKeyHeader(headers)
  if (name === undefined) return
  throw new GloveboxReactError(
    'key-in-browser',
    `Cannot create chat: header ${quote(name)} carries an API key, expected no key in the browser`,
  )
}

function checkOrigin(origin: string): void {
  const url = parseUrl(origin)
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.origin === origin
  // A pattern such as `https://*.example.com` parses as a host, and would never match.
  if (isOrigin && !origin.includes('*') && !/(?:^|\.)anthropic\.com\.?$/.test(url.hostname)) return
  throw new GloveboxReactError(
    'invalid-option',
    `Cannot create chat: ${quote(String(origin))} in \`ownOrigins\` is no origin of yours, expected one such as 'https://api.example.com'`,
  )
}

/** A `<base>` in the page leads paths elsewhere: they are resolved here, against the origin. */
function resolvePath(path: string): string | undefined {
  const origin: unknown = Reflect.get(globalThis, 'origin') ?? globalThis.location?.origin
  if (typeof origin !== 'string') return path
  return origin === 'null' ? undefined : origin + path
}

/** What is sent is JSON and what is asked for is a stream, whatever the options say. */
function protocolHeaders(
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const other = Object.entries(headers).filter(([name]) => !/^(?:accept|content-type)$/i.test(name))
  return {
    ...Object.fromEntries(other),
    accept: 'text/event-stream',
    'content-type': 'application/json',
  }
}

function refuse(state: string): GloveboxReactError {
  return new GloveboxReactError(
    'invalid-endpoint',
    `Cannot create chat: \`endpoint\` ${state}, expected a path such as '/api/claude' or a URL whose origin is in \`ownOrigins\``,
  )
}

function parseUrl(unsafeUrl: string, base?: string): URL | undefined {
  try {
    return new URL(unsafeUrl, base)
  } catch {
    return undefined
  }
}

function quote(unsafe: string): string {
  return JSON.stringify(unsafe.slice(0, 20))
}
