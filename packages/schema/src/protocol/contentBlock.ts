/** Where a passage comes from. Every string in it is untrusted, `url` and `title` too. */
export interface Citation {
  readonly type: string
  readonly cited_text?: string | undefined
  readonly document_title?: string | null | undefined
  readonly document_index?: number | undefined
  readonly title?: string | null | undefined
  readonly url?: string | undefined
}

/** Prose of Claude's as markdown. */
export interface TextBlock {
  readonly type: 'text'
  readonly text: string
  readonly citations?: readonly Citation[] | undefined
}

/** What Claude thought before it answered. */
export interface ThinkingBlock {
  readonly type: 'thinking'
  readonly thinking: string
  readonly signature?: string | undefined
}

/** Thinking that the API returns encrypted. */
export interface RedactedThinkingBlock {
  readonly type: 'redacted_thinking'
  readonly data: string
}

/**
 * A call of a tool. While it streams, `unsafeJson` holds the input's text so far; once `complete`, `input` holds what
 * it parsed to, or stays an empty object where the text is no JSON. Neither has been checked against a schema.
 */
export interface ToolUseBlock {
  readonly type: 'tool_use' | 'server_tool_use'
  readonly id: string
  readonly name: string
  readonly input: unknown
  readonly unsafeJson?: string | undefined
  readonly complete?: boolean | undefined
}

/** The result of a tool that ran at the API's side; arrives whole. */
export interface ToolResultBlock {
  readonly type:
    | 'web_search_tool_result'
    | 'web_fetch_tool_result'
    | 'code_execution_tool_result'
    | 'bash_code_execution_tool_result'
    | 'text_editor_code_execution_tool_result'
    | 'tool_search_tool_result'
    | 'mcp_tool_result'
  readonly tool_use_id: string
  readonly content: unknown
}

/** A block of a kind this version has no name for: the API may add kinds at any time. */
export interface UnknownBlock {
  readonly type: string & { readonly __unknown?: never }
  readonly [key: string]: unknown
}

/** One block of a message's content, as the Messages API names them. */
export type ContentBlock =
  TextBlock | ThinkingBlock | RedactedThinkingBlock | ToolUseBlock | ToolResultBlock | UnknownBlock

/** Why Claude stopped; the API may add reasons at any time. */
export type StopReason =
  | 'end_turn'
  | 'max_tokens'
  | 'stop_sequence'
  | 'tool_use'
  | 'pause_turn'
  | 'refusal'
  | 'model_context_window_exceeded'
  | (string & { readonly __unknown?: never })
