/** What was expected of a value. Only the schema's own words and numbers are in it. */
export type Expectation =
  | { readonly kind: 'type'; readonly type: string }
  /** The first 20 values, as JSON. */
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | {
      readonly kind: 'at-least' | 'at-most' | 'more-than' | 'less-than'
      readonly limit: string
      /** What is counted; undefined for the value of a number. */
      readonly unit?: 'characters' | 'items'
    }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'format'; readonly format: string }
  | { readonly kind: 'multiple'; readonly of: string }

/** What is known of a zod issue besides its path. */
export interface UnsafeIssue {
  readonly code: string
  readonly [key: string]: unknown
}

/** Reads from an issue of zod what was expected, where it says so without repeating what came. */
export function readExpectation(issue: UnsafeIssue): Expectation | undefined {
  const { code, expected, values, minimum, maximum, format, pattern, divisor } = issue
  if (code === 'invalid_type' && typeof expected === 'string') {
    return { kind: 'type', type: expected }
  }
  if (code === 'invalid_value' && Array.isArray(values)) {
    return { kind: 'values', values: values.slice(0, 20).map(literal) }
  }
  if (code === 'too_small') {
    return {
      kind: issue['inclusive'] === false ? 'more-than' : 'at-least',
      ...bound(issue, minimum),
    }
  }
  if (code === 'too_big') {
    return {
      kind: issue['inclusive'] === false ? 'less-than' : 'at-most',
      ...bound(issue, maximum),
    }
  }
  if (code === 'invalid_format' && format === 'regex' && typeof pattern === 'string') {
    return { kind: 'pattern', pattern }
  }
  if (code === 'invalid_format' && typeof format === 'string') return { kind: 'format', format }
  if (code === 'not_multiple_of') return { kind: 'multiple', of: String(divisor) }
  return undefined
}

function bound(
  { origin }: UnsafeIssue,
  limit: unknown,
): { readonly limit: string; readonly unit?: 'characters' | 'items' } {
  const unit = units.get(origin)
  return unit === undefined ? { limit: String(limit) } : { limit: String(limit), unit }
}

const units: ReadonlyMap<unknown, 'characters' | 'items'> = new Map<
  unknown,
  'characters' | 'items'
>([
  ['string', 'characters'],
  ['array', 'items'],
  ['set', 'items'],
])

/** A value that the schema names. */
function literal(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
