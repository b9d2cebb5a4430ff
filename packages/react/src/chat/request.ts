import type { Tool } from '@glovebox/schema'
import {
  redactKeys,
  textHoldsKey,
  type ChatRequest,
  type ChatRequestMessage,
  type ContentBlock,
  type TextBlock,
  type ToolUseBlock,
} from '@glovebox/schema/protocol'
import type { ChatMessage, ToolResult } from './chat.js'
import { answerCalls, type ToolCall } from './toolResults.js'

interface RequestOptions {
  readonly tools: readonly Tool[]
  readonly model?: string | undefined
  readonly maxTokens?: number | undefined
}

type Blocks<Role> = Exclude<(ChatRequestMessage & { role: Role })['content'], string>
type Turn =
  | { readonly role: 'user'; readonly content: Blocks<'user'> }
  | { readonly role: 'assistant'; readonly content: Blocks<'assistant'> }

/**
 * Builds the request from the parts that the protocol names: of Claude's turns only text and calls of tools, of the
 * user's only text and results. Turns that were refused or never arrived are left out, with what answered them.
 */
export function buildRequest(
  messages: readonly ChatMessage[],
  { tools, model, maxTokens }: RequestOptions,
): ChatRequest {
  const turns: Turn[] = []
  /** Calls that the next user's turn has to answer. */
  let calls: readonly ToolCall[] = []
  for (const message of messages) {
    if (isUnsaid(message)) continue
    if (message.role === 'user') {
      const results = answerCalls(calls, message.content.filter(isToolResult), tools)
      calls = []
      add(turns, { role: 'user', content: [...results.map(toResult), ...toTexts(message)] })
    } else if (turns.length > 0) {
      const uses = message.content.filter(isWholeCall).map(readCall)
      calls = [...calls, ...uses]
      add(turns, { role: 'assistant', content: [...toRedactedTexts(message), ...uses.map(toUse)] })
    }
  }
  return {
    ...(model === undefined ? {} : { model }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    messages: turns,
  }
}

/** The API wants no empty turn, and one turn where two of the same role follow each other. */
function add(turns: Turn[], turn: Turn): void {
  const last = turns.at(-1)
  if (turn.content.length === 0) return
  if (last?.role === 'user' && turn.role === 'user') last.content.push(...turn.content)
  else if (last?.role === 'assistant' && turn.role === 'assistant') {
    last.content.push(...turn.content)
  } else turns.push(turn)
}

function isUnsaid({ role, outcome }: ChatMessage): boolean {
  return outcome === 'refused' || (role === 'user' && outcome === 'failed')
}

function toTexts({ content }: ChatMessage): readonly { type: 'text'; text: string }[] {
  // The API refuses a text of blanks.
  return content
    .filter(isText)
    .flatMap(({ text }) => (text.trim() === '' ? [] : [{ type: 'text', text }]))
}

/** The API cuts a cited sentence into several blocks, blanks among them: joined again, none is lost. */
function toRedactedTexts({ content }: ChatMessage): readonly { type: 'text'; text: string }[] {
  const text = content
    .filter(isText)
    .map((block) => block.text)
    .join('')
  return text.trim() === '' ? [] : [{ type: 'text', text: redactKeys(text) }]
}

function toUse({ id, name, input = {} }: ToolCall): Blocks<'assistant'>[number] {
  return { type: 'tool_use', id, name, input: { ...input } }
}

function toResult({ tool_use_id, content, is_error }: ToolResult): Blocks<'user'>[number] {
  return {
    type: 'tool_result',
    tool_use_id,
    content,
    ...(is_error === undefined ? {} : { is_error }),
  }
}

/**
 * The text of the input decides where it is there: an input that is no JSON left an empty object behind. An input that
 * nests too deep to be written as JSON counts as none.
 */
function readCall({ id, name, input, unsafeJson }: ToolUseBlock): ToolCall {
  try {
    const json = unsafeJson ? unsafeJson : JSON.stringify(input)
    // Written anew before the cut: JSON can spell a key with escapes.
    const unsafe: unknown = JSON.parse(redactKeys(JSON.stringify(JSON.parse(json))))
    return { id, name, input: isRecord(unsafe) ? unsafe : undefined }
  } catch {
    return { id, name, input: undefined }
  }
}

function isText(block: ContentBlock): block is TextBlock {
  return block.type === 'text' && 'text' in block && typeof block.text === 'string'
}

/** A call that was cut off was never made. One without the field comes from an earlier chat. */
export function isWholeCall(block: ContentBlock): block is ToolUseBlock {
  return (
    block.type === 'tool_use' &&
    'id' in block &&
    isName(block.id) &&
    'name' in block &&
    isName(block.name) &&
    (!('complete' in block) || block.complete !== false)
  )
}

/** The protocol's bounds: one odd name must not stop every turn after it. */
function isName(unsafe: unknown): boolean {
  const isWithin = typeof unsafe === 'string' && unsafe.length > 0 && unsafe.length <= 200
  return isWithin && !textHoldsKey(unsafe)
}

function isToolResult(block: ContentBlock): block is ContentBlock & ToolResult {
  return (
    block.type === 'tool_result' &&
    'tool_use_id' in block &&
    typeof block.tool_use_id === 'string' &&
    'content' in block &&
    typeof block.content === 'string'
  )
}

function isRecord(unsafe: unknown): unsafe is Record<string, unknown> {
  return typeof unsafe === 'object' && unsafe !== null && !Array.isArray(unsafe)
}
