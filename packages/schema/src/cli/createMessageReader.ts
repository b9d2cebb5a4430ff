import { stoppedBy, type StopFacts } from '../stopped.js'
import { verdictOf, type RecordReader, type Verdict } from './createRecordReader.js'
import type { RecordedEvent } from './readEvents.js'
import type { Judged } from './readRecords.js'

/** Calls of a tool that are kept of one message. */
const mostCalls = 1_000

interface OpenMessage {
  stopFacts: StopFacts
  /** The text of all its blocks: with `output_config.format` the JSON stands there. */
  text: RecordReader | undefined
  /** Calls of the tool that have closed; none of them is whole where the message is not. */
  readonly calls: Verdict[]
  call: { readonly reader: RecordReader; isEmpty: boolean } | undefined
}

interface MessageReaderOptions {
  readonly createReader: () => RecordReader
  readonly tool: string | undefined
}

/**
 * Creates what follows the events of recorded streams and judges the text of each message, or its calls of one tool. A
 * message that ended before its `message_stop` is cut.
 */
export function createMessageReader({ createReader, tool }: MessageReaderOptions) {
  let messages = 0
  let message: OpenMessage | undefined

  function read(event: RecordedEvent): Judged[] {
    switch (event.type) {
      case 'message_start': {
        const before = finish(true)
        messages += 1
        message = { stopFacts: {}, text: undefined, calls: [], call: undefined }
        return before
      }
      case 'content_block_start':
        if (message !== undefined) startBlock(message, event.content_block)
        return []
      case 'content_block_delta':
        if (message !== undefined) grow(message, event.delta)
        return []
      case 'content_block_stop':
        if (message !== undefined) closeCall(message)
        return []
      case 'message_delta':
        if (message !== undefined) message.stopFacts = factsOf(event.delta)
        return []
      case 'message_stop':
        return finish(false)
      case 'error':
      case 'broken':
        return finish(true)
      default:
        return []
    }
  }

  function startBlock(open: OpenMessage, unsafeBlock: Readonly<Record<string, unknown>>): void {
    closeCall(open)
    if (tool === undefined) {
      if (unsafeBlock['type'] === 'text') open.text ??= createReader()
    } else if (unsafeBlock['type'] === 'tool_use' && unsafeBlock['name'] === tool) {
      open.call = { reader: createReader(), isEmpty: true }
    }
  }

  function grow(open: OpenMessage, unsafeDelta: Readonly<Record<string, unknown>>): void {
    const { type, text, partial_json: json } = unsafeDelta
    if (type === 'text_delta' && typeof text === 'string') open.text?.addText(text)
    if (type !== 'input_json_delta' || typeof json !== 'string' || open.call === undefined) return
    open.call.isEmpty &&= json === ''
    open.call.reader.addText(json)
  }

  function closeCall(open: OpenMessage, cut = false): void {
    const { call, calls } = open
    open.call = undefined
    if (call === undefined || calls.length === mostCalls) return
    // A tool without arguments streams one empty text, and its input is the empty object.
    if (call.isEmpty && !cut) call.reader.addText('{}')
    calls.push(call.reader.end({ cut }))
  }

  function finish(cut: boolean): Judged[] {
    if (message === undefined) return []
    const open = message
    message = undefined
    closeCall(open, cut)
    const { text, calls, stopFacts } = open
    if (text !== undefined) return [{ message: messages, verdict: text.end({ ...stopFacts, cut }) }]
    const stopped = cut ? ({ status: 'cut', reason: 'cut' } as const) : stoppedBy(stopFacts)
    // A refusal may come without any block.
    if (tool === undefined && stopped !== null) {
      return [{ message: messages, verdict: verdictOf(stopped) }]
    }
    return calls.map((verdict) => ({
      message: messages,
      verdict: stopped === null ? verdict : verdictOf(stopped),
    }))
  }

  return { read, end: () => finish(true) }
}

function factsOf({
  stop_reason: stopReason,
  stop_details: stopDetails,
}: Extract<RecordedEvent, { readonly type: 'message_delta' }>['delta']): StopFacts {
  return { stopReason, stopDetails }
}
