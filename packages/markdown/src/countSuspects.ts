import { suspect } from './suspect.js'

/** Marks drawn as elements in one text; further ones are the same names as plain text. */
export const maxMarks = 1_000

/** Most texts have none of these, which is found out faster. */
export const notAscii = /[^\t\n -~]/

const suspects = new RegExp(suspect, 'gu')

/** Counts the characters that may be hidden: the parts of a text have as many as the whole. */
export function countSuspects(unsafe: string): number {
  return notAscii.test(unsafe) ? (unsafe.match(suspects)?.length ?? 0) : 0
}

/** A mark, the name in it, and the text behind it. */
const nodesPerMark = 3

/** Says how many nodes are drawn for so many of them: as many, or a few more. */
export function nodesFor(suspects: number): number {
  return Math.min(suspects, maxMarks) * nodesPerMark
}
