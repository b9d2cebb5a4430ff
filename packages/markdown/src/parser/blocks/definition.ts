import type { Definition } from './block.js'
import { createLinkReader, named } from '../linkParts.js'
import { decodeString } from '../decodeString.js'
import { blanks, skip } from '../skip.js'

/** A link reference definition at the start of a paragraph. */
export interface ReadDefinition {
  readonly unsafeLabel: string
  readonly fields: Definition['fields']
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
  const title = links.readTitle(destination.end)
  const titleEnd = typeof title === 'object' ? endOfLine(text, title.end) : undefined
  const end = titleEnd ?? endOfLine(text, destination.end)
  if (end === undefined) return undefined
  return {
    unsafeLabel: label.value,
    fields: {
      ...named(label.value),
      url: decodeString(destination.value),
      // A title ends its line.
      title:
        typeof title === 'object' && titleEnd !== undefined
          ? decodeString(title.value) || null
          : null,
    },
    end,
  }
}

/** Where the next line starts, if nothing but blanks is left on this one. */
function endOfLine(text: string, at: number): number | undefined {
  const end = skip(text, at, blanks)
  if (end >= text.length) return end
  if (text.startsWith('\r\n', end)) return end + 2
  return /[\r\n]/.test(text.charAt(end)) ? end + 1 : undefined
}
