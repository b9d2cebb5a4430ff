import { decodeString } from '../decodeString.js'
import { unfinished, type LinkReader, type Outcome } from '../linkParts.js'

/** What the parentheses behind a link's words say. */
export interface Resource {
  readonly leadsTo: { readonly title: string | null; readonly url: string }
  readonly end: number
}

/** Parentheses that may be open in an address without `<>`, as in micromark. */
const maxBalance = 32

/** Reads the resource whose `(` stands at `at`. */
export function readResource(text: string, at: number, links: LinkReader): Outcome<Resource> {
  let end = links.skipWhitespace(at + 1)
  let url = ''
  let title: string | null = null
  if (text.charAt(end) !== ')') {
    const destination = links.readDestination(end, maxBalance)
    if (typeof destination !== 'object') return destination
    url = decodeString(destination.value)
    const part = links.readTitle(destination.end)
    if (typeof part !== 'object') return part
    title = decodeString(part.value) || null
    end = links.skipWhitespace(part.end)
  }
  if (end >= text.length) return unfinished
  return text.charAt(end) === ')' ? { leadsTo: { title, url }, end: end + 1 } : undefined
}
