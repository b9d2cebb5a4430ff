export { chatRequestSchema, type ChatRequest, type ChatRequestMessage } from './chatRequest.js'
export {
  errorBodySchema,
  errorCodes,
  errorMessages,
  type ErrorBody,
  type ErrorCode,
} from './errorBody.js'
export type {
  Citation,
  ContentBlock,
  RedactedThinkingBlock,
  StopReason,
  TextBlock,
  ThinkingBlock,
  ToolResultBlock,
  ToolUseBlock,
  UnknownBlock,
} from './contentBlock.js'
export { redactKeys, textHoldsKey } from './keyLike.js'
export { messageEventSchema, parseMessageEvent, type MessageEvent } from './messageEvent.js'
