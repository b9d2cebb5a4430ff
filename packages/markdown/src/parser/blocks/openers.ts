import type { Fence } from './block.js'
import { indentOf, type LineCursor } from './lineCursor.js'

/** An ATX heading's depth and its text, if one starts here. */
export function readAtxHeading(
  cursor: LineCursor,
): { readonly depth: 1 | 2 | 3 | 4 | 5 | 6; readonly text: string } | undefined {
  const { text, next } = cursor
  const depth = runLength(text, next, '#')
  if (depth === 0 || depth > 6 || !isBlankAt(text, next + depth)) return undefined
  const start = skipBlanks(text, next + depth)
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
  if (marker !== '*' && marker !== '-' && marker !== '_') return false
  let count = 0
  for (let at = next; at < text.length; at += 1) {
    if (text.charAt(at) === marker) count += 1
    else if (!isBlank(text, at)) return false
  }
  return count >= 3
}

/** The depth of the heading that a setext underline makes of the paragraph above, or 0. */
export function readSetextUnderline({ text, next }: LineCursor): 0 | 1 | 2 {
  const marker = text.charAt(next)
  if (marker !== '=' && marker !== '-') return 0
  if (!isOnlyBlank(text, next + runLength(text, next, marker))) return 0
  return marker === '=' ? 1 : 2
}

/** The fence of fenced code, if it opens here. */
export function readFence(cursor: LineCursor): Fence | undefined {
  const { text, next } = cursor
  const marker = text.charAt(next)
  if (marker !== '`' && marker !== '~') return undefined
  const size = runLength(text, next, marker)
  const info = text.slice(next + size)
  if (size < 3 || (marker === '`' && info.includes('`'))) return undefined
  return { marker, size, indent: indentOf(cursor), info }
}

/** Whether the line closes fenced code. */
export function isClosingFence(cursor: LineCursor, { marker, size }: Fence): boolean {
  const { text, next } = cursor
  if (indentOf(cursor) > 3 || text.charAt(next) !== marker) return false
  const length = runLength(text, next, marker)
  return length >= size && isOnlyBlank(text, next + length)
}

/** The length of the run of one character that starts at `at`. */
export function runLength(text: string, at: number, character: string): number {
  let end = at
  while (end < text.length && text.charAt(end) === character) end += 1
  return end - at
}

/** Whether a space or a tab stands at `at`. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 9
}

/** Where the spaces and tabs at `at` end. */
export function skipBlanks(text: string, at: number): number {
  let end = at
  while (isBlank(text, end)) end += 1
  return end
}

/** Whether nothing but spaces and tabs stands behind `at`. */
export function isOnlyBlank(text: string, at: number): boolean {
  return skipBlanks(text, at) >= text.length
}

function isBlankAt(text: string, at: number): boolean {
  return at >= text.length || isBlank(text, at)
}
