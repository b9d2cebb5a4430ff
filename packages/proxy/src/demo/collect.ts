import type { Step } from './plan.js'
import type { DemoPart, DemoWireError } from './script.js'

/** What a stream adds up to: the message of `stream: false`, or how it failed, after a pause. */
export type Collected = { readonly pause: number } & (
  | { readonly type: 'message'; readonly message: DemoPart }
  | { readonly type: 'error'; readonly error: DemoWireError }
  | { readonly type: 'reset' | 'end' | 'stall' }
)

/** Adds up the steps of a stream, as the API does when no stream is asked for. */
export function collect(steps: Iterable<Step>): Collected {
  let pause = 0
  let message: Readonly<Record<string, unknown>> = {}
  const content: Record<string, unknown>[] = []
  for (const step of steps) {
    if (step.type !== 'event') return { type: step.type, pause }
    pause += step.pause
    const event = step.event
    switch (event.type) {
      case 'message_start':
        message = record(event['message'])
        break
      case 'content_block_start':
        content.push({ ...record(event['content_block']) })
        break
      case 'content_block_delta':
        addDelta(content.at(-1) ?? {}, record(event['delta']))
        break
      case 'content_block_stop':
        closeBlock(content.at(-1) ?? {})
        break
      case 'message_delta': {
        const usage = { ...record(message['usage']), ...record(event['usage']) }
        message = { ...message, ...record(event['delta']), usage }
        break
      }
      case 'error': {
        const { type, message: text } = record(event['error'])
        return { type: 'error', pause, error: { type: String(type), message: String(text) } }
      }
    }
  }
  return { type: 'message', pause, message: { ...message, type: 'message', content } }
}

function record(unsafe: unknown): Readonly<Record<string, unknown>> {
  return typeof unsafe === 'object' && unsafe !== null ? { ...unsafe } : {}
}

function addDelta(block: Record<string, unknown>, delta: Readonly<Record<string, unknown>>): void {
  switch (delta['type']) {
    case 'text_delta':
      block['text'] = `${String(block['text'])}${String(delta['text'])}`
      break
    case 'thinking_delta':
      block['thinking'] = `${String(block['thinking'])}${String(delta['thinking'])}`
      break
    case 'signature_delta':
      block['signature'] = delta['signature']
      break
    case 'input_json_delta':
      // The text of the input until the block closes.
      block['input'] =
        (typeof block['input'] === 'string' ? block['input'] : '') + String(delta['partial_json'])
      break
    case 'citations_delta': {
      const citations: unknown = block['citations']
      block['citations'] = [...(Array.isArray(citations) ? citations : []), delta['citation']]
      break
    }
  }
}

function closeBlock(block: Record<string, unknown>): void {
  const json = block['input']
  if (typeof json !== 'string') return
  try {
    block['input'] = json === '' ? {} : JSON.parse(json)
  } catch {
    // Without a stream a cut input comes as an empty one.
    block['input'] = {}
  }
}
