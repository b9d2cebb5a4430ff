import { createParser } from 'eventsource-parser'
import { parseMessageEvent, type MessageEvent } from '@glovebox/schema/protocol'

/** The most characters one event may have; result blocks arrive whole and can be large. */
const longestEvent = 8 * 1024 * 1024

/** The most characters a stream may have: an event weighs some hundred for a word of text. */
const longestStream = 128 * 1024 * 1024

/**
 * Reads a response's body as Messages API events. Ends early where a limit is passed, and rejects where the connection
 * breaks; whoever reads knows by `message_stop` whether all was there. Leaving the loop, or the signal, ends the request.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<MessageEvent, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let ready: MessageEvent[] = []
  let isTooLong = false
  let length = 0
  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: ({ data }) => {
      const event = parseMessageEvent(data)
      if (event !== undefined) ready.push(event)
    },
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') isTooLong = true
    },
  })
  const cancel = () => {
    reader.cancel().catch(() => {})
  }

  signal.addEventListener('abort', cancel)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const text = decoder.decode(part.value, { stream: true })
      length += text.length
      if (length > longestStream) return
      parser.feed(text)
      yield* ready
      if (isTooLong) return
      ready = []
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}
