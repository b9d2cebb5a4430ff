/** What is known of a zod issue besides its path. */
interface IssueFacts {
  readonly code: string
  readonly [key: string]: unknown
}

/** A text for people, and what was expected. Both come from the schema alone: zod's own texts may repeat what came. */
export function messageFor(issue: IssueFacts): { message: string; expected?: string } {
  const expected = expectedBy(issue)
  if (expected === undefined)
    return { message: fixed.get(issue.code) ?? 'The value is not accepted' }
  return { message: `Expected ${expected}`, expected }
}

const fixed: ReadonlyMap<string, string> = new Map([
  ['unrecognized_keys', 'There are fields that are not expected'],
  ['invalid_union', 'None of the possible forms fits'],
  ['custom', 'A rule for this value does not hold'],
])

function expectedBy(issue: IssueFacts): string | undefined {
  const { code, expected, values, minimum, maximum, format, pattern, divisor } = issue
  if (code === 'invalid_type' && typeof expected === 'string') return article(expected)
  if (code === 'invalid_value' && Array.isArray(values)) {
    const named = values.slice(0, 20).map(literal).join(', ')
    return values.length === 1 ? named : `one of ${named}`
  }
  if (code === 'too_small') return bound('at least', 'more than', { ...issue, limit: minimum })
  if (code === 'too_big') return bound('at most', 'less than', { ...issue, limit: maximum })
  if (code === 'invalid_format' && format === 'regex' && typeof pattern === 'string') {
    return `a text that matches ${pattern}`
  }
  if (code === 'invalid_format' && typeof format === 'string') return `the format ${format}`
  if (code === 'not_multiple_of') return `a multiple of ${String(divisor)}`
  return undefined
}

function bound(
  including: string,
  excluding: string,
  { limit, inclusive, origin }: { limit: unknown; inclusive?: unknown; origin?: unknown },
): string {
  const unit = units.get(origin) ?? ''
  return `${inclusive === false ? excluding : including} ${String(limit)}${unit}`
}

const units: ReadonlyMap<unknown, string> = new Map([
  ['string', ' characters'],
  ['array', ' items'],
  ['set', ' items'],
])

/** A value that the schema names. */
function literal(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`
}
