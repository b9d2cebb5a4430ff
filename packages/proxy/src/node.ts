import type { IncomingMessage, ServerResponse } from 'node:http'
import { GloveboxProxyError } from './GloveboxProxyError.js'
import { readHost } from './node/readHost.js'
import { requestBody } from './node/requestBody.js'
import { sendResponse } from './node/sendResponse.js'

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
 * that disconnects aborts the request's signal, and a slow one is written to at its own pace. Never rejects.
 */
export function toNodeHandler(
  proxy: (request: Request) => Promise<Response>,
  { origin }: NodeOptions = {},
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin)) {
    const message =
      'Cannot adapt proxy: `origin` is no origin, expected one as in https://app.example'
    throw new GloveboxProxyError('invalid-origin', message)
  }
  return async function handle(incoming, outgoing) {
    const leaving = new AbortController()
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) leaving.abort()
    })
    if (incoming.readableDidRead) {
      // The body is gone. Whoever set the app up has to see this; the browser's request is not to blame.
      console.error('Glovebox proxy: the body was read before, mount the proxy before body parsers')
      outgoing.writeHead(500).end()
      return
    }
    try {
      const request = toRequest(incoming, origin, leaving.signal)
      if (request === undefined) outgoing.writeHead(400, { connection: 'close' }).end()
      else await sendResponse(await proxy(request), incoming, outgoing)
    } catch {
      // A response that broke off must not look like one that ended.
      outgoing.destroy()
    }
  }
}

function toRequest(
  incoming: IncomingMessage,
  origin: string | undefined,
  signal: AbortSignal,
): Request | undefined {
  const base = origin ?? readHost(incoming)
  // The path alone is taken from the request line, which may hold a whole address of anybody's.
  const path = (incoming.url ?? '/').replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/^[/\\]{2,}/, '/')
  if (base === undefined || !path.startsWith('/')) return undefined

  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
  const body = hasBody ? requestBody(incoming) : null
  const init = { method, headers: readHeaders(incoming), signal, body, duplex: 'half' }
  try {
    return new Request(new URL(path, base), init)
  } catch {
    // TRACE and CONNECT are no methods of a Request.
    return undefined
  }
}

function readHeaders({ headers }: IncomingMessage): Headers {
  const result = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2 gives its pseudo-headers (`:path`) among the others.
    if (value === undefined || name.startsWith(':')) continue
    result.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return result
}
