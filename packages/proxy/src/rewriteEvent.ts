import { errorMessages, type MessageEvent } from '@glovebox/schema/protocol'
import { codeOfErrorType } from './mapError.js'

/**
 * Rebuilds an upstream event for the browser. What the reader is shown passes as it is; what concerns the account (tiers,
 * regions, containers, credit tokens, the text of errors) stays behind.
 */
export function rewriteEvent(event: MessageEvent): unknown {
  switch (event.type) {
    case 'message_start': {
      const { id, model, usage } = event.message
      return {
        type: 'message_start',
        message: {
          id,
          type: 'message',
          role: 'assistant',
          model,
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: counts(usage),
        },
      }
    }
    case 'message_delta': {
      const { stop_reason = null, stop_sequence = null, stop_details } = event.delta
      const { type = null, category = null } = stop_details ?? {}
      return {
        type: 'message_delta',
        delta: {
          stop_reason,
          stop_sequence,
          ...(stop_details == null ? {} : { stop_details: { type, category } }),
        },
        usage: counts(event.usage),
      }
    }
    case 'error': {
      const code = codeOfErrorType(event.error.type)
      const type = /^[a-z_]{1,40}$/.test(event.error.type) ? event.error.type : 'api_error'
      return { type: 'error', error: { type, message: errorMessages[code], code } }
    }
    case 'content_block_start':
      return { type: event.type, index: event.index, content_block: event.content_block }
    case 'content_block_delta':
      return { type: event.type, index: event.index, delta: event.delta }
    case 'content_block_stop':
      return { type: event.type, index: event.index }
    case 'message_stop':
    case 'ping':
      return { type: event.type }
  }
}

function counts(
  usage: {
    input_tokens?: number | null | undefined
    output_tokens?: number | null | undefined
  } = {},
): Readonly<Record<string, number>> {
  return {
    ...(usage.input_tokens == null ? {} : { input_tokens: usage.input_tokens }),
    ...(usage.output_tokens == null ? {} : { output_tokens: usage.output_tokens }),
  }
}
