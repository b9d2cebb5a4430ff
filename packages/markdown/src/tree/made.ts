import type { ElementContent, Properties } from 'hast'
import { continues } from '../continues.js'
import { countSuspects, nodesFor } from '../countSuspects.js'
import type { Marked } from '../markHidden.js'
import type { TextPlace } from '../revealHidden.js'
import type { Found } from './found.js'

/** hast of one text before the policy: never changed but for what is remembered of its drawing. */
export type MadeContent = MadeElement | MadeText | MadeRaw

/** An element before the policy, with what the limits ask of it. */
export interface MadeElement extends Remembered {
  readonly type: 'element'
  readonly tagName: string
  readonly properties: Properties
  readonly children: MadeContent[]
  /** Nodes, itself included, and links and images among them. */
  readonly size: number
  readonly links: number
  /** Levels of nodes below it, or there have been. */
  readonly height: number
  /** Raw HTML is among the children, or has been. */
  readonly hasRaw: boolean
  /** What it was before the last change, until it is drawn. */
  previous: MadeElement | undefined
  /** What was drawn as its children: the same, or with the raw HTML among them drawn. */
  drawnChildren: readonly MadeContent[] | undefined
  drawnInside: readonly ElementContent[] | undefined
  /** It was drawn as if the text still grew at its end. */
  wasOpen: boolean
  /** Tags in it, or in its last child, were taken for closed. */
  isRepaired: boolean
  /** Each of the children gave one node. */
  isOneToOne: boolean
}

/** A text before the policy. */
export interface MadeText extends Remembered {
  readonly type: 'text'
  readonly value: string
  /** Characters in it that may be hidden. */
  readonly suspects: number
  previous: MadeText | undefined
  /** It has been read and holds nothing that could be hidden. */
  isPlain: boolean
  /** What was marked of it and stays however it grows. */
  settled: Marked | undefined
}

/** Raw HTML as it was written. */
export interface MadeRaw {
  readonly type: 'raw'
  readonly value: string
}

/** What the drawing of a node gave. */
interface Remembered {
  /** What it was drawn in. */
  place: TextPlace
  safe: readonly ElementContent[] | undefined
  /** What was found in the node itself. */
  found: readonly Found[]
  /** Whether anything was found in it or below, or has been. */
  hasFound: boolean
  /** So many characters of it stay as they are, whatever follows; of an element all or not all. */
  settledTo: number
}

/** What an element is made of. */
export interface ElementParts {
  readonly tagName: string
  readonly properties?: Properties | undefined
  readonly children?: MadeContent[]
}

const empty = { size: 1, height: 0, hasRaw: false }
const nothing: Properties = Object.freeze({})
const noneFound: readonly Found[] = Object.freeze([])

/** Makes an element; the one it was before if nothing differs. */
export function makeElement(
  { tagName, properties = nothing, children = [] }: ElementParts,
  before?: MadeContent,
): MadeElement {
  const previous = before?.type === 'element' && before.tagName === tagName ? before : undefined
  const kept = previous === undefined ? 0 : commonLength(previous.children, children)
  if (
    kept === children.length &&
    kept === previous?.children.length &&
    areSame(previous.properties, properties)
  ) {
    return previous
  }
  // What went away at the end does not count, but the height stays: it is the least known to be enough.
  const start = kept > 0 ? previous : undefined
  let { size, height, hasRaw } = start ?? empty
  if (tagName === 'img') size += nodesFor(countSuspects(String(properties['alt'] ?? '')))
  let links = start?.links ?? Number(isLink(tagName))
  for (const child of start?.children.slice(kept) ?? []) {
    size -= sizeOf(child)
    links -= linksOf(child)
  }
  for (const child of children.slice(kept)) {
    size += sizeOf(child)
    links += linksOf(child)
    height = Math.max(height, heightOf(child) + 1)
    hasRaw ||= child.type === 'raw'
  }
  return {
    type: 'element',
    tagName,
    properties,
    children,
    size,
    links,
    height,
    hasRaw,
    previous: previous?.safe === undefined ? previous?.previous : previous,
    drawnChildren: undefined,
    drawnInside: undefined,
    isOneToOne: false,
    isRepaired: false,
    wasOpen: false,
    place: 'prose',
    safe: undefined,
    found: noneFound,
    hasFound: false,
    settledTo: Infinity,
  }
}

/** Makes a text; the one it was before if it is the same. */
export function makeText(value: string, before?: MadeContent): MadeText {
  const previous = before?.type === 'text' ? before : undefined
  if (previous?.value === value) return previous
  return {
    type: 'text',
    value,
    suspects: countGrown(value, previous),
    isPlain: false,
    settled: undefined,
    previous: previous?.safe === undefined ? previous?.previous : previous,
    place: 'prose',
    safe: undefined,
    found: noneFound,
    hasFound: false,
    settledTo: Infinity,
  }
}

/** What an element was made of before, if it was one. */
export function childOf(before: MadeContent | undefined, index: number): MadeContent | undefined {
  return before?.type === 'element' ? before.children[index] : undefined
}

/** Counts what may be hidden; of a text that only grew, what was there before is not counted again. */
function countGrown(value: string, previous: MadeText | undefined): number {
  const isGrown =
    previous !== undefined && continues(value, previous.value) && !halfPair.test(previous.value)
  if (!isGrown) return countSuspects(value)
  return previous.suspects + countSuspects(value.slice(previous.value.length))
}

const halfPair = /[\ud800-\udbff]$/

/** Gives what was there before in place of nodes that were made anew and are the same. */
export function reuse(made: MadeElement, before: MadeContent | undefined): MadeElement {
  if (made === before || before?.type !== 'element') return made
  const children = made.children.map((child, index) => {
    const childBefore = before.children[index]
    if (child === childBefore || child.type === 'raw') return child
    if (child.type === 'element') return reuse(child, childBefore)
    return withSettled(makeText(child.value, childBefore), child)
  })
  return withSettled(makeElement({ ...made, children }, before), made)
}

function withSettled<Made extends MadeElement | MadeText>(made: Made, { settledTo }: Made): Made {
  made.settledTo = settledTo
  return made
}

/** How many nodes at the start of two lists are the same objects. */
export function commonLength(one: readonly unknown[], other: readonly unknown[]): number {
  const end = Math.min(one.length, other.length)
  let length = 0
  while (length < end && one[length] === other[length]) length += 1
  return length
}

/** Says whether two lists are the same objects. */
export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && commonLength(one, other) === one.length
}

/** Nodes in a node, itself and the marks of its hidden characters included. */
export function sizeOf(node: MadeContent): number {
  if (node.type === 'element') return node.size
  return 1 + nodesFor(node.type === 'text' ? node.suspects : countSuspects(node.value))
}

/** Links and images in a node, itself included. */
export function linksOf(node: MadeContent): number {
  return node.type === 'element' ? node.links : 0
}

/** Says whether an element counts as a link: it is one, or an image. */
export function isLink(tagName: string): boolean {
  return tagName === 'a' || tagName === 'img'
}

/** Levels of nodes below a node. */
export function heightOf(node: MadeContent): number {
  return node.type === 'element' ? node.height : 0
}

function areSame(one: Properties, other: Properties): boolean {
  if (one === other) return true
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => String(one[name]) === String(other[name]))
  )
}
