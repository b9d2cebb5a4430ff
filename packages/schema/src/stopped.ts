/** What a stop reason says about an output: null where it may be whole. */
export function stoppedBy(
  stopReason: string | null | undefined,
): { readonly status: 'truncated' | 'refused'; readonly reason: string } | null {
  if (stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded') {
    return { status: 'truncated', reason: stopReason }
  }
  if (stopReason === 'refusal') return { status: 'refused', reason: stopReason }
  return null
}
