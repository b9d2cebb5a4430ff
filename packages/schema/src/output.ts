import type { Correction } from './correction.js'
import type { Skipped } from './extract.js'
import type { OutputIssue } from './issue.js'
import type { OutputLimits } from './limits.js'
import type { StopFacts } from './stopped.js'

/** What became of a structured output. Only `valid` carries a value to use. */
export type Output<Value> = {
  /** What stands around the JSON, where `extract` looked for it. */
  readonly skipped?: Skipped
} & (
  | {
      readonly status: 'valid'
      readonly value: Value
      /** What was put right. Only where something was. */
      readonly corrections?: readonly Correction[]
    }
  | {
      readonly status: 'invalid'
      readonly issues: readonly OutputIssue[]
      /** A bounded text to send back to the model; it names paths of the schema and rules, never values. */
      readonly retryPrompt: string
    }
  | {
      readonly status: 'truncated' | 'cut' | 'aborted' | 'too-big'
      readonly partial?: DeepPartial<Value>
      /** A fixed word: the stop reason, or the limit that was passed. */
      readonly reason: string
    }
  | {
      readonly status: 'refused'
      /** What came before a refusal is to be discarded. */
      readonly partial?: never
      readonly reason: string
      /** The API's word for what was refused, such as `cyber`, where it said one. */
      readonly category?: string
    }
)

/** A value that is still arriving. */
export interface OpenOutput<Value> {
  readonly status: 'open'
  /** What stands around the JSON so far, where `extract` looks for it. */
  readonly skipped?: Skipped
  /**
   * What zod made of the closed parts, and open strings as far as they have come. Nothing shown is ever taken back; a
   * text that turns out invalid stays, and makes the output `doomed`.
   */
  readonly partial: DeepPartial<Value> | undefined
  readonly issues: readonly OutputIssue[]
  /** No continuation can become valid any more. */
  readonly doomed: boolean
  /** `open` also for a closed part that is only judged with what holds it, such as a branch of a union. */
  at(path: readonly (string | number)[]): 'absent' | 'open' | 'valid' | 'invalid'
}

/** A value of which any part may be missing yet. */
export type DeepPartial<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepPartial<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> }
    : Value

/** How an output is read. */
export interface OutputOptions extends StopFacts {
  readonly limits?: Partial<OutputLimits>
  /** `strict`: the text is the JSON. `fenced`: it stands in a code fence. `prose`: it stands somewhere in the text, and is an object or array. */
  readonly extract?: 'strict' | 'fenced' | 'prose'
}
