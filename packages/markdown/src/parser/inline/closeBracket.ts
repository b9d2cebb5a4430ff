import type { PhrasingContent } from 'mdast'
import { decodeString } from '../decodeString.js'
import { maxLabel, normalizeLabel } from '../linkParts.js'
import { holdFrom, isShort, isShortAddress } from './holdBack.js'
import { nodesOf, wordsOf } from './nodesOf.js'
import { pairRuns } from './pairRuns.js'
import { type Bracket, type Reading, take, takePlain, unsettle } from './reading.js'
import { type Resource, unfinished } from './resource.js'

/** Where a link or image leads. */
type Target =
  | { readonly kind: 'resource'; readonly resource: Resource }
  | {
      readonly kind: 'full' | 'collapsed' | 'shortcut'
      readonly label: string
      readonly end: number
    }

/** Reads `]` at `at`: the end of a link, an image or a footnote call, or a character. */
export function closeBracket(reading: Reading, at: number): number {
  const { brackets, items } = reading
  const index = brackets.length - 1
  const bracket = brackets.pop()
  if (bracket === undefined) return at + 1
  const isInactive = !bracket.isImage && index < reading.inactiveBrackets
  reading.inactiveBrackets = Math.min(reading.inactiveBrackets, index)
  const target = isInactive ? undefined : readTarget(reading, bracket, at)
  if (target === unfinished) return holdLink(reading, bracket, at)
  if (target === undefined) {
    reading.textBrackets.push({ start: bracket.start, end: at })
    return closeFootnote(reading, bracket, at)
  }

  takePlain(reading, at)
  const inside = pairRuns(items.splice(bracket.item).slice(1), {
    first: 'strikethrough',
    maxHeight: reading.context.maxDepth - 1,
    isInLink: true,
  })
  const children = nodesOf(inside, true)
  const height = inside.reduce(
    (highest, item) => Math.max(highest, 'height' in item ? item.height : 0),
    0,
  )
  reading.plainStart = bracket.start
  const place = {
    start: bracket.start,
    end: target.kind === 'resource' ? target.resource.end : target.end,
  }
  if (bracket.isImage) {
    return take(reading, { ...place, made: imageNode(target, wordsOf(children)) })
  }
  reading.inactiveBrackets = brackets.length
  return take(reading, { ...place, made: linkNode(target, children), height: height + 1 })
}

function readTarget(
  reading: Reading,
  bracket: Bracket,
  at: number,
): Target | typeof unfinished | undefined {
  const { text } = reading
  const next = text.charAt(at + 1)
  if (next === '(') {
    const resource = reading.readResource(at + 1)
    if (resource === unfinished) {
      unsettle(reading, bracket.start)
      if (isShortAddress(reading, at)) return unfinished
    } else if (resource !== undefined) return { kind: 'resource', resource }
  }
  if (next === '') {
    unsettle(reading, bracket.start)
    if (isShort(reading, bracket.start)) return unfinished
  }
  if (next === '[') {
    const end = readReference(reading, at + 2)
    if (typeof end === 'number' && isKnown(reading, text.slice(at + 2, end))) {
      return { kind: 'full', label: text.slice(at + 2, end), end: end + 1 }
    }
    if (end === unfinished) unsettle(reading, bracket.start)
    const isAtEnd = end === unfinished || end === text.length - 1
    if (isAtEnd && isShort(reading, bracket.start)) return unfinished
    if (typeof end === 'number') return undefined
    if (text.charAt(at + 2) === ']') {
      if (!isKnownBetween(reading, bracket.label, at)) return undefined
      return { kind: 'collapsed', label: text.slice(bracket.label, at), end: at + 3 }
    }
  }
  if (!isKnownBetween(reading, bracket.label, at)) return undefined
  return { kind: 'shortcut', label: text.slice(bracket.label, at), end: at + 1 }
}

/** Holds back an image, and a link without its words as soon as an address has begun. */
function holdLink(reading: Reading, bracket: Bracket, at: number): number {
  const hasAddress = reading.text.charAt(at + 1) === '('
  if (bracket.isImage || !hasAddress) return holdFrom(reading, bracket.start, bracket.item)
  takePlain(reading, at)
  reading.items.splice(bracket.item, 1)
  return holdFrom(reading, at, reading.items.length)
}

/** `![^a]` is an exclamation mark and a footnote call, where it is no image. */
function closeFootnote(reading: Reading, bracket: Bracket, at: number): number {
  const { text, items } = reading
  if (!bracket.isImage || !isLabel(reading, bracket.label, at)) return at + 1
  const call = readCall(reading, text.slice(bracket.label, at))
  if (call === undefined) return at + 1
  items.length = bracket.item
  reading.plainStart = bracket.start
  return take(reading, { start: bracket.start + 1, end: at + 1, made: call })
}

/** Gives a call of a footnote that is known, of its label with the `^`. */
export function readCall(reading: Reading, marked: string): PhrasingContent | undefined {
  const { context } = reading
  const identifier = normalizeLabel(marked)
  if (!identifier.startsWith('^') || identifier.length < 2) return undefined
  if (!context.isFootnote(identifier.slice(1))) {
    context.missed?.add(identifier)
    return undefined
  }
  const label = marked.slice(1)
  return {
    type: 'footnoteReference',
    identifier: normalizeLabel(label).toLowerCase(),
    label: decodeString(label),
  }
}

/** Where the label ends that begins at `at`. */
function readReference(
  { text, context }: Reading,
  at: number,
): number | typeof unfinished | undefined {
  let size = 0
  let end = at
  for (; end < text.length && size <= maxLabel; end += 1) {
    const character = text.charAt(end)
    if (character === '[' || character === ']') break
    if (!/[\r\n]/.test(character)) size += 1
    if (character === '\\' && /[[\\\]]/.test(text.charAt(end + 1))) {
      size += 1
      end += 1
    }
  }
  context.work.visited += end - at
  // Too long for any definition.
  if (size > maxLabel) return end
  if (end >= text.length) return unfinished
  return end > at && text.charAt(end) === ']' ? end : undefined
}

function isKnownBetween(reading: Reading, start: number, end: number): boolean {
  return isLabel(reading, start, end) && isKnown(reading, reading.text.slice(start, end))
}

function isKnown({ context }: Reading, label: string): boolean {
  const identifier = normalizeLabel(label)
  if (identifier === '') return false
  if (context.isDefined(identifier)) return true
  context.missed?.add(identifier)
  return false
}

/**
 * Whether no bracket without a backslash stands from `start` to `end`, as in any label of a
 * definition. Labels do not overlap then, so that looking all of them up reads the text once.
 */
function isLabel(reading: Reading, start: number, end: number): boolean {
  const { text, labels } = reading
  reading.context.work.visited += Math.max(0, end - labels.readTo)
  for (; labels.readTo < end; labels.readTo += 1) {
    const character = text.charAt(labels.readTo)
    if (character === '[' || character === ']') labels.lastBracket = labels.readTo
    if (character === '\\' && /[[\\\]]/.test(text.charAt(labels.readTo + 1))) labels.readTo += 1
  }
  return labels.lastBracket < start
}

function imageNode(target: Target, alt: string): PhrasingContent {
  if (target.kind !== 'resource') return { type: 'imageReference', ...association(target), alt }
  const { url, title } = target.resource
  return { type: 'image', title, url, alt }
}

function linkNode(target: Target, children: PhrasingContent[]): PhrasingContent {
  if (target.kind !== 'resource') return { type: 'linkReference', ...association(target), children }
  const { url, title } = target.resource
  return { type: 'link', title, url, children }
}

function association(target: Exclude<Target, { kind: 'resource' }>): {
  readonly identifier: string
  readonly label: string
  readonly referenceType: 'full' | 'collapsed' | 'shortcut'
} {
  return {
    identifier: normalizeLabel(target.label).toLowerCase(),
    label: decodeString(target.label),
    referenceType: target.kind,
  }
}
