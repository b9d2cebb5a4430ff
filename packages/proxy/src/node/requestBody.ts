import type { IncomingMessage } from 'node:http'

/**
 * Gives a request's body as a web stream that reads on demand. Cancelling it leaves request and socket open: the refusal
 * of a body that is too large still has to reach the browser.
 */
export function requestBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false })
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done }: IteratorResult<unknown> = await chunks.next()
        if (done === true) controller.close()
        else if (value instanceof Uint8Array) controller.enqueue(value)
        else controller.error(new TypeError('Cannot read body: a chunk is no bytes'))
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
