import { isBlankOrLineEnding } from './characters.js'
import type { Item } from './item.js'
import type { Reading } from './reading.js'

/** The items of a text, cut where nothing behind the place can change what is before it. */
export interface Cut {
  readonly offset: number
  readonly before: readonly Item[]
  readonly after: readonly Item[]
}

/**
 * Finds the last place outside pairs and brackets that no opener before it waits for, and where no
 * address can lie across: before a blank, or between two letters of a script without blanks. Where
 * there is none it is `start`, where reading began.
 */
export function findSeal(items: readonly Item[], reading: Reading, start: number): Cut {
  const { text, textBrackets, context } = reading
  const limit = undecidedFrom(items, reading)
  let outer = textBrackets.length - 1
  const wide = findWidePlace(text, start, limit)
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item === undefined || item.start > limit || item.kind === 'run') continue
    const isPlain = item.kind === 'text' && item.end - item.start === item.value.length
    const last = isPlain ? Math.min(limit, item.end - 1) : item.start
    let offset = last
    const isAlone = item.start === start || item.start < wide.from
    while (offset > item.start && !isSeal(offset, isAlone)) offset -= 1
    context.work.visited += last - offset
    if (!isSeal(offset, isAlone)) continue
    if (!isPlain || offset === item.start) {
      return { offset, before: items.slice(0, index), after: items.slice(index) }
    }
    const size = offset - item.start
    const before: Item = { ...item, end: offset, value: item.value.slice(0, size) }
    const after: Item = { ...item, start: offset, value: item.value.slice(size) }
    return {
      offset,
      before: [...items.slice(0, index), before],
      after: [after, ...items.slice(index + 1)],
    }
  }
  return { offset: start, before: [], after: items }

  /**
   * Addresses and runs end before a blank; blanks before a line ending belong to it. Letters part
   * words only where plain text goes back to a blank or to the start: `isAlone`.
   */
  function isSeal(at: number, isAlone: boolean): boolean {
    if (at <= start || isInBrackets(at)) return false
    const isAtBlank = isBlankOrLineEnding(text.charCodeAt(at))
    if (isAtBlank) return !isBlankOrLineEnding(text.charCodeAt(at - 1))
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
    for (; from > start && !isBlankOrLineEnding(text.charCodeAt(from - 1)); from -= 1) {
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
