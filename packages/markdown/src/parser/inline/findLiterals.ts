import type { PhrasingContent, Text } from 'mdast'
import { skip, skipBack } from '../skip.js'
import { alpha, atext, isPunctuationSide, sideOf } from './characters.js'

/** An address found in text: its place, and where it leads. */
interface Found {
  readonly start: number
  readonly end: number
  readonly url: string
}

/**
 * Cuts plain text at the addresses in it that the reading of the leaf has left: those in brackets
 * that are no link, and those made of character references. What counts as one is what
 * mdast-util-gfm-autolink-literal finds, in its order: addresses, XMPP, `mailto:`, mail.
 */
export function findLiterals(value: string): PhrasingContent[] {
  if (!/@|www\.|https?:\/\//i.test(value)) return value === '' ? [] : [textNode(value)]
  return cut(value, findAddresses(value)).flatMap((node) =>
    node.type === 'text' ? cut(node.value, findMails(node.value)) : [node],
  )
}

function cut(value: string, found: readonly Found[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = 0
  for (const { start, end, url } of found) {
    if (at < start) nodes.push(textNode(value.slice(at, start)))
    nodes.push(linkTo(url, value.slice(start, end)))
    at = end
  }
  if (at < value.length) nodes.push(textNode(value.slice(at)))
  return nodes
}

const noWhitespace = /[^ \t\r\n]*/y

export function textNode(value: string): Text {
  return { type: 'text', value }
}

/** A link that shows its address, or a part of it. */
export function linkTo(url: string, words: string): PhrasingContent {
  return { type: 'link', title: null, url, children: [textNode(words)] }
}

/** A run of word characters, `-` and `.`, and whether it is a host for what starts before its end. */
interface Host {
  readonly end: number
  /** Where its last two parts begin. */
  readonly tail: number
  readonly isValid: boolean
}

function findAddresses(value: string): Found[] {
  const found: Found[] = []
  const opening = /(?<![\da-z])(?:https?:\/\/|www(?=\.))/gi
  let known: Host = { end: 0, tail: 0, isValid: false }
  for (let match = opening.exec(value); match !== null; match = opening.exec(value)) {
    const start = match.index
    const isWww = match[0].length === 3
    // Where nothing is found the search goes on at the next character.
    opening.lastIndex = start + 1
    if (start > 0 && sideOf(value, start - 1) === 0) continue
    const hostStart = isWww ? start : opening.lastIndex - 1 + match[0].length
    if (sideOf(value, hostStart) === isPunctuationSide) continue
    if (hostStart >= known.tail) known = readHost(value, hostStart)
    if (!known.isValid) continue
    const end = skip(value, known.end, noWhitespace)
    const stop = withoutTrail(value, hostStart, end)
    found.push({ start, end: stop, url: (isWww ? 'http://' : '') + value.slice(start, stop) })
    opening.lastIndex = end
  }
  return found
}

function readHost(value: string, start: number): Host {
  const end = skip(value, start, hostCharacters)
  const parts = value.slice(start, end).split('.')
  const last = parts.slice(-2)
  const isValid =
    parts.length > 1 &&
    last.every((part) => part === '' || (/[\da-z]/i.test(part) && !part.includes('_')))
  return { end, tail: end - last.join('.').length, isValid }
}

/** Where an address ends without its closing punctuation; parentheses it has opened stay closed. */
function withoutTrail(value: string, start: number, end: number): number {
  let stop = Math.max(start, skipBack(value, end, /[!"&'),.:;<>?\]}]/))
  const address = value.slice(start, stop)
  let open = address.split('(').length - address.split(')').length
  for (let at = stop; at < end && open > 0; at += 1) {
    if (value.charAt(at) !== ')') continue
    stop = at + 1
    open -= 1
  }
  return stop
}

function findMails(value: string): Found[] {
  const found: Found[] = []
  /** Where the last address ends, and whether what follows counts as a new text. */
  let from = 0
  let isCut = true
  for (let at = value.indexOf('@'); at >= 0; at = value.indexOf('@', at + 1)) {
    const start = Math.max(isCut ? from : 0, skipBack(value, at, atext))
    if (start === at || start < from) continue
    const mail = readMail(value, isCut ? from : 0, { start, at })
    if (mail === undefined) continue
    found.push(mail)
    from = mail.end
    // Addresses with a scheme are found before all that have none.
    isCut = mail.start < start
  }
  return found
}

const hostCharacters = /[\w.-]*/y

/** Where the host of a mail address at `at` ends, which a lone dot is not part of; -1 for none. */
export function skipMailHost(text: string, at: number, loneDot: RegExp): number {
  const run = text.slice(at, skip(text, at, hostCharacters))
  const [host = ''] = run.split(loneDot, 1)
  return host.includes('.') && alpha.test(host.slice(-1)) ? at + host.length : -1
}

/** The address around the `@` at `at`, whose local part begins at `start`, in the text from `from` on. */
function readMail(
  value: string,
  from: number,
  { start, at }: { readonly start: number; readonly at: number },
): Found | undefined {
  const [, before, scheme = ''] =
    /(.?)(mailto:|xmpp:)$/s.exec(value.slice(Math.max(from, start - 8), start)) ?? []
  // Behind a letter, a digit or an `@` a scheme is only letters; behind `_` it hides the address.
  const hasScheme = scheme !== '' && (before === '' || !/[\da-z@]/i.test(before ?? ''))
  if (hasScheme && /[\w+.-]/.test(before ?? '')) return undefined
  let end = value.charAt(at + 1) === '.' ? -1 : skipMailHost(value, at + 1, /\.(?![\w-])/)
  if (end < 0) return undefined
  if (!hasScheme) return { start, end, url: 'mailto:' + value.slice(start, end) }
  if (scheme === 'xmpp:' && value.charAt(end) === '/') {
    do end += 1
    while (/[\w/-]/.test(value.charAt(end)) || /^\.[\da-z]/i.test(value.slice(end, end + 2)))
    if (!alpha.test(value.charAt(end - 1)) || value.charAt(end) === '@') return undefined
  }
  return { start: start - scheme.length, end, url: value.slice(start - scheme.length, end) }
}
