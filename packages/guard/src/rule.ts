import { createSearch, type Place } from './createSearch.js'
import { findRuns, type Run, type RunKind } from './findRuns.js'

/** One place in a text where a rule holds. `masked` names what was found without a character of the secret. */
export type Match = {
  readonly index: number
  readonly length: number
  readonly masked: string
  /** What its fingerprint is made of, where the bytes are one of several forms of it. */
  readonly identity?: string
  /** What to do about this one, where the rule's own advice is too general. */
  readonly advice?: string
}

/**
 * One kind of thing that must not be in a bundle. `find` is given bytes as text, one character per byte, as they are
 * and again without escapes, joined and so on; `reach` is the longest match in bytes, which tells the scan how much two
 * neighbouring windows must share.
 */
export type Rule = {
  readonly id: string
  readonly advice: string
  readonly reach: number
  readonly find: (bytes: string) => readonly Match[]
  /** Only the bytes as they are count, not what they may spell. */
  readonly asWritten?: true
}

/** A rule that holds where one of some texts stands: many of them cost one reading of a file together. */
export type TextRule = Rule & {
  readonly texts: readonly string[]
  /** Judges a place of one of the texts. */
  readonly at: (bytes: string, place: Place) => Match | undefined
}

/** Completes a rule for texts. */
export function textRule(rule: Omit<TextRule, 'find'>): TextRule {
  const search = createSearch(rule.texts)
  return {
    ...rule,
    find: (bytes) =>
      search(Buffer.from(bytes, 'latin1')).flatMap((place) => {
        const match = rule.at(bytes, place)
        return match === undefined ? [] : [match]
      }),
  }
}

/** A rule that holds inside runs of characters of one kind: most of a file is passed over unread. */
export type RunRule = Rule & {
  /** Those in which it can hold. */
  readonly runs: RunKind
  /** Gives the matches in a run, their places counted in the file. */
  readonly inRun: (run: Run) => readonly Match[]
}

/** Completes a rule for runs. */
export function runRule(rule: Omit<RunRule, 'find'>): RunRule {
  const { runs, inRun } = rule
  return { ...rule, find: (bytes) => findRuns(Buffer.from(bytes, 'latin1'), runs).flatMap(inRun) }
}
