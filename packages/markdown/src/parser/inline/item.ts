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
