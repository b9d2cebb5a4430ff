import { decodeString } from '../decodeString.js'
import { isBlankOrLineEnding } from './characters.js'

/** What the parentheses behind a link's words say. */
export interface Resource {
  readonly url: string
  readonly title: string | null
  readonly end: number
}

/** The text ends before it is clear what stands there. */
export const unfinished = 'unfinished'

interface Part {
  readonly value: string
  readonly end: number
}

type Outcome<Read> = Read | typeof unfinished | undefined

/** Parentheses that may be open in an address without `<>`, as in micromark. */
const maxBalance = 32

/** Reads resources of one text, its places in ascending order, without searching twice. */
export function createResourceReader(
  text: string,
  work: { visited: number },
): (at: number) => Outcome<Resource> {
  /** For each mark that ends a title: where the next one without a backslash is. */
  const nextMark = new Map<string, number>()

  return (at) => {
    let end = skipBlanks(at + 1)
    let url = ''
    let title: string | null = null
    if (text.charAt(end) !== ')') {
      const destination = text.charAt(end) === '<' ? readEnclosed(end) : readBare(end)
      if (destination === undefined || destination === unfinished) return destination
      url = decodeString(destination.value)
      end = skipBlanks(destination.end)
      if (end > destination.end && /["'(]/.test(text.charAt(end))) {
        const part = readTitle(end)
        if (part === undefined || part === unfinished) return part
        if (part.value !== '') title = decodeString(part.value)
        end = skipBlanks(part.end)
      }
    }
    if (end >= text.length) return unfinished
    return text.charAt(end) === ')' ? { url, title, end: end + 1 } : undefined
  }

  function skipBlanks(at: number): number {
    let end = at
    while (isBlankOrLineEnding(text.charCodeAt(end))) end += 1
    work.visited += end - at
    return end
  }

  function readEnclosed(at: number): Outcome<Part> {
    let end = at + 1
    while (end < text.length && !/[<>\r\n]/.test(text.charAt(end))) {
      end += text.charAt(end) === '\\' && /[<>\\]/.test(text.charAt(end + 1)) ? 2 : 1
    }
    work.visited += end - at
    if (end >= text.length) return unfinished
    return text.charAt(end) === '>' ? { value: text.slice(at + 1, end), end: end + 1 } : undefined
  }

  function readBare(at: number): Outcome<Part> {
    let balance = 0
    let end = at
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end)
      if (code <= 32 || code === 127) break
      if (code === 0x28) balance += 1
      else if (code === 0x29) balance -= 1
      else if (code === 0x5c && /[()\\]/.test(text.charAt(end + 1))) end += 1
      if (balance < 0 || balance > maxBalance) break
    }
    work.visited += end - at
    if (end >= text.length) return unfinished
    const isEnded = balance < 0 || (balance === 0 && isBlankOrLineEnding(text.charCodeAt(end)))
    return isEnded && end > at ? { value: text.slice(at, end), end } : undefined
  }

  function readTitle(at: number): Outcome<Part> {
    const mark = text.charAt(at) === '(' ? ')' : text.charAt(at)
    let end = nextMark.get(mark) ?? 0
    if (end <= at) {
      end = at + 1
      // In parentheses a title holds none.
      while (
        end < text.length &&
        text.charAt(end) !== mark &&
        (mark !== ')' || text.charAt(end) !== '(')
      ) {
        end += text.charAt(end) === '\\' && /[\\"'()]/.test(text.charAt(end + 1)) ? 2 : 1
      }
      work.visited += end - at
      nextMark.set(mark, end)
    }
    if (end >= text.length) return unfinished
    if (text.charAt(end) !== mark) return undefined
    const value = text.slice(at + 1, end).replace(/(\r\n|\n|\r)[ \t]+/g, '$1')
    return { value, end: end + 1 }
  }
}
