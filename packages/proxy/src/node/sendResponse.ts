import type { IncomingMessage, ServerResponse } from 'node:http'

/** Milliseconds for which the rest of a refused body is read and thrown away, so that the refusal can be received. */
const drainTime = 5000

/** Writes a response at the pace at which the browser reads. Rejects where the response's body breaks off. */
export async function sendResponse(
  response: Response,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.flushHeaders()
  if (response.body !== null) await writeBody(response.body, outgoing)
  outgoing.end()
  if (!incoming.complete) discard(incoming)
}

async function writeBody(
  body: ReadableStream<Uint8Array>,
  outgoing: ServerResponse,
): Promise<void> {
  const reader = body.getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  if (outgoing.destroyed) return cancel()
  outgoing.once('close', cancel)
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (outgoing.destroyed) return
    if (!outgoing.write(part.value)) await drained(outgoing)
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done)
      resolve()
    }
    outgoing.once('drain', done).once('close', done)
  })
}

/**
 * Closing a socket that has unread bytes resets it, and the browser then sees no answer at all; so the rest is read, for a
 * time that leaves no one a way to keep us busy.
 */
function discard(incoming: IncomingMessage): void {
  incoming.resume()
  setTimeout(() => {
    if (!incoming.complete) incoming.destroy()
  }, drainTime).unref()
}
