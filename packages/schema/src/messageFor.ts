/** What is known of a zod issue besides its path. */
interface IssueFacts {
  readonly code: string
  readonly [key: string]: unknown
}

/** A text for people, and what was expected. Both come from the schema alone: zod's own texts may repeat what came. */
export function messageFor(issue: IssueFacts): { message: string; expected?: string } {
  const expected = expectedBy(issue)
  if (expected === undefined) return { message: fixed[issue.code] ?? 'The value is not accepted' }
  return { message: `Expected ${expected}`, expected }
}

const fixed: Readonly<Record<string, string>> = {
  unrecognized_keys: 'There are fields that are not expected',
  invalid_union: 'None of the possible forms fits',
  custom: 'A rule for this value does not hold',
}

function expectedBy(issue: IssueFacts): string | undefined {
  const { code, expected, values, minimum, maximum, format, divisor } = issue
  if (code === 'invalid_type' && typeof expected === 'string') return article(expected)
  if (code === 'invalid_value' && Array.isArray(values)) {
    return `one of ${values
      .slice(0, 20)
      .map((value) => JSON.stringify(value) ?? 'undefined')
      .join(', ')}`
  }
  if (code === 'too_small') return `at least ${String(minimum)}`
  if (code === 'too_big') return `at most ${String(maximum)}`
  if (code === 'invalid_format' && typeof format === 'string') return `the format ${format}`
  if (code === 'not_multiple_of') return `a multiple of ${String(divisor)}`
  return undefined
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`
}
