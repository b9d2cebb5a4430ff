import type { Tool } from '@glovebox/schema'
import type { ContentBlock, StopReason } from '@glovebox/schema/protocol'
import type { ChatError } from './error.js'
import type { Outcome, StopDetails } from './outcome.js'

/** Headers of each request, or what makes them; a key in them is refused. */
export type ChatHeaders =
  | Readonly<Record<string, string>>
  | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)

/** Where a chat talks to, and what it begins with. */
export interface ChatOptions {
  /** A path on this origin that begins with one `/`, or an absolute URL whose origin is in `ownOrigins`. */
  readonly endpoint: string
  /** Other origins that are yours too, such as `https://api.example.com`. */
  readonly ownOrigins?: readonly string[] | undefined
  /** Tools whose calls are checked here, so that Claude is told in the next turn whether its input was accepted. */
  readonly tools?: readonly Tool[] | undefined
  /** Turns that are there from the start, such as the `messages` of an earlier chat. */
  readonly initialMessages?: readonly InitialMessage[] | undefined
  /** A model of the proxy's list. */
  readonly model?: string | undefined
  /** The most tokens an answer may have; the proxy's own limit holds too. */
  readonly maxTokens?: number | undefined
  readonly headers?: ChatHeaders | undefined
  /** The least milliseconds between two updates while an answer streams; 50 unless told. */
  readonly throttleMs?: number | undefined
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Called with each answer once it has ended, however it ended. */
  readonly onFinish?: ((message: ChatMessage) => void) | undefined
  /** Called with each error when it enters the state. */
  readonly onError?: ((error: ChatError) => void) | undefined
}

/** A turn that a chat begins with. */
export interface InitialMessage {
  readonly id?: string | undefined
  readonly role: 'user' | 'assistant'
  readonly content: string | readonly ContentBlock[]
  readonly outcome?: Outcome | undefined
  readonly stopReason?: StopReason | undefined
}

/** One turn. What Claude wrote in it is untrusted; unchanged blocks of it keep their identity. */
export interface ChatMessage {
  readonly id: string
  readonly role: 'user' | 'assistant'
  readonly content: readonly ContentBlock[]
  /** A user's turn is `sending` until the answer begins, Claude's is `streaming` until it has ended. */
  readonly status: 'sending' | 'streaming' | 'done'
  /** How an answer ended. A user's turn has one only where it got no answer. */
  readonly outcome?: Outcome | undefined
  readonly stopReason?: StopReason | undefined
  /** There only for a refusal of which the API says more. */
  readonly stopDetails?: StopDetails | undefined
}

/** What a chat is at one moment; never changed, only replaced. */
export interface ChatState {
  readonly messages: readonly ChatMessage[]
  readonly status: 'idle' | 'sending' | 'streaming' | 'failed'
  /** Why the last turn is no whole answer; there exactly while `status` is `failed`. */
  readonly error: ChatError | null
}

/** The result of a tool that the app ran itself. */
export interface ToolResult {
  readonly tool_use_id: string
  readonly content: string
  readonly is_error?: boolean | undefined
}

/** How a turn ended, or why there was none. */
export type SendResult =
  | { readonly ok: true; readonly outcome: Outcome }
  | {
      readonly ok: false
      readonly reason: 'busy' | 'empty' | 'nothing-to-retry' | 'unknown-tool-use'
    }

/** A conversation with Claude through one proxy. No method throws, no promise rejects. */
export interface Chat {
  /** Calls back after each change of the state; gives the function that ends this. */
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => ChatState
  /** Sends a user's turn. Refused while another one is under way and for an empty text. */
  readonly send: (text: string) => Promise<SendResult>
  /** Sends the results of tools that the last answer called. */
  readonly respond: (results: readonly ToolResult[]) => Promise<SendResult>
  /** Ends the turn under way and keeps what has arrived. */
  readonly stop: () => void
  /** Drops what came after the last user's turn and sends that turn again. */
  readonly retry: () => Promise<SendResult>
  /** Ends the turn under way and forgets every message. */
  readonly clear: () => void
}
