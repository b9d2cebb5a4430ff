import { suspect } from './suspect.js'

/** Characters at the end of a growing text that are looked at. */
const mostUndecided = 64

/**
 * What may be needed by what comes behind it: half a character, a joiner, a selector, a blank, a tag, and a direction
 * mark with the next words.
 */
const undecided = new RegExp(`(?:[\\u200e\\u200f\\u061c].{0,12}|(?:${suspect})+)$`, 'u')

/**
 * Says how much of the end of a text that still grows is neither plainly seen nor plainly hidden: it is drawn once more
 * has come, and neither marked nor reported before.
 */
export function undecidedLength(text: string): number {
  const end = text.slice(-mostUndecided)
  if (!/[^\t\n -~]/.test(end)) return 0
  const length = undecided.exec(end)?.[0].length ?? 0
  if (length < mostUndecided) return length
  // A longer run is a code, whatever comes; only half a character waits.
  return /[\ud800-\udbff]$/.test(end) ? 1 : 0
}
