/** One scripted behaviour of the double. `name` is kebab-case; a user text holding `prompt` or `#name` gets it. */
export interface DemoScript {
  readonly name: string
  readonly title: string
  readonly prompt: string
  readonly kind: 'answer' | 'attack' | 'failure'
  readonly reply: DemoReply
}

/** What a script does with a valid request: stream a message, or fail with an HTTP status. */
export type DemoReply = DemoMessage | DemoFailure

/**
 * A message, block by block. `stopReason` defaults to `tool_use` after a tool_use block and to
 * `end_turn` otherwise. `ending` defaults to `complete`. With `pieceLength` (code points) every
 * delta has that length and counts as one token, so that `max_tokens` does not cut a large text.
 */
export interface DemoMessage {
  readonly type: 'message'
  readonly blocks: readonly DemoBlock[]
  readonly stopReason?: string
  readonly stopSequence?: string
  readonly stopDetails?: Readonly<Record<string, unknown>>
  readonly ending?: DemoEnding
  readonly pieceLength?: number
}

/**
 * How a stream ends. All but `complete` leave the last block open and send no message_stop:
 * `error` sends one error event, `reset` breaks the connection in the middle of an event, `end`
 * closes it properly, `stall` keeps it open in silence until the client leaves.
 */
export type DemoEnding =
  | { readonly type: 'complete' }
  | { readonly type: 'error'; readonly error: DemoWireError }
  | { readonly type: 'reset' }
  | { readonly type: 'end' }
  | { readonly type: 'stall' }

/**
 * One content block. `unsafeJson` is a tool's input as it is streamed, valid or not. `omitted`
 * thinking sends its signature only. A `whole` block arrives complete in content_block_start,
 * followed by `deltas` if it has any; so results, fallback and unknown blocks are written.
 * An `event` is no block: it is sent as it is, between two blocks.
 */
export type DemoBlock =
  | { readonly type: 'text'; readonly parts: readonly DemoTextPart[] }
  | {
      readonly type: 'thinking'
      readonly thinking: string
      readonly signature: string
      readonly omitted?: boolean
    }
  | {
      readonly type: 'tool_use' | 'server_tool_use' | 'mcp_tool_use'
      readonly name: string
      readonly unsafeJson: string
      readonly id?: string
      readonly serverName?: string
    }
  | { readonly type: 'whole'; readonly block: DemoPart; readonly deltas?: readonly DemoPart[] }
  | { readonly type: 'event'; readonly event: DemoPart }

/** Text, or a citation of the text before it (sent as citations_delta inside the open block). */
export type DemoTextPart = string | { readonly citation: DemoPart }

/** A JSON object of the wire with a `type`; everything else in it is free. */
export interface DemoPart {
  readonly type: string
  readonly [key: string]: unknown
}

/** The `error` object of the wire, in a body or an error event. */
export interface DemoWireError {
  readonly type: string
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** An answer with an HTTP error status: the wire's JSON error, or HTML as a gateway sends it. */
export type DemoFailure = {
  readonly type: 'failure'
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
} & ({ readonly error: DemoWireError } | { readonly html: string })
