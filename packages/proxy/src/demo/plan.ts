import type { MessagesRequest } from './messagesRequest.js'
import { outlineBlock } from './outline.js'
import type { OutlineDelta } from './outline.js'
import type { DemoMessage, DemoPart } from './script.js'
import { countTokens, cutToTokens } from './split.js'

/** One step of a stream: an event after a pause (milliseconds at speed 1), or an early ending. */
export type Step =
  | { readonly type: 'event'; readonly event: DemoPart; readonly pause: number }
  | { readonly type: 'reset' | 'end' | 'stall' }

/** What a plan depends on besides the script: the request, the message's id and the random source. */
export interface PlanOptions {
  readonly request: MessagesRequest
  readonly messageId: string
  readonly random: () => number
}

/**
 * Turns a script into the steps of its stream, by the grammar of the Messages API. Stops with
 * `max_tokens` where the request's limit falls, also inside a tool's input.
 */
export function* planSteps(
  message: DemoMessage,
  { request, messageId, random }: PlanOptions,
): Generator<Step, void> {
  const ending = message.ending ?? { type: 'complete' }
  const usage = startUsage(request)
  // Tokens written so far; message_delta tells them cumulatively.
  let spent = 0
  let isCut = false
  let index = 0
  yield step(messageStart(request, messageId, usage), 300 + random() * 300)
  if (message.blocks.length === 0) yield step({ type: 'ping' }, 0)

  for (const [position, block] of message.blocks.entries()) {
    if (block.type === 'event') {
      yield step(block.event, 20)
      continue
    }
    const { start, deltas } = outlineBlock(block, message, random)
    yield step({ type: 'content_block_start', index, content_block: start }, 20)
    if (index === 0) yield step({ type: 'ping' }, 0)
    for (const delta of deltas) {
      const cost = costOf(delta, message)
      const left = request.max_tokens - spent
      isCut = cost > left
      const sent = isCut ? cutDelta(delta, left) : toWire(delta)
      spent += Math.min(cost, left)
      const pause = message.pieceLength === undefined ? 15 + random() * 40 : 80
      if (sent !== undefined) {
        yield step({ type: 'content_block_delta', index, delta: sent }, pause)
      }
      if (isCut) break
      if (random() < 0.02) yield step({ type: 'ping' }, 0)
    }
    // An early ending leaves its block open, as a broken stream does.
    const isLast = position === message.blocks.length - 1
    if (isLast && !isCut && ending.type !== 'complete') break
    yield step({ type: 'content_block_stop', index }, 0)
    index += 1
    if (isCut) break
  }

  if (!isCut && ending.type === 'error') {
    yield step({ type: 'error', error: ending.error }, 100)
  } else if (!isCut && ending.type !== 'complete' && ending.type !== 'error') {
    yield { type: ending.type }
  } else {
    yield step(messageDelta(message, isCut, { ...usage, output_tokens: Math.max(1, spent) }), 20)
    yield step({ type: 'message_stop' }, 0)
  }
}

function step(event: DemoPart, pause: number): Step {
  return { type: 'event', event, pause }
}

function startUsage(request: MessagesRequest): Readonly<Record<string, unknown>> {
  const { messages, system, tools } = request
  return {
    input_tokens: countTokens(JSON.stringify([messages, system, tools])),
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
  }
}

function messageStart(
  request: MessagesRequest,
  id: string,
  usage: Readonly<Record<string, unknown>>,
): DemoPart {
  const message = {
    model: request.model,
    id,
    type: 'message',
    role: 'assistant',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    usage: {
      ...usage,
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      output_tokens: 1,
      service_tier: 'standard',
      inference_geo: 'not_available',
    },
  }
  return { type: 'message_start', message }
}

function messageDelta(
  { blocks, stopReason, stopSequence, stopDetails }: DemoMessage,
  isCut: boolean,
  usage: Readonly<Record<string, unknown>>,
): DemoPart {
  if (isCut) {
    const delta = { stop_reason: 'max_tokens', stop_sequence: null }
    return { type: 'message_delta', delta, usage }
  }
  const usesTool = blocks.some((block) => block.type === 'tool_use')
  const delta = {
    stop_reason: stopReason ?? (usesTool ? 'tool_use' : 'end_turn'),
    stop_sequence: stopSequence ?? null,
    ...(stopDetails === undefined ? {} : { stop_details: stopDetails }),
  }
  return { type: 'message_delta', delta, usage }
}

function costOf(delta: OutlineDelta, { pieceLength }: DemoMessage): number {
  if (delta.type === 'whole') return 0
  return pieceLength === undefined ? countTokens(delta.text) : 1
}

function cutDelta(delta: OutlineDelta, tokens: number): DemoPart | undefined {
  if (delta.type === 'whole' || tokens < 1) return undefined
  return toWire({ type: delta.type, text: cutToTokens(delta.text, tokens) })
}

function toWire(delta: OutlineDelta): DemoPart {
  switch (delta.type) {
    case 'text_delta':
      return { type: delta.type, text: delta.text }
    case 'thinking_delta':
      return { type: delta.type, thinking: delta.text }
    case 'input_json_delta':
      return { type: delta.type, partial_json: delta.text }
    case 'whole':
      return delta.delta
  }
}
