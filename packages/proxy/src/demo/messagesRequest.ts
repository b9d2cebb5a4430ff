import { z } from 'zod'

const block = z.looseObject({ type: z.string() })
const anything = z.unknown()

const messagesRequest = z.strictObject({
  model: z.string().min(1).max(256),
  max_tokens: z.int().min(1),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['user', 'assistant', 'system']),
        content: z.union([z.string(), z.array(block)]),
      }),
    )
    .min(1, 'at least one message is required')
    .max(100_000),
  stream: z.boolean().optional(),
  system: z.union([z.string(), z.array(block)]).optional(),
  tools: z.array(z.looseObject({ name: z.string().regex(/^[\w-]{1,128}$/) })).optional(),
  tool_choice: block.optional(),
  stop_sequences: z.array(z.string()).optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.int().min(0).optional(),
  thinking: block.optional(),
  metadata: z.strictObject({ user_id: z.string().max(512).nullish() }).optional(),
  service_tier: z.enum(['auto', 'standard_only']).optional(),
  output_config: anything.optional(),
  cache_control: anything.optional(),
  container: anything.optional(),
  context_management: anything.optional(),
  diagnostics: anything.optional(),
  fallbacks: anything.optional(),
  inference_geo: anything.optional(),
  mcp_servers: anything.optional(),
  speed: anything.optional(),
  user_profile_id: anything.optional(),
  workspace_id: anything.optional(),
})

/** The body of POST /v1/messages as far as the double reads it. */
export type MessagesRequest = z.infer<typeof messagesRequest>

/** A valid body, or the message that the API's 400 has. */
export type MessagesRequestResult =
  | { readonly ok: true; readonly value: MessagesRequest }
  | { readonly ok: false; readonly message: string }

/** Checks a body by the rules of one API version; the first broken rule gives the message. */
export function readMessagesRequest(unsafeBody: unknown, version: string): MessagesRequestResult {
  const result = messagesRequest.safeParse(unsafeBody)
  if (!result.success) {
    const [issue] = result.error.issues
    if (issue?.code === 'unrecognized_keys') {
      const path = [...issue.path, issue.keys[0] ?? '']
      return { ok: false, message: `${path.join('.')}: Extra inputs are not permitted` }
    }
    return { ok: false, message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` }
  }
  const problem =
    findEmptyContent(result.data) ??
    findUnpairedTool(result.data) ??
    (version === '2026-10-21' ? findRemovedIn2026(result.data) : undefined)
  if (problem !== undefined) return { ok: false, message: problem }
  return { ok: true, value: result.data }
}

function findEmptyContent({ messages }: MessagesRequest): string | undefined {
  for (const [index, { role, content }] of messages.entries()) {
    const isFinalAssistant = role === 'assistant' && index === messages.length - 1
    if (content.length === 0 && !isFinalAssistant) {
      return `messages.${index}: all messages must have non-empty content except for the optional final assistant message`
    }
    if (typeof content === 'string') continue
    if (content.some((part) => part.type === 'text' && part['text'] === '')) {
      return 'messages: text content blocks must be non-empty'
    }
  }
  return undefined
}

// Each tool_use is answered in the very next message, and nothing else may be answered.
function findUnpairedTool({ messages }: MessagesRequest): string | undefined {
  let pendingIds: readonly unknown[] = []
  for (const [index, { role, content }] of messages.entries()) {
    const blocks = typeof content === 'string' ? [] : content
    const results = blocks.filter((part) => part.type === 'tool_result')
    const answered = results.map((part) => part['tool_use_id'])
    const missing = pendingIds.filter((id) => !answered.includes(id))
    if (missing.length > 0) {
      return `messages.${index - 1}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${missing.join(', ')}`
    }
    if (answered.some((id) => !pendingIds.includes(id))) {
      return `messages.${index}: unexpected \`tool_use_id\` found in \`tool_result\` blocks`
    }
    const uses = role === 'assistant' ? blocks.filter((part) => part.type === 'tool_use') : []
    pendingIds = uses.map((part) => part['id'])
  }
  return undefined
}

function findRemovedIn2026(request: MessagesRequest): string | undefined {
  for (const key of ['temperature', 'top_p', 'top_k'] as const) {
    if (request[key] !== undefined) return `${key}: Extra inputs are not permitted`
  }
  for (const [index, { role, content }] of request.messages.entries()) {
    if (typeof content === 'string') continue
    if (role === 'assistant' && content.some((part) => part.type === 'document')) {
      return `messages.${index}: \`document\` blocks are not permitted in assistant messages`
    }
    if (role === 'user' && content.some((p) => p.type === 'text' && cites(p['citations']))) {
      return `messages.${index}: \`citations\` are not permitted on user text blocks`
    }
  }
  return undefined
}

function cites(unsafe: unknown): boolean {
  return Array.isArray(unsafe) && unsafe.length > 0
}
