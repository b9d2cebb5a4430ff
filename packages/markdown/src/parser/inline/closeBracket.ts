import type { PhrasingContent } from 'mdast'
import { decodeString } from '../decodeString.js'
import { normalizeLabel, unfinished } from '../linkParts.js'
import { holdFrom, isShort, isShortAddress } from './holdBack.js'
import { heightOf } from './item.js'
import { nodesOf, wordsOf } from './nodesOf.js'
import { pairRuns } from './pairRuns.js'
import {
  awaitLabel,
  type Bracket,
  type Reading,
  swallow,
  take,
  takePlain,
  unsettle,
  type Wait,
} from './reading.js'
import { readResource, type Resource } from './resource.js'

/** Where a link or image leads, and where the text goes on. */
type Target = Resource | { readonly leadsTo: Association; readonly end: number }

interface Association {
  readonly identifier: string
  readonly label: string
  readonly referenceType: 'full' | 'collapsed' | 'shortcut'
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
  reading.plainStart = bracket.start
  const { leadsTo, end } = target
  const place = { start: bracket.start, end }
  if (bracket.isImage) {
    return take(reading, { ...place, made: imageNode(leadsTo, wordsOf(children)) })
  }
  reading.inactiveBrackets = brackets.length
  return take(reading, {
    ...place,
    made: linkNode(leadsTo, children),
    height: heightOf(inside) + 1,
  })
}

function readTarget(
  reading: Reading,
  bracket: Bracket,
  at: number,
): Target | typeof unfinished | undefined {
  const { text } = reading
  const { start, isImage } = bracket
  const next = text.charAt(at + 1)
  const hold = isImage ? swallow : unsettle
  if (next === '(') {
    const resource = readResource(text, at + 1, reading.links)
    if (resource === unfinished) {
      hold(reading, start)
      if (isShortAddress(reading, at)) return unfinished
    } else if (resource !== undefined) return resource
  }
  if (next === '') {
    hold(reading, start)
    if (isShort(reading, start)) return unfinished
  }
  if (next === '[') {
    const label = reading.links.readLabel(at + 1)
    const isRead = typeof label === 'object'
    if (isRead && label.isLabel && isKnown(reading, label.value, { start, end: label.end })) {
      return { leadsTo: association(label.value, 'full'), end: label.end }
    }
    if (label === unfinished) hold(reading, start)
    const isAtEnd = label === unfinished || (isRead && label.end === text.length)
    if (isAtEnd && isShort(reading, start)) return unfinished
    if (isRead) return undefined
    if (text.charAt(at + 2) === ']') {
      if (!isKnownBetween(reading, bracket, at)) return undefined
      return { leadsTo: association(text.slice(bracket.label, at), 'collapsed'), end: at + 3 }
    }
  }
  if (!isKnownBetween(reading, bracket, at)) return undefined
  return { leadsTo: association(text.slice(bracket.label, at), 'shortcut'), end: at + 1 }
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
  const { start, label } = bracket
  const call = readCall(reading, text.slice(label, at), { start, end: at + 1 })
  if (call === undefined) return at + 1
  items.length = bracket.item
  reading.plainStart = bracket.start
  return take(reading, { start: bracket.start + 1, end: at + 1, made: call })
}

/** Gives a call of a footnote that is known, of its label with the `^`. */
export function readCall(
  reading: Reading,
  marked: string,
  wait: Wait,
): PhrasingContent | undefined {
  const { context } = reading
  const identifier = normalizeLabel(marked)
  if (!identifier.startsWith('^') || identifier.length < 2) return undefined
  if (!context.isFootnote(identifier.slice(1))) {
    context.missed?.add(identifier)
    awaitLabel(reading, wait)
    return undefined
  }
  return { type: 'footnoteReference', ...named(marked.slice(1)) }
}

function isKnownBetween(reading: Reading, bracket: Bracket, at: number): boolean {
  const { start, label } = bracket
  const wait = { start, end: at + 1 }
  return isLabel(reading, label, at) && isKnown(reading, reading.text.slice(label, at), wait)
}

/** Whether a label is defined. */
function isKnown(reading: Reading, label: string, wait: Wait): boolean {
  const { context } = reading
  const identifier = normalizeLabel(label)
  if (identifier === '') return false
  if (context.isDefined(identifier)) return true
  context.missed?.add(identifier)
  awaitLabel(reading, wait)
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

function imageNode(leadsTo: Target['leadsTo'], alt: string): PhrasingContent {
  return 'url' in leadsTo
    ? { type: 'image', ...leadsTo, alt }
    : { type: 'imageReference', ...leadsTo, alt }
}

function linkNode(leadsTo: Target['leadsTo'], children: PhrasingContent[]): PhrasingContent {
  return 'url' in leadsTo
    ? { type: 'link', ...leadsTo, children }
    : { type: 'linkReference', ...leadsTo, children }
}

function association(label: string, referenceType: Association['referenceType']): Association {
  return { ...named(label), referenceType }
}

function named(label: string) {
  return { identifier: normalizeLabel(label).toLowerCase(), label: decodeString(label) }
}
