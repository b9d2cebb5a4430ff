import type { OpenLeaf } from './blocks/state.js'

/** Characters of an unfinished construct that are held back; a longer one is shown as it is. */
export const maxHeld = 1_000

/** Container markers at the start of a line. */
const markers = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/

/** Nothing but what may become a marker, a thematic break, an underline, a fence or a delimiter row. */
const onlyMarks = /^[-*+_=>#~:|` \t\d.)]*$/

/** The label of a definition, a footnote or a task, as far as it goes. */
const label = /^\[[^\]]*(?:\]:?[ \t]*)?$/

/** A tag as far as it goes; whether it is a block shows behind it. */
const tag = /^<[^>]*>?[ \t]*$/

/**
 * The part of an unfinished line that is read: nothing, while its first characters could still become
 * syntax that the reader is not to see. Only for a text that is still open.
 */
export function withhold(line: string, leaf: OpenLeaf | undefined): string {
  if (leaf?.type === 'code') {
    if (leaf.fence !== undefined) return /^[ \t>]*(?:`+|~+)[ \t]*$/.test(line) ? '' : line
    if (/^[ \t>]*(?: {4}|\t)/.test(line)) return line
  }
  if (line.length > maxHeld) return line
  if (leaf?.type === 'html') return line.replace(tagAtEnd, '')
  const start = markers.exec(line)?.[0].length ?? 0
  const words = line.slice(start)
  return onlyMarks.test(words) || label.test(words) || tag.test(words) ? '' : line
}

/** A definition as far as it goes: an address behind a label, perhaps a title. */
const definition =
  /^[ \t]*\[[^\]]+\]:\s*(?:<[^>\n]*>?|[^\s<]\S*)?(?:\s+(?:"[^"\n]*"?|'[^'\n]*'?|\([^)\n]*\)?)?)?[ \t]*$/

/** Whether an open paragraph that starts so may still turn out to be a definition. */
export function mayBeDefinition(text: string): boolean {
  return text.length <= maxHeld && definition.test(text)
}

const tagAtEnd = /<[^<>]*$/
