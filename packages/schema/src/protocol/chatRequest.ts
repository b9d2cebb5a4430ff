import * as z from 'zod'

const textBlock = z.strictObject({ type: z.literal('text'), text: z.string() })

const toolResultBlock = z.strictObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string().min(1).max(200),
  content: z.string(),
  is_error: z.boolean().optional(),
})

const toolUseBlock = z.strictObject({
  type: z.literal('tool_use'),
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  input: z.record(z.string(), z.unknown()),
})

const userMessage = z.strictObject({
  role: z.literal('user'),
  content: z.union([
    z.string().min(1),
    z.array(z.discriminatedUnion('type', [textBlock, toolResultBlock])).min(1),
  ]),
})

const assistantMessage = z.strictObject({
  role: z.literal('assistant'),
  content: z.union([
    z.string().min(1),
    z.array(z.discriminatedUnion('type', [textBlock, toolUseBlock])).min(1),
  ]),
})

/**
 * What the hook sends and the proxy accepts, and nothing beyond it: unknown keys, other roles and other
 * blocks are refused, so that no request can carry a system prompt, a host or a cost setting.
 */
export const chatRequestSchema = z.strictObject({
  model: z.string().min(1).max(100).optional(),
  maxTokens: z.int().positive().optional(),
  messages: z
    .array(z.discriminatedUnion('role', [userMessage, assistantMessage]))
    .min(1)
    .refine((messages) => messages[0]?.role === 'user' && messages.at(-1)?.role === 'user', {
      error: 'The first and the last message are of role `user`',
    }),
})

/** A request of the hook to the proxy. */
export type ChatRequest = z.infer<typeof chatRequestSchema>

/** One turn of such a request. */
export type ChatRequestMessage = ChatRequest['messages'][number]
