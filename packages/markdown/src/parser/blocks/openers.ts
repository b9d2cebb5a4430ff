import { decodeString } from '../decodeString.js'
import type { Fence, Heading } from './block.js'
import { blanks, endOfRun, skip } from '../skip.js'
import { trim } from '../trim.js'
import { indentOf, type LineCursor } from './lineCursor.js'

const hashes = /#{1,6}(?![^ \t])/y
const closingHashes = /(?:^|[ \t])#+$/
const underline = /(?:=+|-+)[ \t]*$/y
/** The info string behind backticks has none. */
const fence = /`{3,}(?=[^`]*$)|~{3,}/y

/** An ATX heading's depth and its text, if one starts here. */
export function readAtxHeading(cursor: LineCursor): Pick<Heading, 'fields' | 'text'> | undefined {
  const { text, next } = cursor
  const start = skip(text, next, hashes)
  if (start === next) return undefined
  const depth = (start - next) as Heading['fields']['depth']
  return { fields: { depth }, text: trim(text.slice(start)).replace(closingHashes, '') }
}

/** Whether the line is a thematic break: three or more of one marker and blanks. */
export function isThematicBreak({ text, next }: LineCursor): boolean {
  const rest = text.slice(next)
  const [marker = ''] = rest
  return /^(?:[* \t]+|[_ \t]+|[- \t]+)$/.test(rest) && rest.split(marker).length > 3
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
  const [, lang = '', meta = ''] = /^[ \t]*([^ \t]*)[ \t]*([^]*)$/.exec(text.slice(end)) ?? []
  const fields = { lang: decodeString(lang) || null, meta: decodeString(meta) || null }
  return { marker, size: end - next, indent: indentOf(cursor), fields }
}

/** Whether the line closes fenced code. */
export function isClosingFence(cursor: LineCursor, { marker, size }: Fence): boolean {
  const { text, next } = cursor
  if (indentOf(cursor) > 3 || text.charAt(next) !== marker) return false
  const end = endOfRun(text, next)
  return end - next >= size && isOnlyBlank(text, end)
}

/** Whether nothing but spaces and tabs stands behind `at`. */
export function isOnlyBlank(text: string, at: number): boolean {
  return skip(text, at, blanks) >= text.length
}
