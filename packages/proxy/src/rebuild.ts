import type { ClaudeRequestParts } from '@glovebox/schema'
import type { ChatRequest, ChatRequestMessage } from '@glovebox/schema/protocol'
import type { Settings } from './config.js'
import { failure, type Failure } from './failure.js'

/** The body of the request to the Messages API. */
export interface UpstreamBody extends ClaudeRequestParts {
  readonly model: string
  readonly max_tokens: number
  readonly stream: true
  readonly system?: string
  readonly messages: readonly ChatRequestMessage[]
}

/**
 * Builds the upstream's request anew from known parts. Whatever costs or commands (system, tools, output, stream, thinking,
 * service tier, server tools) comes from the settings; the browser chooses a model off the list and a smaller answer.
 */
export function rebuild(
  request: ChatRequest,
  settings: Settings,
): { readonly ok: true; readonly body: UpstreamBody } | Failure {
  const [defaultModel] = settings.models
  const model = request.model ?? defaultModel
  if (!settings.models.includes(model)) return failure('blocked', 'The model is not on the list')

  const names = new Set(settings.schemas.tools?.map((tool) => tool.name))
  for (const { role, content } of request.messages) {
    if (role !== 'assistant' || typeof content === 'string') continue
    if (content.some((block) => block.type === 'tool_use' && !names.has(block.name))) {
      return failure('blocked', 'The request holds a call of a tool that is not on the list')
    }
  }
  return {
    ok: true,
    body: {
      model,
      max_tokens: Math.min(request.maxTokens ?? settings.maxTokens, settings.maxTokens),
      stream: true,
      ...(settings.system === undefined ? {} : { system: settings.system }),
      ...settings.schemas,
      messages: request.messages.map(inBlocks),
    },
  }
}

/** Text is a block of its own from here on, so that nothing later on the way can be joined to it. */
function inBlocks(message: ChatRequestMessage): ChatRequestMessage {
  const { role, content } = message
  return typeof content === 'string'
    ? { role, content: [{ type: 'text', text: content }] }
    : message
}
