import { parseOutput, type Tool } from '@glovebox/schema'
import type { ToolResult } from './chat.js'

/** A call of a tool in Claude's turn, as it is sent back: `input` is undefined where its text is no JSON object. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  readonly input: Readonly<Record<string, unknown>> | undefined
}

/**
 * Answers every call, since the API refuses a turn after a call without a result: with the app's own results, or else
 * with whether the tool's schema accepts the input.
 */
export function answerCalls(
  calls: readonly ToolCall[],
  own: readonly ToolResult[],
  tools: readonly Tool[],
): readonly ToolResult[] {
  return calls.map((call) => {
    return own.find(({ tool_use_id }) => tool_use_id === call.id) ?? judgeCall(call, tools)
  })
}

function judgeCall({ id, name, input }: ToolCall, tools: readonly Tool[]): ToolResult {
  const tool = tools.find((known) => known.name === name)
  if (input === undefined) return failed(id, 'The input is not a JSON object')
  if (tool === undefined) return failed(id, 'The app gave no result')
  const output = parseOutput(tool.input, input)
  if (output.status === 'valid') return { tool_use_id: id, content: 'The app accepted the input' }
  return failed(id, output.status === 'invalid' ? output.retryPrompt : 'The input is too large')
}

function failed(tool_use_id: string, content: string): ToolResult {
  return { tool_use_id, content, is_error: true }
}
