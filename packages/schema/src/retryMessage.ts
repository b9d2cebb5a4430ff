import type { Output } from './output.js'

/** A user's turn of the Messages API that asks for an output again. */
export interface RetryMessage {
  readonly role: 'user'
  readonly content:
    | string
    | readonly [
        {
          readonly type: 'tool_result'
          readonly tool_use_id: string
          readonly is_error: true
          readonly content: string
        },
      ]
}

/**
 * Gives the turn that answers an invalid output: for a tool's input the result of its call, as an error, else a text. It
 * holds the output's `retryPrompt`, which is under 2 KB and repeats nothing that the model chose.
 */
export function retryMessage(
  { retryPrompt }: Extract<Output<unknown>, { readonly status: 'invalid' }>,
  { toolUseId }: { readonly toolUseId?: string | undefined } = {},
): RetryMessage {
  if (toolUseId === undefined) return { role: 'user', content: retryPrompt }
  const result = { type: 'tool_result', tool_use_id: toolUseId, is_error: true } as const
  return { role: 'user', content: [{ ...result, content: retryPrompt }] }
}
