import { createParser } from 'eventsource-parser'
import { parseMessageEvent, type MessageEvent } from '../protocol/messageEvent.js'

/** Characters of one event; the API's own are a few thousand. */
const longestEvent = 16 * 1024 * 1024

/** What a recorded stream holds; `broken` where it can be read no further. */
export type RecordedEvent = MessageEvent | { readonly type: 'broken' }

/**
 * Reads the events of recorded streams: server-sent events as they went over the wire, or one event's JSON in each line,
 * as an SDK's events are logged. What is no event of the Messages API is passed over.
 */
export async function* readEvents(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<RecordedEvent> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let events: RecordedEvent[] = []
  let isBroken = false
  const add = (unsafeJson: string): void => {
    const event = parseMessageEvent(unsafeJson)
    if (event !== undefined) events.push(event)
  }
  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: ({ data }) => add(data),
    onError: ({ type, line }) => {
      if (type === 'max-buffer-size-exceeded') isBroken = true
      // A line of JSON is, to the parser, a field whose name it does not know.
      else if (line?.startsWith('{') === true) add(line)
    },
  })
  const feed = (decode: () => string): void => {
    try {
      parser.feed(decode())
    } catch {
      isBroken = true
    }
  }

  for await (const chunk of chunks) {
    feed(() => decoder.decode(chunk, { stream: true }))
    yield* events
    events = []
    if (isBroken) return yield { type: 'broken' }
  }
  // The last line may lack its end.
  feed(() => decoder.decode() + '\n\n')
  yield* events
  if (isBroken) yield { type: 'broken' }
  return undefined
}
