/** What an emphasis mark stands next to (CommonMark 6.2); a letter is whatever is neither. */
export const isBlankSide = 1
export const isPunctuationSide = 2

/** The class of the UTF-16 unit at `at`; the ends of the text count as blank. */
export function sideOf(text: string, at: number): number {
  // Most are, and need no pattern.
  if (isAlphanumeric(text.charCodeAt(at))) return 0
  const unit = text.charAt(at)
  if (/^\s?$/.test(unit)) return isBlankSide
  return /[\p{P}\p{S}]/u.test(unit) ? isPunctuationSide : 0
}

export function isAlpha(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

export function isAlphanumeric(code: number): boolean {
  return isAlpha(code) || isDigit(code)
}

/** Space or tab. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** `\n` or `\r`. */
export function isLineEnding(code: number): boolean {
  return code === 0x0a || code === 0x0d
}

export function isBlankOrLineEnding(code: number): boolean {
  return isBlank(code) || isLineEnding(code)
}

/** Everything a backslash can escape. */
export function isAsciiPunctuation(code: number): boolean {
  return code > 32 && code < 127 && !isAlphanumeric(code)
}

/** What may stand before the `@` of an address that has no angle brackets. */
export function isAtext(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2b || code === 0x2d || code === 0x2e || code === 0x5f
}
