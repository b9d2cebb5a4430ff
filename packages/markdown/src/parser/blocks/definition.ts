import {
  normalizeLabel,
  readDestination,
  readLabel,
  readTitle,
  skipWhitespace,
  type LinkPart,
} from '../linkParts.js'
import { decodeString } from '../decodeString.js'
import { isBlank } from './openers.js'

/** A link reference definition at the start of a paragraph. */
export interface ReadDefinition {
  readonly identifier: string
  readonly label: string
  readonly url: string
  readonly title: string | null
  /** Where the rest of the paragraph starts. */
  readonly end: number
}

/** Reads a definition at the start of `text`. */
export function readDefinition(text: string): ReadDefinition | undefined {
  const start = skipBlanks(text, 0)
  const label = readLabel(text, start)
  if (label === undefined || text.charAt(label.end) !== ':') return undefined
  const destination = readDestination(text, skipWhitespace(text, label.end + 1))
  if (destination === undefined) return undefined
  const title = readTitleLine(text, destination.end)
  const end = title?.end ?? endOfLine(text, destination.end)
  if (end === undefined) return undefined
  return {
    identifier: normalizeLabel(label.value),
    label: decodeString(label.value),
    url: decodeString(destination.value),
    title: title === undefined || title.value === '' ? null : decodeString(title.value),
    end,
  }
}

/** A title behind blanks that ends its line. */
function readTitleLine(text: string, at: number): LinkPart | undefined {
  const start = skipWhitespace(text, at)
  const title = start === at ? undefined : readTitle(text, start)
  const end = title === undefined ? undefined : endOfLine(text, title.end)
  if (title === undefined || end === undefined) return undefined
  return { value: title.value, end }
}

/** Where the next line starts, if nothing but blanks is left on this one. */
function endOfLine(text: string, at: number): number | undefined {
  const end = skipBlanks(text, at)
  if (end >= text.length) return end
  if (text.startsWith('\r\n', end)) return end + 2
  return /[\r\n]/.test(text.charAt(end)) ? end + 1 : undefined
}

function skipBlanks(text: string, at: number): number {
  let end = at
  while (end < text.length && isBlank(text, end)) end += 1
  return end
}
