import type { WireEvent } from './ask.js'

/**
 * Gives the rules of the stream's grammar that the events break. An unfinished stream may stop
 * anywhere; what came before still has to be in order.
 */
export function brokenRules(events: readonly WireEvent[], isFinished: boolean): readonly string[] {
  const broken: string[] = []
  const check = (holds: boolean, rule: string) => holds || broken.push(rule)
  let phase: 'before' | 'blocks' | 'delta' | 'over' = 'before'
  let openType: unknown
  let nextIndex = 0
  for (const { name, data } of events) {
    check(name === data.type, `event name ${name} is not ${data.type}`)
    check(phase !== 'over', `${data.type} after the end`)
    const block = record(data['content_block'])
    const delta = record(data['delta'])
    switch (data.type) {
      case 'message_start':
        check(phase === 'before', 'message_start is not first')
        phase = 'blocks'
        break
      case 'content_block_start':
        check(phase === 'blocks' && openType === undefined, 'block starts out of place')
        check(data['index'] === nextIndex, 'index does not count up')
        openType = block['type']
        break
      case 'content_block_delta':
        check(data['index'] === nextIndex, 'delta of another block')
        check(fits(openType, delta['type']), `${delta['type']} in ${openType}`)
        break
      case 'content_block_stop':
        check(data['index'] === nextIndex && openType !== undefined, 'stop of another block')
        openType = undefined
        nextIndex += 1
        break
      case 'message_delta':
        check(phase === 'blocks' && openType === undefined, 'message_delta out of place')
        check(typeof record(data['usage'])['output_tokens'] === 'number', 'no usage')
        phase = 'delta'
        break
      case 'message_stop':
        check(phase === 'delta', 'message_stop without message_delta')
        phase = 'over'
        break
      case 'error':
        check(typeof record(data['error'])['type'] === 'string', 'error without a type')
        phase = 'over'
        break
    }
  }
  if (isFinished) check(phase === 'over', 'the stream does not end')
  return broken
}

const deltasByBlock: Readonly<Record<string, readonly string[]>> = {
  text: ['text_delta', 'citations_delta'],
  thinking: ['thinking_delta', 'signature_delta'],
  tool_use: ['input_json_delta'],
  server_tool_use: ['input_json_delta'],
  mcp_tool_use: ['input_json_delta'],
  future_block: ['future_delta'],
}

function fits(block: unknown, delta: unknown): boolean {
  return deltasByBlock[String(block)]?.includes(String(delta)) ?? false
}

function record(unsafe: unknown): Readonly<Record<string, unknown>> {
  return typeof unsafe === 'object' && unsafe !== null ? { ...unsafe } : {}
}
