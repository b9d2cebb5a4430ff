import type { Expectation } from './expectation.js'
import type { OutputIssue } from './issue.js'
import { issueLabels, type IssueLabels } from './issueLabels.js'

/**
 * Puts an issue in the words of a language: `labels` replace the English ones. Nothing that the model wrote is in it. An
 * issue's `message` is what this gives without labels.
 */
export function describeIssue(
  issue: Pick<OutputIssue, 'code' | 'expectation' | 'message'>,
  labels: Partial<IssueLabels> = {},
): string {
  const { code, expectation, message } = issue
  if (expectation !== undefined) {
    const words = { ...issueLabels, ...labels }
    return words.expected(describe(expectation, words))
  }
  const { codes = {} } = labels
  return Object.hasOwn(codes, code) ? (codes[code] ?? message) : message
}

/** Puts an expectation in words, as part of a sentence. */
export function describe(expectation: Expectation, words: IssueLabels): string {
  switch (expectation.kind) {
    case 'type':
      return words.type(expectation.type)
    case 'values':
      return words.values(expectation.values)
    case 'pattern':
      return words.pattern(expectation.pattern)
    case 'format':
      return words.format(expectation.format)
    case 'multiple':
      return words.multiple(expectation.of)
    default:
      return words.bound(expectation)
  }
}
