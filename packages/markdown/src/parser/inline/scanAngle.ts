import { alpha, alphanumeric } from './characters.js'
import { unfinished, type Outcome } from '../linkParts.js'
import { skip, whitespace } from '../skip.js'

/** What stands in angle brackets, and where it ends. */
export interface Angle {
  readonly kind: 'address' | 'mail' | 'html'
  readonly end: number
}

/** One unit more than a scheme has. */
const scheme = /[a-z\d+.-]{0,33}/iy
const address = /[^\0- \x7f<>]*/y
const localPart = /[\w.#$%&'*+/=?^`{|}~-]*/y
const tagName = /[a-z\d-]*/iy
const attributeName = /[\w.:-]*/y
const bareValue = /[^ \t\r\n"'<=>`]*/y

/** Reads what `<` begins, places in ascending order, without searching twice for what is not there. */
export function createAngleReader(
  text: string,
  work: { visited: number },
): (at: number) => Outcome<Angle> {
  /** Ends of comments and their like that do not come any more. */
  const absent = new Set<string>()

  return (at) => {
    const autolink = readAutolink(at)
    if (typeof autolink === 'object') return autolink
    const html = readHtml(at)
    return typeof html === 'object' ? html : (autolink ?? html)
  }

  function readAutolink(at: number): Outcome<Angle> {
    let end = skip(text, at + 1, scheme)
    const length = end - at - 1
    if (text.charAt(end) === ':' && length > 1 && length < 33 && alpha.test(text.charAt(at + 1))) {
      end = skip(text, end, address)
      work.visited += end - at
      if (end >= text.length) return unfinished
      return text.charAt(end) === '>' ? { kind: 'address', end: end + 1 } : undefined
    }
    end = skip(text, end, localPart)
    work.visited += end - at
    if (end >= text.length) return unfinished
    return text.charAt(end) === '@' && end > at + 1 ? readMailHost(end + 1) : undefined
  }

  /** Labels of at most 63 letters, digits and inner hyphens, with dots between them. */
  function readMailHost(at: number): Outcome<Angle> {
    let start = at
    let end = at
    for (; end < text.length; end += 1) {
      const character = text.charAt(end)
      if (/[>.]/.test(character)) {
        if (end === start || text.charAt(end - 1) === '-') break
        if (character === '>') {
          work.visited += end - at
          return { kind: 'mail', end: end + 1 }
        }
        start = end + 1
      } else if (!(end > start ? /[\da-z-]/i : alphanumeric).test(character) || end - start >= 63) {
        break
      }
    }
    work.visited += end - at
    return end >= text.length ? unfinished : undefined
  }

  function readHtml(at: number): Outcome<Angle> {
    const next = text.charAt(at + 1)
    if (next === '!') return readDeclaration(at)
    if (next === '?') return readUntil('?>', at, at + 2)
    const isClosing = next === '/'
    const name = at + (isClosing ? 2 : 1)
    if (!alpha.test(text.charAt(name))) return name < text.length ? undefined : unfinished
    const nameEnd = skip(text, name, tagName)
    const end = isClosing ? skip(text, nameEnd, whitespace) : readAttributes(nameEnd)
    work.visited += Math.abs(end) - at
    if (Math.abs(end) >= text.length) return unfinished
    return end > 0 && text.charAt(end) === '>' ? { kind: 'html', end: end + 1 } : undefined
  }

  function readDeclaration(at: number): Outcome<Angle> {
    if (text.startsWith('<!--', at)) return readUntil('-->', at, at + 2)
    if (text.startsWith('<![CDATA[', at)) return readUntil(']]>', at, at + 9)
    if (alpha.test(text.charAt(at + 2))) return readUntil('>', at, at + 2)
    const isBegun = ['<!--', '<![CDATA['].some((opening) =>
      opening.startsWith(text.slice(at, at + 9)),
    )
    return isBegun ? unfinished : undefined
  }

  function readUntil(closing: string, at: number, from: number): Outcome<Angle> {
    const found = absent.has(closing) ? -1 : text.indexOf(closing, from)
    if (!absent.has(closing)) work.visited += (found < 0 ? text.length : found) - at
    if (found >= 0) return { kind: 'html', end: found + closing.length }
    absent.add(closing)
    return unfinished
  }

  /** Where the attributes end, behind a `/` if there is one; negative where they break off. */
  function readAttributes(at: number): number {
    let end = at
    for (;;) {
      const start = skip(text, end, whitespace)
      if (text.charAt(start) === '/') return start + 1
      if (!/[a-z:_]/i.test(text.charAt(start))) return start
      // A name stands behind a blank.
      if (start === end) return -start
      end = skip(text, start, attributeName)
      const equals = skip(text, end, whitespace)
      if (text.charAt(equals) !== '=') continue
      end = skipValue(skip(text, equals + 1, whitespace))
      if (end < 0) return end
    }
  }

  function skipValue(at: number): number {
    const quote = text.charAt(at)
    if (quote === '"' || quote === "'") {
      const end = text.indexOf(quote, at + 1)
      return end < 0 ? -text.length : end + 1
    }
    if (/[<=>`]/.test(quote)) return -at
    return skip(text, Math.min(at + 1, text.length), bareValue)
  }
}

/** The source of inline HTML without up to three columns of blanks at the start of its lines. */
export function withoutIndent(source: string): string {
  // Three columns go; a tab reaches to the fourth, of which a space is left.
  return source.replace(indent, (_, ending: string, tabbed = '') => ending + (tabbed && ' '))
}

const indent = /(\r\n|\n|\r)(?:( {0,2}\t)| {1,3})/g
