export type { Finding, Policy } from '@glovebox/markdown'
export {
  createChat,
  type Chat,
  type ChatError,
  type ChatHeaders,
  type ChatMessage,
  type ChatOptions,
  type ChatState,
  type InitialMessage,
  type Outcome,
  type StopDetails,
  type SendResult,
  type ToolResult,
} from './chat/createChat.js'
export { useClaude } from './chat/useClaude.js'
export { GloveboxReactError, type GloveboxReactErrorCode } from './chat/GloveboxReactError.js'
export { Findings, type FindingsProps } from './Findings.js'
export { GloveboxProvider, type GloveboxProviderProps } from './GloveboxProvider.js'
export { defaultLabels, type Labels } from './labels.js'
export { RevealedText, type RevealedTextProps } from './RevealedText.js'
export { SafeMarkdown, type SafeMarkdownProps } from './SafeMarkdown.js'
export { SafeMessage, type SafeMessageProps } from './SafeMessage.js'
export { toolView, type DrawnTool, type ToolView } from './toolView.js'
export type { OnBlocked } from './useFindings.js'
export { untrustedMarkdown, untrustedUrl } from './output/fields.js'
export { OutputView, type OutputViewProps } from './output/OutputView.js'
export {
  valueView,
  variantViews,
  type OutputEntry,
  type PartialComponent,
  type ValueComponent,
} from './output/valueView.js'
export { useOutput, type UseOutputOptions } from './output/useOutput.js'
