import { continues } from '../continues.js'

/**
 * Takes blanks away around the line endings inside a text; its own start and end keep theirs.
 * @param trimmed an earlier state of the text that has been trimmed
 */
export function trimLines(value: string, trimmed = ''): string {
  if (!value.includes('\n') && !value.includes('\r')) return value
  // A text that only grows is not read again.
  const unread = continues(value, trimmed) ? value.slice(Math.max(0, trimmed.length - 1)) : value
  return blankAtEnding.test(unread) ? value.replace(blanksAtEndings, '') : value
}

const blankAtEnding = /[\t ][\r\n]|[\r\n][\t ]/

/** Each run is met at its start alone: a long one must not cost its square. */
const blanksAtEndings = /(?<![\t ])[\t ]+(?=[\r\n])|(?<=[\r\n])[\t ]+/g

/** Takes tabs and spaces away from the start. */
export function trimStart(line: string): string {
  return line.replace(/^[\t ]+/, '')
}
