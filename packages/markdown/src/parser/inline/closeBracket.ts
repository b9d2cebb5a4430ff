import type { PhrasingContent } from 'mdast'
import { named, normalizeLabel, unfinished } from '../linkParts.js'
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
  const { isImage, start } = bracket
  reading.plainStart = start
  if (!isImage) reading.inactiveBrackets = brackets.length
  const type = `${isImage ? 'image' : 'link'}${'url' in target.leadsTo ? '' : 'Reference'}` as const
  const shown = isImage ? { alt: wordsOf(children) } : { children }
  return take(reading, {
    start,
    end: target.end,
    made: { type, ...target.leadsTo, ...shown } as PhrasingContent,
    height: isImage ? 0 : heightOf(inside) + 1,
  })
}

function readTarget(
  reading: Reading,
  bracket: Bracket,
  at: number,
): Target | typeof unfinished | undefined {
  const { text, links } = reading
  const { start, isImage } = bracket
  const next = text.charAt(at + 1)
  const hold = isImage ? swallow : unsettle
  if (next === '(') {
    const resource = readResource(text, at + 1, links)
    if (resource === unfinished) {
      hold(reading, start)
      if (isShortAddress(reading, at)) return unfinished
    } else if (resource !== undefined) return resource
  }
  const full = next === '[' ? links.readLabel(at + 1) : undefined
  const isFull = typeof full === 'object'
  if (isFull && full.isLabel && isKnown(reading, full.value, { start, end: full.end })) {
    return { leadsTo: { ...named(full.value), referenceType: 'full' }, end: full.end }
  }
  const isCut = next === '' || full === unfinished
  if (isCut) hold(reading, start)
  const isAtEnd = isCut || (isFull && full.end === text.length)
  if (isAtEnd && isShort(reading, start)) return unfinished
  const label = text.slice(bracket.label, at)
  if (
    isFull ||
    !isLabel(reading, bracket.label, at) ||
    !isKnown(reading, label, { start, end: at + 1 })
  ) {
    return undefined
  }
  const isCollapsed = text.startsWith('[]', at + 1)
  const referenceType = isCollapsed ? 'collapsed' : 'shortcut'
  return { leadsTo: { ...named(label), referenceType }, end: at + (isCollapsed ? 3 : 1) }
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
  const identifier = normalizeLabel(marked)
  if (!identifier.startsWith('^') || identifier.length < 2) return undefined
  if (reading.context.isFootnote(identifier.slice(1))) {
    return { type: 'footnoteReference', ...named(marked.slice(1)) }
  }
  awaitLabel(reading, identifier, wait)
  return undefined
}

/** Whether the label of brackets is defined. */
function isKnown(reading: Reading, label: string, wait: Wait): boolean {
  const identifier = normalizeLabel(label)
  const isDefined = reading.context.isDefined(identifier)
  if (identifier !== '' && !isDefined) awaitLabel(reading, identifier, wait)
  return isDefined
}

/**
 * Whether no bracket without a backslash stands from `start` to `end`, as in any label of a
 * definition. Labels do not overlap then, so that looking all of them up reads the text once.
 */
function isLabel(reading: Reading, start: number, end: number): boolean {
  return reading.lastBracket(end) < start
}
