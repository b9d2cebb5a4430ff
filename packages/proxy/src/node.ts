import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** How the adapter reads a request. */
export interface NodeOptions {
  /**
   * The origin that the app is reached by, as in `https://app.example`. Left out, it is made of the `Host` header and
   * the connection's kind, which is right where no proxy stands in front; behind one, give it.
   */
  readonly origin?: string
}

/**
 * Adapts a proxy to Node's http and to what is built on it (Express, Connect). Mount it before any body parser. A browser
 * that disconnects aborts the request's signal, and a slow one is written to at its own pace.
 */
export function toNodeHandler(
  proxy: (request: Request) => Promise<Response>,
  { origin }: NodeOptions = {},
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin)) {
    throw new TypeError('Cannot adapt proxy: `origin` is no origin, expected https://app.example')
  }
  return async function handle(incoming, outgoing) {
    const leaving = new AbortController()
    outgoing.on('close', () => leaving.abort())
    const request = toRequest(incoming, origin, leaving.signal)
    if (request === undefined) {
      outgoing.writeHead(400).end()
      return
    }
    const response = await proxy(request)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (response.body === null) {
      outgoing.end()
      return
    }
    outgoing.flushHeaders()
    // A connection that ends early rejects here; the pipeline has by then cancelled the response's body.
    await pipeline(Readable.fromWeb(toNodeStream(response.body)), outgoing).catch(() => {})
  }
}

function toRequest(
  incoming: IncomingMessage,
  origin: string | undefined,
  signal: AbortSignal,
): Request | undefined {
  const scheme = 'encrypted' in incoming.socket && incoming.socket.encrypted ? 'https' : 'http'
  const base = origin ?? `${scheme}://${incoming.headers.host ?? ''}`
  // The path alone is taken from the request line, which may hold a whole address of anybody's.
  const path = (incoming.url ?? '/').replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/^\/{2,}/, '/')
  if (!URL.canParse(path, base)) return undefined

  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
  try {
    return new Request(new URL(path, base), {
      method,
      headers: readHeaders(incoming),
      signal,
      ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
    } as RequestInit)
  } catch {
    // TRACE and CONNECT are no methods of a Request.
    return undefined
  }
}

function readHeaders({ headers }: IncomingMessage): Headers {
  const result = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return result
}

/** Node types its web streams apart from the DOM's; they are the same objects. */
function toNodeStream(stream: ReadableStream): import('node:stream/web').ReadableStream {
  return stream as import('node:stream/web').ReadableStream
}
