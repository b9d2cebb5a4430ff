import { isAlpha, isAlphanumeric, isAtext, sideOf } from './characters.js'

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
    let begin = atSign
    while (begin > from && isAtext(text.charCodeAt(begin - 1))) begin -= 1
    work.visited += atSign - begin
    const before = text.charAt(begin - 1)
    return begin === atSign || before === '/' || isAtext(before.charCodeAt(0)) ? -1 : begin
  }

  function readMail(at: number): Literal | undefined {
    let end = atSign + 1
    let hasDot = false
    let hasLabel = false
    for (; ; end += 1) {
      const code = text.charCodeAt(end)
      if (code === 0x2e) {
        if (!isAlphanumeric(text.charCodeAt(end + 1))) break
        hasDot = true
      } else if (code === 0x2d || code === 0x5f || isAlphanumeric(code)) hasLabel = true
      else break
    }
    work.visited += end - at
    if (!hasDot || !hasLabel || !isAlpha(text.charCodeAt(end - 1))) return undefined
    return { end, url: 'mailto:' + text.slice(at, end) }
  }

  function readAddress(at: number): Literal | undefined {
    const before = text.charAt(at - 1)
    const isWww = /w/i.test(text.charAt(at))
    if (isWww ? !/^[(*_[\]~ \t\r\n]?$/.test(before) : isAlpha(before.charCodeAt(0)))
      return undefined
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
    /** Where the last part and the one before it begin; whether they hold a `_`. */
    let lastStart = at
    let tail = at
    let isMarked = false
    let wasMarked = false
    let isFilled = false
    let end = at
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end)
      if (code === 0x2e || code === 0x5f) {
        if (isTrail(end)) break
        if (code === 0x5f) isMarked = true
        else {
          wasMarked = isMarked
          isMarked = false
          tail = lastStart
          lastStart = end + 1
        }
        continue
      }
      if (code !== 0x2d && sideOf(text, end) !== 0) break
      isFilled = true
    }
    work.visited += end - at
    return { end, tail, isValid: isFilled && !isMarked && !wasMarked }
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
    for (; end < text.length; end += 1) {
      const character = text.charAt(end)
      if (/[<\s]/.test(character)) break
      if (character === ']') {
        if (/^[([\s]?$/.test(text.charAt(end + 1))) break
      } else if (character === '&') {
        let name = end + 1
        while (isAlpha(text.charCodeAt(name))) name += 1
        if (name === end + 1 || text.charAt(name) !== ';') return refuse(at, name)
        end = name
      } else if (!/[!"')*,.:;?_~]/.test(character)) return refuse(at, end)
    }
    work.visited += end - at
    return true
  }

  function refuse(at: number, end: number): false {
    work.visited += end - at
    noTrailUntil = end
    return false
  }
}
