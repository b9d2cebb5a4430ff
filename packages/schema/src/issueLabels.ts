import type { Expectation } from './expectation.js'

/** The words of issues. Functions are given the schema's own words and numbers, never what the model wrote. */
export interface IssueLabels {
  /** A sentence for an expectation that one of the functions below has put in words. */
  readonly expected: (what: string) => string
  /** `type` is JSON's or zod's name of it: `string`, `number`, `object`, `array`, `int`, `date` … */
  readonly type: (type: string) => string
  readonly values: (values: readonly string[]) => string
  readonly bound: (bound: Extract<Expectation, { readonly limit: string }>) => string
  readonly pattern: (pattern: string) => string
  readonly format: (format: string) => string
  readonly multiple: (of: string) => string
  /** A sentence for each code that says enough by itself; for a code that is missing the issue's `message` stays. */
  readonly codes: Readonly<Record<string, string>>
}

/** The same in English. */
export const issueLabels: IssueLabels = {
  expected: (what) => `Expected ${what}`,
  type: (type) => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`),
  values: ([first = '', ...others]) =>
    others.length === 0 ? first : `one of ${[first, ...others].join(', ')}`,
  bound: ({ kind, limit, unit }) =>
    [kind.replace('-', ' '), limit, ...(unit === undefined ? [] : [unit])].join(' '),
  pattern: (pattern) => `a text that matches ${pattern}`,
  format: (format) => `the format ${format}`,
  multiple: (of) => `a multiple of ${of}`,
  codes: {
    unrecognized_keys: 'There are fields that are not expected',
    invalid_union: 'None of the possible forms fits',
    custom: 'A rule for this value does not hold',
  },
}
