import type { ContentBlock, ErrorCode, StopReason } from '@glovebox/schema/protocol'
import { createError, type ChatError } from './error.js'

/** How a turn ended. Only `complete` is a whole answer. */
export type Outcome = 'complete' | 'truncated' | 'refused' | 'cut' | 'aborted' | 'failed'

/** The end of a turn, and the error that goes with it. */
export interface Ending {
  readonly outcome: Outcome
  readonly error: ChatError | null
  readonly stopReason?: StopReason | undefined
  readonly stopDetails?: StopDetails | undefined
}

/** What the API says of a refusal beyond that it is one. */
export interface StopDetails {
  /** What was refused, in a word of the API's such as `cyber`; `OutputView` and `parseOutput` check that it is one. */
  readonly category?: string | null | undefined
}

/** What `message_delta` has said of the end of an answer. */
export interface StopFacts {
  readonly stopReason?: string | undefined
  readonly stopDetails?: StopDetails | undefined
}

/** The end that the reader asked for. */
export const abortedEnding: Ending = { outcome: 'aborted', error: null }

/** Gives the end that a stream's `message_stop` means. Without a stop reason nobody said that the answer is whole. */
export function endOfStop({ stopReason, stopDetails }: StopFacts): Ending {
  switch (stopReason) {
    case undefined:
      return endOfError(createError('cut'))
    case 'refusal':
      return { ...endOfError(createError('refused')), stopReason, stopDetails }
    case 'max_tokens':
    case 'model_context_window_exceeded':
    // The API paused a long turn and waits to be sent it back, which this version cannot do.
    case 'pause_turn':
      return { ...endOfError(createError('truncated')), stopReason }
    default:
      return { outcome: 'complete', error: null, stopReason }
  }
}

/** Gives the end of a stream that just ended. A refusal stands, since what came before it must go. */
export function endOfCut(facts: StopFacts): Ending {
  return facts.stopReason === 'refusal' ? endOfStop(facts) : endOfError(createError('cut'))
}

/** Gives the end that an error means. */
export function endOfError(error: ChatError): Ending {
  return { outcome: outcomes[error.code] ?? 'failed', error }
}

const outcomes: Partial<Readonly<Record<ErrorCode, Outcome>>> = {
  refused: 'refused',
  truncated: 'truncated',
  cut: 'cut',
}

/**
 * Gives what stays of an answer. A refusal leaves nothing, as the API asks; a call at the end of a truncated answer
 * counts as incomplete even where its input parses.
 */
export function keepContent(
  blocks: readonly ContentBlock[],
  outcome: Outcome,
): readonly ContentBlock[] {
  if (outcome === 'refused') return []
  const last = blocks.at(-1)
  if (outcome !== 'truncated' || last === undefined || !('complete' in last)) return blocks
  return [...blocks.slice(0, -1), { ...last, complete: false }]
}
