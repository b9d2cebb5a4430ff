import { describeIssue, type OutputIssue } from '@glovebox/schema'

/** The strings that an output shows around its values. */
export interface OutputLabels {
  /** In the place of a part that is still open and has a component of its own. */
  readonly outputPreparing: string
  /** In the place of a part that was cut off and has a component of its own. */
  readonly outputIncomplete: string
  /** In the place of a part that is not valid. */
  readonly outputInvalid: string
  /** What was wrong with it. `describeIssue` of `@glovebox/schema` takes other languages' words. */
  readonly outputIssue: (issue: OutputIssue) => string
  readonly moreIssues: (count: number) => string
  /** Where an output ends that is not whole. */
  readonly outputTruncated: string
  readonly outputCut: string
  readonly outputAborted: string
  readonly outputRefused: string
  readonly outputTooBig: string
  /** In the place of a part whose component threw. */
  readonly outputFailed: string
  readonly emptyList: string
  readonly noValue: string
  readonly yes: string
  readonly no: string
}

/** The same in English. */
export const outputLabels: OutputLabels = {
  outputPreparing: 'Preparing …',
  outputIncomplete: 'This part is incomplete, so it is not shown.',
  outputInvalid: 'This data did not have the expected form, so it is not shown.',
  outputIssue: (issue) => describeIssue(issue),
  moreIssues: (count) => `and ${count} more`,
  outputTruncated: 'The data ends here: it became longer than allowed.',
  outputCut: 'The data ends here: the connection was lost.',
  outputAborted: 'The data ends here: it was stopped.',
  outputRefused: 'Claude declined to answer.',
  outputTooBig: 'The data is too large to be shown whole.',
  outputFailed: 'This part could not be drawn.',
  emptyList: 'None',
  noValue: '–',
  yes: 'Yes',
  no: 'No',
}
