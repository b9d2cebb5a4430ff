import { skip, skipBack } from '../skip.js'
import { alpha, atext, sideOf } from './characters.js'
import { skipMailHost } from './findLiterals.js'

/** An address that stands in the text without brackets: where it ends and leads. */
export interface Literal {
  readonly end: number
  readonly url: string
}

export interface LiteralReader {
  /** The next place at or behind `at` where an address or mail address may begin. */
  readonly next: (at: number) => number
  /** Reads the one that begins at `at`, as micromark-extension-gfm-autolink-literal does. */
  readonly read: (at: number) => Literal | undefined
}

/** What stands behind an address and is not part of it. */
const trailPart = /[!"')*,.:;?\]_~]|&[a-z]+;/iy

/** Finds addresses in one text from `start` on, its places in ascending order. */
export function createLiteralReader(
  text: string,
  start: number,
  work: { visited: number },
): LiteralReader {
  const opening = /https?:\/\/|www\./gi
  let addressAt = -1
  let mailAt = -1
  /** The `@` behind `mailAt`. */
  let atSign = start - 1
  /** A host that was read: where it ends, and up to where a start in it has the same outcome. */
  let host = { end: 0, tail: 0, isValid: false }
  /** Up to here no punctuation ends an address. */
  let noTrailUntil = 0

  return { next, read }

  function next(at: number): number {
    if (addressAt < at) addressAt = findAddress(at)
    while (mailAt < at) mailAt = findMail()
    return Math.min(addressAt, mailAt)
  }

  function read(at: number): Literal | undefined {
    return (
      (at === mailAt ? readMail(at) : undefined) ?? (at === addressAt ? readAddress(at) : undefined)
    )
  }

  function findAddress(from: number): number {
    opening.lastIndex = from
    const found = opening.exec(text)?.index ?? Infinity
    work.visited += Math.min(found, text.length) - from
    return found
  }

  /** The begin of the local part before the next `@`; -1 if there is none. */
  function findMail(): number {
    const from = atSign + 1
    atSign = text.indexOf('@', from)
    work.visited += (atSign < 0 ? text.length : atSign) - from
    if (atSign < 0) return Infinity
    const begin = skipBack(text, atSign, atext)
    work.visited += atSign - begin
    const before = text.charAt(begin - 1)
    return begin === atSign || before === '/' ? -1 : begin
  }

  function readMail(at: number): Literal | undefined {
    // A dot belongs to its host before a letter or a digit.
    const end = skipMailHost(text, atSign + 1, /\.(?![a-z\d])/i)
    work.visited += Math.max(end, atSign) - at
    return end < 0 ? undefined : { end, url: 'mailto:' + text.slice(at, end) }
  }

  function readAddress(at: number): Literal | undefined {
    const before = text.charAt(at - 1)
    const isWww = /w/i.test(text.charAt(at))
    if (isWww ? !/^[(*_[\]~ \t\r\n]?$/.test(before) : alpha.test(before)) return undefined
    const hostStart = isWww ? at : text.indexOf('/', at) + 2
    // `www.` alone is no address, and a host begins with a letter or a digit.
    if (isWww ? at + 4 >= text.length : !isHostStart(hostStart)) return undefined
    if (hostStart >= host.tail) host = readHost(hostStart)
    if (!host.isValid) return undefined
    const end = readPath(host.end)
    return { end, url: (isWww ? 'http://' : '') + text.slice(at, end) }
  }

  function isHostStart(at: number): boolean {
    const code = text.charCodeAt(at)
    return code > 31 && code !== 127 && sideOf(text, at) === 0
  }

  function readHost(at: number): typeof host {
    let end = at
    for (;;) {
      const character = text.charAt(end)
      if (/[._]/.test(character) ? isTrail(end) : character !== '-' && sideOf(text, end) !== 0)
        break
      end += 1
    }
    work.visited += end - at
    const source = text.slice(at, end)
    const lastParts = source.split('.').slice(-2).join('.')
    const isValid = /[^._]/.test(source) && !lastParts.includes('_')
    return { end, tail: end - lastParts.length, isValid }
  }

  function readPath(at: number): number {
    let open = 0
    let end = at
    for (; end < text.length; end += 1) {
      const character = text.charAt(end)
      if (character === '(') open += 1
      else if (character === ')' && open > 0) open -= 1
      else if (/[!"&')*,.:;<?\]_~]/.test(character)) {
        if (isTrail(end)) break
        if (character === ')') open -= 1
      } else if (/\s/.test(character)) break
    }
    work.visited += end - at
    return end
  }

  /** Whether only punctuation stands from `at` to a blank, a `<` or the end. */
  function isTrail(at: number): boolean {
    if (at < noTrailUntil) return false
    let end = at
    let start = -1
    while (end > start && !isBehindTrail(end)) {
      start = end
      end = skip(text, start, trailPart)
    }
    work.visited += end - at
    // Stopped where nothing of it stands.
    if (end > start) return true
    noTrailUntil = end
    return false
  }

  function isBehindTrail(at: number): boolean {
    return /^(?:[<\s]|\](?:[([\s]|$)|$)/.test(text.slice(at, at + 2))
  }
}
