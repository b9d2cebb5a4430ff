import type { Expectation } from './expectation.js'

/** One reason why a value is not valid. */
export interface OutputIssue {
  readonly path: readonly (string | number)[]
  /** zod's issue codes, or the reader's own: `not-json`, `duplicate-key`, `forbidden-key`, `unsafe-number`, `lone-surrogate`, `several-values`, `unknown-tool`. */
  readonly code: string
  /** What was expected there, where that can be said without repeating what came. */
  readonly expected?: string
  /** The same as data, for texts in another language; see `describeIssue`. */
  readonly expectation?: Expectation
  /** A short text for people. It never repeats what the model wrote. */
  readonly message: string
}

/** The most issues that are kept; one more would tell nobody anything. */
export const mostIssues = 50

/** The schema threw, or would have had to wait for something. */
export const notChecked: OutputIssue = Object.freeze({
  path: [],
  code: 'custom',
  message: 'The value could not be checked',
})
