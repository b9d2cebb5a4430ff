/** What an emphasis mark stands next to (CommonMark 6.2); a letter is whatever is neither. */
export const isBlankSide = 1
export const isPunctuationSide = 2

/** The class of the UTF-16 unit at `at`; the ends of the text count as blank. */
export function sideOf(text: string, at: number): number {
  const unit = text.charAt(at)
  // Most are, and need no slower pattern.
  if (alphanumeric.test(unit)) return 0
  if (/^\s?$/.test(unit)) return isBlankSide
  return /[\p{P}\p{S}]/u.test(unit) ? isPunctuationSide : 0
}

export const alpha = /[A-Za-z]/

export const alphanumeric = /[\dA-Za-z]/

/** Space or tab. */
export const blank = /[ \t]/

/** What ends a line, or stands between words. */
export const blankOrLineEnding = /[ \t\r\n]/

/** What may stand before the `@` of an address that has no angle brackets. */
export const atext = /[\w+.-]/
