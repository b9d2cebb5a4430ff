import { skipBack } from '../skip.js'
import { blankOrLineEnding } from './characters.js'
import { cutText, type Item } from './item.js'
import { type Reading, take, takePlain, unsettle } from './reading.js'

/** Characters behind an open bracket that are held back; more are shown as they are. */
const maxWords = 200

/** Characters of an address or a tag that are held back. */
export const maxAddress = 2_000

const attributes = /\s+[a-z_:][\w.:-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)/gi

/** What is left of a tag as far as it goes; more names without a value are rather a comparison. */
const tagSoFar =
  /^<(?:[!?]|(?:\/?[a-z][\da-z-]*)?(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*|'[^']*)?)?|\s*\/?)$)/i

/** The text that may still grow, without what is only the beginning of syntax at its end. */
export function withoutBeginnings(text: string, work: { visited: number }): string {
  let end = text.length
  // Each may uncover another; more than a few are no longer what somebody types.
  for (let count = 0; count < 4; count += 1) end = beforeBeginning(text, end)
  work.visited += text.length - end
  return text.slice(0, end)
}

function beforeBeginning(text: string, before: number): number {
  const end = skipBack(text, before, blankOrLineEnding)
  let start = skipBack(text, end, /[*_~`]/)
  if (start === end) start -= opening.exec(text.slice(Math.max(0, end - 33), end))?.[0].length ?? 0
  return skipBack(text, start, blankOrLineEnding)
}

/** A backslash, a bracket, or as much of a character reference as there may be. */
const opening = /(?:\\|!?\[|(?<!\S)!|&[\da-z#]{0,32})$/i

/** Holds back the text from `start` on, whose first item is `item`; gives the end of the text. */
export function holdFrom(reading: Reading, start: number, item: number): number {
  unsettle(reading, start)
  takePlain(reading, start)
  reading.items.length = Math.min(reading.items.length, item)
  reading.plainStart = reading.text.length
  return reading.text.length
}

/** Whether the words of a link are few enough to wait for its end. */
export function isShort(reading: Reading, start: number): boolean {
  return reading.context.open && reading.text.length - start <= maxWords
}

/** Whether an address behind `start` is short enough to wait for its end. */
export function isShortAddress(reading: Reading, start: number): boolean {
  return reading.context.open && reading.text.length - start <= maxAddress
}

/** Reads `<` at `at` where the text ends before it is clear what it begins. */
export function holdAngle(reading: Reading, at: number): number {
  if (!isShortAddress(reading, at)) return at + 1
  const source = reading.text.slice(at)
  if (/^<(?:[a-z][\da-z+.-]+:|[^\s<>@]+@)/i.test(source)) {
    return take(reading, { start: at, end: reading.text.length, made: source.slice(1) })
  }
  return tagSoFar.test(source.replace(attributes, '')) ? holdFrom(reading, at, Infinity) : at + 1
}

/** Reads a run of backticks that nothing closes: code to the end of the text, so far. */
export function holdCode(reading: Reading, at: number, end: number): number {
  const { text } = reading
  const isSingle = end - at === 1
  if (!isShortAddress(reading, at) || end >= text.length) return end
  if (isSingle && /\s/.test(text.charAt(end))) return end
  const value = text.slice(end).replace(/^ (?=[^])/, isSingle ? ' ' : '')
  return take(reading, { start: at, end: text.length, made: { type: 'inlineCode', value } })
}

/** Holds back what the first open bracket begins, if it may still become a link or an image. */
export function holdBrackets(reading: Reading): void {
  const { brackets, text } = reading
  const bracket = brackets.find(
    ({ start, label }) => isShort(reading, start) && !/\s/.test(text.charAt(label)),
  )
  if (bracket !== undefined) reading.items.length = bracket.item
}

/**
 * Makes the addresses that may still change the words they are: those that touch the end, and all in
 * brackets that are open, which may become words of a link, or behind what is not decided.
 */
export function holdAddresses(reading: Reading): void {
  const { items, text, brackets, inactiveBrackets, unsettled } = reading
  const image = brackets.find(({ isImage }) => isImage)
  const swallowedFrom = Math.min(reading.swallowed, image?.start ?? Infinity)
  const bracket = brackets.find(({ isImage }, index) => isImage || index >= inactiveBrackets)
  const openFrom = Math.min(unsettled, bracket?.start ?? Infinity)
  /** A blank or a `<` stands behind: an address that was read ends there. */
  let isEnded = false
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item === undefined) return
    const { start } = item
    if (item.kind === 'run') continue
    if (item.kind === 'node') {
      const isOpen = start >= openFrom
      const isLast = item.end === text.length
      const isSwallowed = start >= swallowedFrom
      // An image that is closed is the same with a link around it.
      const isSafe =
        !isSwallowed &&
        (item.node.type === 'image' || (!isOpen && item.node.type === 'imageReference'))
      if (isOpen || isLast ? !isSafe : isLiteral(text, item) && !isEnded) {
        items[index] = { ...item, isGrowing: true, isSwallowed }
      } else if (!isOpen && !isLast && !isLiteral(text, item)) return
      continue
    }
    // As it is written: a blank in an entity ends nothing, and in text a `<` neither.
    const source = text.slice(start, Math.min(item.end, Math.max(start, openFrom)))
    isEnded ||= /[\s<]/.test(source)
    const at = source.search(/[ \t\r\n][^ \t\r\n]*$/) + 1
    if (at > 0) {
      const [before, growing] = cutText(item, start + at)
      if (growing.value !== '') items.splice(index, 1, before, { ...growing, isGrowing: true })
      return
    }
    items[index] = { ...item, isGrowing: true }
  }
}

/** Whether the item is an address that no bracket bounds. */
function isLiteral(text: string, { start, node }: Extract<Item, { kind: 'node' }>): boolean {
  return node.type === 'link' && !/[<[]/.test(text.charAt(start))
}
