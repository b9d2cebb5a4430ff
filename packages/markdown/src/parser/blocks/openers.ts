import type { Fence } from './block.js'
import { blanks, endOfRun, skip } from '../skip.js'
import { indentOf, type LineCursor } from './lineCursor.js'

const hashes = /#*/y
const underline = /(?:=+|-+)[ \t]*$/y
/** The info string behind backticks has none. */
const fence = /`{3,}(?=[^`]*$)|~{3,}/y

/** An ATX heading's depth and its text, if one starts here. */
export function readAtxHeading(
  cursor: LineCursor,
): { readonly depth: 1 | 2 | 3 | 4 | 5 | 6; readonly text: string } | undefined {
  const { text, next } = cursor
  const depth = skip(text, next, hashes) - next
  const start = skip(text, next + depth, blanks)
  if (depth === 0 || depth > 6 || (start === next + depth && start < text.length)) return undefined
  let end = text.length
  while (end > start && isBlank(text, end - 1)) end -= 1
  let closing = end
  while (closing > start && text.charAt(closing - 1) === '#') closing -= 1
  if (closing < end && (closing === start || isBlank(text, closing - 1))) end = closing
  while (end > start && isBlank(text, end - 1)) end -= 1
  return { depth: depth as 1 | 2 | 3 | 4 | 5 | 6, text: text.slice(start, end) }
}

/** Whether the line is a thematic break: three or more of one marker and blanks. */
export function isThematicBreak({ text, next }: LineCursor): boolean {
  const marker = text.charAt(next)
  if (!/[*_-]/.test(marker)) return false
  let count = 0
  for (let at = next; at < text.length; at += 1) {
    if (text.charAt(at) === marker) count += 1
    else if (!isBlank(text, at)) return false
  }
  return count >= 3
}

/** The depth of the heading that a setext underline makes of the paragraph above, or 0. */
export function readSetextUnderline({ text, next }: LineCursor): 0 | 1 | 2 {
  if (skip(text, next, underline) === next) return 0
  return text.charAt(next) === '=' ? 1 : 2
}

/** The fence of fenced code, if it opens here. */
export function readFence(cursor: LineCursor): Fence | undefined {
  const { text, next } = cursor
  if (skip(text, next, fence) === next) return undefined
  const end = endOfRun(text, next)
  const marker = text.charAt(next)
  return { marker, size: end - next, indent: indentOf(cursor), info: text.slice(end) }
}

/** Whether the line closes fenced code. */
export function isClosingFence(cursor: LineCursor, { marker, size }: Fence): boolean {
  const { text, next } = cursor
  if (indentOf(cursor) > 3 || text.charAt(next) !== marker) return false
  const end = endOfRun(text, next)
  return end - next >= size && isOnlyBlank(text, end)
}

/** Whether a space or a tab stands at `at`. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 9
}

/** Whether nothing but spaces and tabs stands behind `at`. */
export function isOnlyBlank(text: string, at: number): boolean {
  return skip(text, at, blanks) >= text.length
}
