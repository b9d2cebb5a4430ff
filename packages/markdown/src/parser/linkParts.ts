import { decodeString } from './decodeString.js'
import { skip, whitespace } from './skip.js'
import { trim } from './trim.js'

/** A part of a link or definition: what it says, raw, and where the text goes on. */
export interface LinkPart {
  readonly value: string
  readonly end: number
}

/** What stands in brackets without brackets in it. */
export interface Label extends LinkPart {
  /** It is not blank, and not too long for any definition. */
  readonly isLabel: boolean
}

/** The text ends before it is clear what stands there. */
export const unfinished = 'unfinished'

/** What was read; `undefined` where something else stands. */
export type Outcome<Read> = Read | typeof unfinished | undefined

/** Reads the parts of links and definitions in one text, without searching twice. */
export interface LinkReader {
  /** Reads what stands in brackets at `at`, up to the length of a label. */
  readonly readLabel: (at: number) => Outcome<Label>
  /** Reads a destination at `at`: `<…>`, or a run without blanks and with balanced parentheses. */
  readonly readDestination: (at: number, maxBalance: number) => Outcome<LinkPart>
  /**
   * Reads the title behind blanks at `at`, places in ascending order; one without words where none
   * begins. Blanks at the start of its lines go.
   */
  readonly readTitle: (at: number) => Outcome<LinkPart>
  /** Where the blanks and line endings at `at` end. */
  readonly skipWhitespace: (at: number) => number
}

/** Characters of a label, without its line endings (CommonMark 4.7). */
const maxLabel = 999

/** Starts at the beginning of a text. */
export function createLinkReader(text: string, work: { visited: number }): LinkReader {
  /** For each mark that ends a title: where the next one without a backslash is. */
  const nextMark = new Map<string, number>()

  return { readLabel, readDestination, readTitle, skipWhitespace }

  function readLabel(at: number): Outcome<Label> {
    let isFilled = false
    let size = 0
    let end = at + 1
    for (; end < text.length && size <= maxLabel; end += 1) {
      const character = text.charAt(end)
      if (character === '[' || character === ']') break
      if (!/[\r\n]/.test(character)) size += 1
      if (!/[ \t\r\n]/.test(character)) isFilled = true
      if (character === '\\' && /[[\\\]]/.test(text.charAt(end + 1))) {
        size += 1
        end += 1
      }
    }
    work.visited += end - at
    const isLong = size > maxLabel
    if (!isLong && text.charAt(end) !== ']') return end < text.length ? undefined : unfinished
    if (end === at + 1) return undefined
    return { value: text.slice(at + 1, end), end: end + 1, isLabel: isFilled && !isLong }
  }

  function readDestination(at: number, maxBalance: number): Outcome<LinkPart> {
    return text.charAt(at) === '<' ? readEnclosed(at) : readBare(at, maxBalance)
  }

  function readEnclosed(at: number): Outcome<LinkPart> {
    const end = skipTo(at + 1, /[<>\r\n]/)
    return outcome(at + 1, end, text.charAt(end) === '>' && end + 1)
  }

  function readBare(at: number, maxBalance: number): Outcome<LinkPart> {
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
    const isEnded = balance < 0 || (balance === 0 && /^[ \t\r\n]?$/.test(text.charAt(end)))
    return outcome(at, end, isEnded && end > at && end)
  }

  function readTitle(from: number): Outcome<LinkPart> {
    const at = skipWhitespace(from)
    if (at === from || !/["'(]/.test(text.charAt(at))) return { value: '', end: from }
    const mark = text.charAt(at) === '(' ? ')' : text.charAt(at)
    let end = nextMark.get(mark) ?? 0
    if (end <= at) {
      // In parentheses a title holds none.
      end = skipTo(at + 1, mark === ')' ? /[()]/ : mark === '"' ? /"/ : /'/)
      work.visited += end - at
      nextMark.set(mark, end)
    }
    if (end >= text.length) return unfinished
    if (text.charAt(end) !== mark) return undefined
    const value = text.slice(at + 1, end).replace(/(\r\n|\n|\r)[ \t]+/g, '$1')
    return { value, end: end + 1 }
  }

  /** Where the first character stands that ends a part, without a backslash before it. */
  function skipTo(at: number, ending: RegExp): number {
    let end = at
    while (end < text.length && !ending.test(text.charAt(end))) {
      end += text.charAt(end) === '\\' && /./.test(text.charAt(end + 1)) ? 2 : 1
    }
    return end
  }

  /** What stands from `start` to `stop`, if the part is whole: then the text goes on at `end`. */
  function outcome(start: number, stop: number, end: number | false): Outcome<LinkPart> {
    work.visited += stop - start
    if (end !== false) return { value: text.slice(start, stop), end }
    return stop < text.length ? undefined : unfinished
  }

  function skipWhitespace(at: number): number {
    const end = skip(text, at, whitespace)
    work.visited += end - at
    return end
  }
}

/** Backslashes count, so that this may be more than a label has. */
const footnoteLabel = /(?:\\[[\\\]]|[^[\] \t\r\n]){0,1000}/y

/** Reads the label of a footnote behind the `[^` at `at`: it holds no blanks. */
export function readFootnoteLabel(
  text: string,
  at: number,
  work: { visited: number },
): LinkPart | undefined {
  const end = skip(text, at + 2, footnoteLabel)
  work.visited += end - at
  const isLabel = text.charAt(end) === ']' && end > at + 2 && end - at - 2 <= maxLabel
  return isLabel ? { value: text.slice(at + 2, end), end: end + 1 } : undefined
}

/** The form in which two labels are compared (CommonMark 4.7). */
export function normalizeLabel(label: string): string {
  return trim(label)
    .replace(/[\t\n\r ]+/g, ' ')
    .toLowerCase()
    .toUpperCase()
}

/** What a node says of the label it has. */
export function named(label: string): { readonly identifier: string; readonly label: string } {
  return { identifier: normalizeLabel(label).toLowerCase(), label: decodeString(label) }
}
