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
  const { text, brackets, context } = reading
  const opener = items.find((item) => item.kind === 'run' && item.canOpen)
  const limit = Math.min(
    reading.unsettled,
    brackets[0]?.start ?? Infinity,
    opener?.start ?? Infinity,
    text.length,
  )
  const wideLimit = findWideLimit(text, start, limit)
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item === undefined || item.start > limit || item.kind === 'run') continue
    const isPlain = item.kind === 'text' && item.end - item.start === item.value.length
    const last = isPlain ? Math.min(limit, item.end - 1) : item.start
    let offset = last
    while (offset > item.start && !isSeal(offset)) offset -= 1
    context.work.visited += last - offset
    if (!isSeal(offset)) continue
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

  /** Addresses and runs end before a blank; blanks before a line ending belong to it. */
  function isSeal(at: number): boolean {
    if (at <= start) return false
    const isAtBlank = isBlankOrLineEnding(text.charCodeAt(at))
    if (isAtBlank) return !isBlankOrLineEnding(text.charCodeAt(at - 1))
    return at <= wideLimit && isWide(text.charCodeAt(at)) && isWide(text.charCodeAt(at - 1))
  }

  /** Where, behind the last blank, the first character stands that an address needs. */
  function findWideLimit(text: string, start: number, limit: number): number {
    let first = limit
    let at = limit
    for (; at > start && !isBlankOrLineEnding(text.charCodeAt(at - 1)); at -= 1) {
      if (/[.:&\\]/.test(text.charAt(at - 1))) first = at - 1
    }
    context.work.visited += limit - at
    return first
  }
}

/** Kana, Han and Hangul: neither in a mail address nor next to a blank. */
function isWide(code: number): boolean {
  return code > 0x3040 && code < 0xd7b0
}
