import { continues } from '../continues.js'

/**
 * Takes blanks away around the line endings inside a text; its own start and end keep theirs.
 * @param trimmed an earlier state of the text that has been trimmed
 */
export function trimLines(value: string, trimmed = ''): string {
  if (!value.includes('\n') && !value.includes('\r')) return value
  // A text that only grows is not read again.
  const unread = continues(value, trimmed) ? value.slice(Math.max(0, trimmed.length - 1)) : value
  if (!blankAtEnding.test(unread)) return value
  const lines = value.split(/(\r?\n|\r)/)
  const last = lines.length - 1
  return lines
    .map((line, index) => {
      // Every second one is the line ending that was split at.
      if (index % 2 === 1) return line
      const started = index === 0 ? line : trimStart(line)
      return index === last ? started : trimEnd(started)
    })
    .join('')
}

const blankAtEnding = /[\t ][\r\n]|[\r\n][\t ]/

/** Takes tabs and spaces away from the start. */
export function trimStart(line: string): string {
  let start = 0
  while (line[start] === ' ' || line[start] === '\t') start += 1
  return line.slice(start)
}

function trimEnd(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end -= 1
  return line.slice(0, end)
}
