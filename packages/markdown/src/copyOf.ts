/**
 * Copies a part that was cut out of a text. An engine keeps all of the text for as long as such a
 * part lives: with each piece of an answer, the answer up to there.
 */
export function copyOf(part: string): string {
  return ` ${part}`.slice(1)
}
