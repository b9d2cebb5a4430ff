import { skip, skipBack, whitespace } from './skip.js'

/** The text without spaces, tabs and line endings around it. */
export function trim(text: string): string {
  return text.slice(skip(text, 0, whitespace), skipBack(text, text.length, /[ \t\r\n]/))
}

/** The text without the line ending behind it. */
export function withoutEnding(text: string): string {
  if (text.endsWith('\r\n')) return text.slice(0, -2)
  return text.endsWith('\n') || text.endsWith('\r') ? text.slice(0, -1) : text
}
