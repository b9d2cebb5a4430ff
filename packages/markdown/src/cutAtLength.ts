import { limitFinding, type Finding } from './finding.js'
import { splitAt } from './splitAt.js'

/** A text cut where a limit is passed: `text` is read as markdown, `rest` is plain. */
export interface CutText {
  readonly text: string
  readonly rest: string
  readonly finding?: Finding
}

/** Cuts a text at the most characters that are read as markdown, whatever stands in it. */
export function cutAtLength(unsafe: string, maxLength: number): CutText {
  return unsafe.length > maxLength ? cutAt(unsafe, maxLength, 'length') : { text: unsafe, rest: '' }
}

/** Cuts a text at the limit it passes there. */
export function cutAt(unsafe: string, index: number, reason: string): CutText {
  const [text, rest] = splitAt(unsafe, index)
  return { text, rest, finding: limitFinding(reason, rest, 0) }
}
