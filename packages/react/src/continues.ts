/**
 * Says whether a text goes on where an earlier one stopped. Compared as a whole: `startsWith` goes
 * character by character, which an answer that grows would pay for with every piece.
 */
export function continues(text: string, earlier: string): boolean {
  return text.slice(0, earlier.length) === earlier
}
