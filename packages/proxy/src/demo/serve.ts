import type { IncomingMessage, ServerResponse } from 'node:http'
import { maxBodyBytes } from './maxBodyBytes.js'

/** A running server: its address, and the end of it with every socket. */
export interface DemoServer {
  readonly url: string
  close(): Promise<void>
}

/** Serves an answer function on 127.0.0.1. Port 0 takes a free one. Rejects when it is taken. */
export async function serve(
  answer: (request: Request, signal: AbortSignal) => Promise<Response>,
  port: number,
): Promise<DemoServer> {
  // Loaded here, so that `fetch` of the double works where there is no node:http.
  const { createServer } = await import('node:http')
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing, answer))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const boundPort = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${boundPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request, signal: AbortSignal) => Promise<Response>,
): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort(new DOMException('Client left', 'AbortError'))
  })
  try {
    const response = await answer(await toRequest(incoming), gone.signal)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.flushHeaders()
    await send(response, outgoing, gone.signal)
    outgoing.end()
  } catch {
    // The script breaks the connection, or the client has left.
    outgoing.destroy()
  }
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  return new Request(url, { method, headers, body: await readBody(incoming) })
}

// Keeps one byte more than the limit: enough to see that the body is too large.
async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of incoming) {
    const bytes: unknown = chunk
    if (!(bytes instanceof Uint8Array) || length > maxBodyBytes) continue
    chunks.push(bytes)
    length += bytes.length
  }
  const body = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    body.set(chunk, offset)
    offset += chunk.length
  }
  return body
}

async function send(
  response: Response,
  outgoing: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const reader = response.body?.getReader()
  if (reader === undefined) return
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    // One turn of the loop a chunk: a script without pauses must still notice who has left.
    await new Promise<void>((resolve) => {
      if (outgoing.write(value)) setImmediate(resolve)
      else {
        outgoing.once('drain', resolve)
        signal.addEventListener('abort', () => resolve(), { once: true })
      }
    })
    signal.throwIfAborted()
  }
}
