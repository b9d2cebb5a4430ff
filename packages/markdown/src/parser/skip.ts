/** A run of spaces and tabs. */
export const blanks = /[ \t]*/y

/** A run of spaces, tabs and line endings. */
export const whitespace = /[ \t\r\n]*/y

/**
 * Where the run ends that a sticky pattern finds at `at`. What it repeats without a bound is one class
 * of characters: more would overflow its stack on a long text.
 */
export function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Where the run begins that ends at `at`: a loop over its characters, since `/\s+$/` is quadratic. */
export function skipBack(text: string, at: number, character: RegExp): number {
  let start = at
  while (character.test(text.charAt(start - 1))) start -= 1
  return start
}

/** Where the run of the character at `at` ends. */
export function endOfRun(text: string, at: number): number {
  const character = text.charAt(at)
  let end = at + 1
  while (end < text.length && text.charAt(end) === character) end += 1
  return end
}
