/** Why a message ended, as the Messages API says it. */
export interface StopFacts {
  /** The message's `stop_reason`; whatever was cut or refused is never valid. */
  readonly stopReason?: string | null | undefined
  /** The message's `stop_details`, of which a refusal's category is read. */
  readonly stopDetails?: { readonly category?: string | null | undefined } | null | undefined
}

/** An output that its stop reason says is not whole. */
export type StoppedOutput =
  | { readonly status: 'truncated'; readonly reason: string }
  | { readonly status: 'refused'; readonly reason: string; readonly category?: string }

/** What the end of a message says about its output: null where it may be whole. */
export function stoppedBy({ stopReason, stopDetails }: StopFacts): StoppedOutput | null {
  if (stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded') {
    return { status: 'truncated', reason: stopReason }
  }
  if (stopReason !== 'refusal') return null
  return { status: 'refused', reason: stopReason, ...categoryOf(stopDetails) }
}

/** A category is one word of the API's; anything else that stands there is not handed on. */
function categoryOf(unsafeDetails: StopFacts['stopDetails']): { readonly category?: string } {
  const category: unknown = unsafeDetails?.category
  return typeof category === 'string' && /^[a-z][a-z_]{0,39}$/.test(category) ? { category } : {}
}
