import { describe } from './describeIssue.js'
import { readExpectation, type Expectation, type UnsafeIssue } from './expectation.js'
import { issueLabels } from './issueLabels.js'

/** A text for people, and what was expected. Both come from the schema alone: zod's own texts may repeat what came. */
export function messageFor(unsafeIssue: UnsafeIssue): {
  readonly message: string
  readonly expected?: string
  readonly expectation?: Expectation
} {
  const expectation = readExpectation(unsafeIssue)
  if (expectation === undefined) {
    const { code } = unsafeIssue
    const message = Object.hasOwn(issueLabels.codes, code) ? issueLabels.codes[code] : undefined
    return { message: message ?? 'The value is not accepted' }
  }
  const expected = describe(expectation, issueLabels)
  return { message: issueLabels.expected(expected), expected, expectation }
}
