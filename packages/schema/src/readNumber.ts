/** The most characters of a number; more digits than these tell a JavaScript number nothing. */
export const longestNumber = 1000

/** What of a number has been read: its grammar's states (RFC 8259, section 6). */
export type NumberState =
  'minus' | 'zero' | 'integer' | 'point' | 'fraction' | 'e' | 'sign' | 'exponent'

const whole: ReadonlySet<NumberState> = new Set(['zero', 'integer', 'fraction', 'exponent'])

/** The state after one more character; undefined where a number cannot go on so. Starts from no state. */
export function nextState(
  state: NumberState | undefined,
  character: string,
): NumberState | undefined {
  const isDigit = character >= '0' && character <= '9'
  switch (state) {
    case undefined:
      if (character === '-') return 'minus'
      return firstDigit(character, isDigit)
    case 'minus':
      return firstDigit(character, isDigit)
    case 'zero':
    case 'integer':
      if (isDigit) return state === 'zero' ? undefined : 'integer'
      return character === '.' ? 'point' : exponentMark(character)
    case 'point':
      return isDigit ? 'fraction' : undefined
    case 'fraction':
      return isDigit ? 'fraction' : exponentMark(character)
    case 'e':
      return character === '+' || character === '-' ? 'sign' : exponentDigit(isDigit)
    case 'sign':
    case 'exponent':
      return exponentDigit(isDigit)
  }
}

/** Whether a number may end in this state. */
export function isWhole(state: NumberState): boolean {
  return whole.has(state)
}

/** What a number's text means: its value, and whether that is what was written; `isInteger` for digits alone. */
export function readNumber(unsafeText: string): {
  readonly value: number
  readonly isSafe: boolean
  readonly isInteger: boolean
} {
  const value = Number(unsafeText)
  const [mantissa = '', exponent] = unsafeText.split(/[eE]/)
  const isInteger = exponent === undefined && !mantissa.includes('.')
  return { value, isSafe: isSafe(value, mantissa, exponent !== undefined), isInteger }
}

function isSafe(value: number, mantissa: string, hasExponent: boolean): boolean {
  if (!Number.isFinite(value)) return false
  // What is so small that it becomes zero has changed.
  if (value === 0) return !/[1-9]/.test(mantissa)
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return true
  // A measure in exponent form (6.022e23) is kept where it says the same as the number does; a long row of digits is an
  // identifier that would change.
  return hasExponent && digitsOf(mantissa) === digitsOf(value.toExponential().split('e')[0] ?? '')
}

/** The digits that count. */
function digitsOf(mantissa: string): string {
  return mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')
}

function firstDigit(character: string, isDigit: boolean): NumberState | undefined {
  if (character === '0') return 'zero'
  return isDigit ? 'integer' : undefined
}

function exponentMark(character: string): NumberState | undefined {
  return character === 'e' || character === 'E' ? 'e' : undefined
}

function exponentDigit(isDigit: boolean): NumberState | undefined {
  return isDigit ? 'exponent' : undefined
}
