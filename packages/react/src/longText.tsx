import { Fragment, type ReactNode } from 'react'

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

/** What a part of a long text is drawn as. */
export interface Part {
  /** Its place among the parts. */
  readonly index: number
  readonly parts: readonly string[]
  /** How its text is to look. */
  readonly children: ReactNode
}

/**
 * Draws a part of a long text: in a box of its own, which a browser lays out only near the screen,
 * where it holds whole lines, or costs more than a line should.
 */
export function drawPart({ index, parts, children }: Part): ReactNode {
  const part = parts[index] ?? ''
  const isFirst = index === 0 || parts[index - 1]?.endsWith('\n') === true
  const isLast = index === parts.length - 1 || part.endsWith('\n')
  const isBox = parts.length > 1 && ((isFirst && isLast) || costly.test(part))
  const isUnbroken = part.split(/\s/).some((word) => word.length > longestWord)
  if (parts.length === 1 && !isUnbroken) return <Fragment key={index}>{children}</Fragment>
  return (
    <span key={index} className={classOf(isBox, isUnbroken)}>
      {children}
    </span>
  )
}

function classOf(isBox: boolean, isUnbroken: boolean): string | undefined {
  const names = [isBox && 'glovebox-part', isUnbroken && 'glovebox-unbroken']
  return names.filter(Boolean).join(' ') || undefined
}
