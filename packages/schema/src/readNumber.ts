/** The most characters of a number; more digits than these tell a JavaScript number nothing. */
export const longestNumber = 1000

/** What a number's text means: its value, whether it is kept exactly, or undefined for what is no JSON number. */
export function readNumber(
  unsafeText: string,
): { readonly value: number; readonly isSafe: boolean } | undefined {
  const match = /^-?((?:0|[1-9]\d*)(?:\.\d+)?)([eE][+-]?\d+)?$/.exec(unsafeText)
  if (match === null) return undefined
  const value = Number(unsafeText)
  if (!Number.isFinite(value)) return { value, isSafe: false }
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return { value, isSafe: true }
  // A measure in exponent form (6.022e23) keeps up to 15 digits; a long row of digits is an identifier that would change.
  const digits = (match[1] ?? '').replace('.', '').replace(/^0+/, '').length
  return { value, isSafe: match[2] !== undefined && digits <= 15 }
}
