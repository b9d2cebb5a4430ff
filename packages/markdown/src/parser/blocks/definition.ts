import { createLinkReader, normalizeLabel, type LinkPart, type LinkReader } from '../linkParts.js'
import { decodeString } from '../decodeString.js'
import { blanks, skip } from '../skip.js'

/** A link reference definition at the start of a paragraph. */
export interface ReadDefinition {
  readonly identifier: string
  readonly label: string
  readonly url: string
  readonly title: string | null
  /** Where the rest of the paragraph starts. */
  readonly end: number
}

/** Reads a definition at the start of `text`, which begins with a `[`, perhaps behind blanks. */
export function readDefinition(text: string): ReadDefinition | undefined {
  const links = createLinkReader(text, { visited: 0 })
  const label = links.readLabel(skip(text, 0, blanks))
  if (typeof label !== 'object' || !label.isLabel || text.charAt(label.end) !== ':')
    return undefined
  const destination = links.readDestination(links.skipWhitespace(label.end + 1), Infinity)
  if (typeof destination !== 'object') return undefined
  const title = readTitleLine(text, destination.end, links)
  const end = title?.end ?? endOfLine(text, destination.end)
  if (end === undefined) return undefined
  return {
    identifier: normalizeLabel(label.value),
    label: decodeString(label.value),
    url: decodeString(destination.value),
    title: decodeString(title?.value ?? '') || null,
    end,
  }
}

/** A title behind blanks that ends its line. */
function readTitleLine(text: string, at: number, links: LinkReader): LinkPart | undefined {
  const start = links.skipWhitespace(at)
  if (start === at || !/["'(]/.test(text.charAt(start))) return undefined
  const title = links.readTitle(start)
  if (typeof title !== 'object') return undefined
  const end = endOfLine(text, title.end)
  return end === undefined ? undefined : { value: title.value, end }
}

/** Where the next line starts, if nothing but blanks is left on this one. */
function endOfLine(text: string, at: number): number | undefined {
  const end = skip(text, at, blanks)
  if (end >= text.length) return end
  if (text.startsWith('\r\n', end)) return end + 2
  return /[\r\n]/.test(text.charAt(end)) ? end + 1 : undefined
}
