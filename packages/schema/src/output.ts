import type { OutputIssue } from './issue.js'
import type { OutputLimits } from './limits.js'

/** What became of a structured output. Only `valid` carries a value to use. */
export type Output<Value> =
  | { readonly status: 'valid'; readonly value: Value }
  | {
      readonly status: 'invalid'
      readonly issues: readonly OutputIssue[]
      /** A bounded text to send back to the model; it names paths of the schema and rules, never values. */
      readonly retryPrompt: string
    }
  | {
      readonly status: 'truncated' | 'cut' | 'aborted' | 'refused' | 'too-big'
      readonly partial?: DeepPartial<Value>
      /** A fixed word: the stop reason, or the limit that was passed. */
      readonly reason: string
    }

/** A value that is still arriving. */
export interface OpenOutput<Value> {
  readonly status: 'open'
  /** Closed parts that are valid, and strings as far as they have come. Nothing shown is ever taken back. */
  readonly partial: DeepPartial<Value> | undefined
  readonly issues: readonly OutputIssue[]
  /** No continuation can become valid any more. */
  readonly doomed: boolean
  at(path: readonly (string | number)[]): 'absent' | 'open' | 'valid' | 'invalid'
}

/** A value of which any part may be missing yet. */
export type DeepPartial<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepPartial<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> }
    : Value

/** How an output is read. */
export interface OutputOptions {
  readonly limits?: Partial<OutputLimits>
  /** The message's `stop_reason`; whatever was cut or refused is never valid. */
  readonly stopReason?: string | null | undefined
  /** `strict`: the text is the JSON. `fenced`: it stands in the one code fence. `prose`: it is the first array or object in the text. */
  readonly extract?: 'strict' | 'fenced' | 'prose'
}
