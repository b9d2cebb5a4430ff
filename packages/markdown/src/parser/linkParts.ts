/** A part of a link or definition: what it says, raw, and where the text goes on. */
export interface LinkPart {
  readonly value: string
  readonly end: number
}

/** Characters of a label (CommonMark 4.7). */
export const maxLabel = 999

/** Reads `[label]` at `at`. */
export function readLabel(text: string, at: number): LinkPart | undefined {
  if (text.charAt(at) !== '[') return undefined
  let isFilled = false
  let end = at + 1
  for (; end < text.length; end += 1) {
    const character = text.charAt(end)
    if (character === '[' || end - at - 1 > maxLabel) return undefined
    if (character === ']') break
    if (character === '\\' && /[[\\\]]/.test(text.charAt(end + 1))) end += 1
    isFilled ||= !/[ \t\r\n]/.test(character)
  }
  if (!isFilled || end >= text.length) return undefined
  return { value: text.slice(at + 1, end), end: end + 1 }
}

/** Reads a destination at `at`: `<…>`, or a run without blanks and with balanced parentheses. */
export function readDestination(
  text: string,
  at: number,
  maxBalance = Number.POSITIVE_INFINITY,
): LinkPart | undefined {
  if (text.charAt(at) === '<') return readEnclosedDestination(text, at)
  let balance = 0
  let end = at
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code <= 32 || code === 127) break
    if (code === 0x28) {
      balance += 1
      if (balance > maxBalance) return undefined
    } else if (code === 0x29) {
      if (balance === 0) break
      balance -= 1
    } else if (code === 0x5c && /[()\\]/.test(text.charAt(end + 1))) end += 1
  }
  const isEnded = end >= text.length || /[ \t\r\n)]/.test(text.charAt(end))
  if (end === at || balance > 0 || !isEnded) return undefined
  return { value: text.slice(at, end), end }
}

function readEnclosedDestination(text: string, at: number): LinkPart | undefined {
  for (let end = at + 1; end < text.length; end += 1) {
    const character = text.charAt(end)
    if (character === '>') return { value: text.slice(at + 1, end), end: end + 1 }
    if (character === '<' || character === '\n' || character === '\r') return undefined
    if (character === '\\' && /[<>\\]/.test(text.charAt(end + 1))) end += 1
  }
  return undefined
}

/** Reads a title at `at`, in quotes or parentheses; blanks at the start of its lines go. */
export function readTitle(text: string, at: number): LinkPart | undefined {
  const opening = text.charAt(at)
  if (opening !== '"' && opening !== "'" && opening !== '(') return undefined
  const closing = opening === '(' ? ')' : opening
  for (let end = at + 1; end < text.length; end += 1) {
    const character = text.charAt(end)
    if (character === closing) {
      const value = text.slice(at + 1, end).replace(/(\r\n|\n|\r)[ \t]+/g, '$1')
      return { value, end: end + 1 }
    }
    if (opening === '(' && character === '(') return undefined
    if (character === '\\' && /[()"'\\]/.test(text.charAt(end + 1))) end += 1
  }
  return undefined
}

/** Where the blanks and line endings at `at` end. */
export function skipWhitespace(text: string, at: number): number {
  let end = at
  while (end < text.length && /[ \t\r\n]/.test(text.charAt(end))) end += 1
  return end
}

/** The form in which two labels are compared (CommonMark 4.7). */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}
