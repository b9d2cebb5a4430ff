import { blankOrLineEnding } from './characters.js'
import { isRaw, type Item } from './item.js'
import type { Reading } from './reading.js'

/**
 * Finds the last place outside pairs and brackets that no opener before it waits for, and where no
 * address can lie across: before a blank, or between two letters of a script without blanks. Where
 * there is none it is `start`, where reading began.
 */
export function findSeal(items: readonly Item[], reading: Reading, start: number): number {
  const { text, textBrackets, context } = reading
  const limit = undecidedFrom(items, reading)
  let outer = textBrackets.length - 1
  const wide = findWidePlace(text, start, limit)
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item === undefined || item.start > limit || item.kind === 'run') continue
    const last = isRaw(item) ? Math.min(limit, item.end - 1) : item.start
    let offset = last
    const isAlone = item.start === start || item.start < wide.from
    while (offset > item.start && !isSeal(offset, isAlone)) offset -= 1
    context.work.visited += last - offset
    if (isSeal(offset, isAlone)) return offset
  }
  return start

  /**
   * Addresses and runs end before a blank; blanks before a line ending belong to it. Letters part
   * words only where plain text goes back to a blank or to the start: `isAlone`.
   */
  function isSeal(at: number, isAlone: boolean): boolean {
    if (at <= start || isInBrackets(at)) return false
    const isAtBlank = blankOrLineEnding.test(text.charAt(at))
    if (isAtBlank) return !blankOrLineEnding.test(text.charAt(at - 1))
    const isInPlace = isAlone && at > wide.from && at <= wide.to
    return isInPlace && isWide(text.charCodeAt(at)) && isWide(text.charCodeAt(at - 1))
  }

  /** Asked with falling places: a pair stands behind the pairs in it. */
  function isInBrackets(at: number): boolean {
    while ((textBrackets[outer]?.start ?? -1) >= at) outer -= 1
    return (textBrackets[outer]?.end ?? -1) >= at
  }

  /** From the last blank to the first character behind it that an address needs. */
  function findWidePlace(text: string, start: number, limit: number) {
    let to = limit
    let from = limit
    for (; from > start && !blankOrLineEnding.test(text.charAt(from - 1)); from -= 1) {
      if (/[.:&\\]/.test(text.charAt(from - 1))) to = from - 1
    }
    context.work.visited += limit - from
    return { from, to }
  }
}

/** From where on the text reads otherwise if more follows: an opener waits there, or the text ends. */
export function undecidedFrom(
  items: readonly Item[],
  { text, brackets, unsettled }: Reading,
): number {
  const opener = items.find((item) => item.kind === 'run' && item.canOpen)
  const bracket = brackets[0]?.start ?? Infinity
  return Math.min(unsettled, bracket, opener?.start ?? Infinity, text.length)
}

/** Kana, Han and Hangul: neither in a mail address nor next to a blank. */
function isWide(code: number): boolean {
  return code > 0x3040 && code < 0xd7b0
}
