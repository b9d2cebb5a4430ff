import type { PhrasingContent } from 'mdast'

/** Characters that are only themselves; raw if `value` is as long as its place. */
export interface TextItem {
  readonly kind: 'text'
  readonly start: number
  readonly end: number
  readonly value: string
  /** More may come right behind it: an address in it is not one yet. */
  readonly isGrowing?: boolean
}

export interface NodeItem {
  readonly kind: 'node'
  readonly start: number
  readonly end: number
  readonly node: PhrasingContent
  /** Levels of emphasis, strong, delete and link in it, its own included. */
  readonly height: number
  /** An address in it may still change: only its words are shown. */
  readonly isGrowing?: boolean
  /** It may turn out to be something else: its images are not shown either. */
  readonly isSwallowed?: boolean
}

/** A run of delimiters that may become emphasis, or is text. */
export interface RunItem {
  readonly kind: 'run'
  start: number
  readonly marker: '*' | '_' | '~'
  /** Delimiters that are not used up. */
  size: number
  canOpen: boolean
  readonly canClose: boolean
  /** Nothing before it matches, at the size it has. */
  isTried: boolean
}

/** A piece of a leaf's text. */
export type Item = TextItem | NodeItem | RunItem

/** The most levels in any of the items. */
export function heightOf(items: readonly Item[]): number {
  return items.reduce((most, item) => Math.max(most, item.kind === 'node' ? item.height : 0), 0)
}

export function endOf(item: Item): number {
  return item.kind === 'run' ? item.start + item.size : item.end
}

/** Whether the item is characters that are only themselves: it can be cut between any two. */
export function isRaw(item: Item): item is TextItem {
  return item.kind === 'text' && item.end - item.start === item.value.length
}

/** Cuts raw characters at a place in the text. */
export function cutText(item: TextItem, at: number): [before: TextItem, after: TextItem] {
  const { start, value } = item
  return [
    { ...item, end: at, value: value.slice(0, at - start) },
    { ...item, start: at, value: value.slice(at - start) },
  ]
}

/** Items cut in two: what lies across the place and cannot be cut is behind it. */
export interface CutItems {
  readonly before: Item[]
  readonly after: Item[]
}

/** Cuts items at a place in the text. */
export function cutItems(items: readonly Item[], at: number): CutItems {
  const index = items.filter((item) => endOf(item) <= at).length
  const before = items.slice(0, index)
  const after = items.slice(index)
  const [item] = after
  if (item !== undefined && item.start < at && isRaw(item)) {
    const [first, second] = cutText(item, at)
    before.push(first)
    after[0] = second
  }
  return { before, after }
}
