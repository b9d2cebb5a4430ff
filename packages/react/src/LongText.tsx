import { memo, type ReactNode } from 'react'

/** Characters in one part of a long text, so that a text which grows is not drawn from its start each time. */
export const partLength = 16_384

/**
 * Scripts whose lines cost a browser the square of their length, right to left or without blanks, and
 * what costs it much for a character: accents, and hidden characters, which are drawn as their names.
 */
const costly = /[\u0300-\u036f\u0590-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2e80-\uffff]/

/** Words this long are broken anywhere: where Thai or Khmer breaks is looked up, the whole word for each line. */
const longestWord = 2_000

/** Cuts a text into parts. Each ends where its own characters say, so that a longer text has the same ones. */
export function cutIntoParts(unsafe: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  while (unsafe.length - start > partLength) {
    const whole = unsafe.slice(start, start + partLength)
    // What joins characters is judged by its neighbours: a blank is the best place for a cut.
    const end = whole.lastIndexOf('\n') + 1 || whole.lastIndexOf(' ') + 1
    const isPair = /[\ud800-\udbff]$/.test(whole)
    const part = whole.slice(0, end || partLength - (isPair ? 1 : 0))
    parts.push(part)
    start += part.length
  }
  parts.push(unsafe.slice(start))
  return parts
}

/** The props of `LongText`. */
export interface LongTextProps {
  readonly children: string
  /** How a part is to look; the same function for the same look, or the parts are drawn anew. */
  readonly lookOf: (index: number) => PartLook
}

/** Draws the text of a part. */
export type PartLook = (unsafe: string) => ReactNode

/** Draws a text in parts. Those that did not change are passed over as it grows. */
export function LongText({ children: unsafe, lookOf }: LongTextProps): ReactNode {
  const parts = cutIntoParts(unsafe)
  return parts.map((part, index) => {
    const isFirst = index === 0 || parts[index - 1]?.endsWith('\n') === true
    const isLast = index === parts.length - 1 || part.endsWith('\n')
    const hasLines = parts.length > 1 && isFirst && isLast
    return (
      <Part key={index} hasLines={hasLines} look={lookOf(index)}>
        {part}
      </Part>
    )
  })
}

const Part = memo(DrawnPart)

interface PartProps {
  readonly children: string
  /** It is one of several, and holds whole lines. */
  readonly hasLines: boolean
  readonly look: PartLook
}

/** A box of its own, which a browser lays out only near the screen, for whole lines and for what costs more than a line should. */
function DrawnPart({ children: unsafe, hasLines, look }: PartProps): ReactNode {
  const isUnbroken = unsafe.split(/\s/).some((word) => word.length > longestWord)
  const names = [
    (hasLines || costly.test(unsafe)) && 'glovebox-part',
    isUnbroken && 'glovebox-unbroken',
  ].filter(Boolean)
  if (names.length === 0) return look(unsafe)
  return <span className={names.join(' ')}>{look(unsafe)}</span>
}
