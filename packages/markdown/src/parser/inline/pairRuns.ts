import type { PhrasingContent } from 'mdast'
import { heightOf, type Item, type RunItem } from './item.js'
import { nodesOf } from './nodesOf.js'

/** Attention is emphasis and strong. The two are paired one after the other, as micromark does. */
export type RunKind = 'attention' | 'strikethrough'

export interface Pairing {
  /** The kind that is paired over the whole list before the other. */
  readonly first: RunKind
  /** Levels that may nest; runs that would make more stay text. */
  readonly maxHeight: number
  /** Text in a link has no addresses of its own. */
  readonly isInLink: boolean
  /**
   * Called with the start of a pair of the second kind that has an opener of the first kind in it: a
   * closer behind the pair would go before it.
   */
  readonly onCrossable?: (start: number) => void
}

interface Opener {
  readonly run: RunItem
  /** Index of the run in the list that is being made. */
  readonly at: number
  /** Highest node between this opener and the next. */
  height: number
}

/**
 * Makes emphasis, strong and delete of the runs that pair up; the rest of the runs stay. What a
 * pair encloses is paired by itself, strikethrough first; a run that has become shorter as an
 * opener gets another chance to close there. Calls nest as the nodes do, `maxHeight` deep.
 */
export function pairRuns(items: readonly Item[], pairing: Pairing): Item[] {
  const { first } = pairing
  const second = first === 'attention' ? 'strikethrough' : 'attention'
  return pairKind(pairKind([...items], first, pairing), second, pairing)
}

/** The process emphasis procedure of CommonMark's appendix, over one kind. */
function pairKind(items: Item[], kind: RunKind, pairing: Pairing): Item[] {
  const { first, maxHeight, isInLink, onCrossable } = pairing
  if (!items.some((item) => isOfKind(item, kind) && item.canClose && !item.isTried)) return items
  const made: Item[] = []
  const openers: Opener[] = []
  /** For each sort of closer, how many openers are known not to match one. */
  const bottoms: number[] = Array.from({ length: 14 }, () => 0)

  for (const item of items) {
    if (item.kind === 'node') raise(openers, item.height)
    if (!isOfKind(item, kind)) {
      made.push(item)
      continue
    }
    if (item.canClose) close(item)
    if (item.size === 0) continue
    if (item.canOpen) openers.push({ run: item, at: made.length, height: 0 })
    made.push(item)
  }
  // What is left is text for the other kind.
  for (const item of made) if (isOfKind(item, kind)) item.isTried = true
  return made

  function close(closer: RunItem): void {
    while (closer.size > 0) {
      const sort = sortOf(closer)
      const bottom = bottoms[sort] ?? 0
      let at = openers.length - 1
      while (at >= bottom && !isMatch(openers[at]?.run, closer)) at -= 1
      const opener = at < bottom ? undefined : openers[at]
      if (opener === undefined) {
        bottoms[sort] = openers.length
        closer.isTried = true
        return
      }
      const between = openers.splice(at)
      // The opener may match again, what was behind it is gone.
      for (let sort = 0; sort < bottoms.length; sort += 1)
        bottoms[sort] = Math.min(bottoms[sort] ?? 0, at)
      const height = between.reduce((highest, one) => Math.max(highest, one.height), 0)
      if (height >= maxHeight) {
        for (const { run } of between) run.canOpen = false
        closer.canOpen = false
        raise(openers, height)
        return
      }
      wrap(opener, closer)
    }
  }

  function wrap(opener: Opener, closer: RunItem): void {
    const { run } = opener
    const enclosed = made.splice(opener.at + 1)
    const isFirst = (item: Item) => isOfKind(item, first) && item.canOpen
    if (kind !== first && enclosed.some(isFirst)) onCrossable?.(run.start)
    const inside = pairRuns(enclosed, {
      first: 'strikethrough',
      maxHeight: maxHeight - 1,
      isInLink,
    })
    const height = 1 + heightOf(inside)
    const use = kind === 'strikethrough' ? run.size : Math.min(run.size, closer.size, 2)
    run.size -= use
    run.isTried = false
    if (run.size === 0) made.pop()
    else openers.push({ ...opener, height: 0 })
    const start = run.start + run.size
    const children = nodesOf(inside, isInLink)
    const node: PhrasingContent = { type: typeOf(run.marker, use), children }
    closer.start += use
    closer.size -= use
    made.push({ kind: 'node', start, end: closer.start, node, height })
    raise(openers, height)
  }
}

/** What so many delimiters on both sides make of what is between. */
export function typeOf(marker: RunItem['marker'], size: number): 'delete' | 'strong' | 'emphasis' {
  if (marker === '~') return 'delete'
  return size === 2 ? 'strong' : 'emphasis'
}

export function isOfKind(item: Item, kind: RunKind): item is RunItem {
  return item.kind === 'run' && (item.marker === '~') === (kind === 'strikethrough')
}

function isMatch(opener: RunItem | undefined, closer: RunItem): boolean {
  if (opener === undefined || opener.marker !== closer.marker) return false
  if (closer.marker === '~') return opener.size === closer.size
  // Rules 9 and 10 of CommonMark 6.2, on what is left of the runs, as micromark counts.
  const isAmbiguous = opener.canClose || closer.canOpen
  return !isAmbiguous || closer.size % 3 === 0 || (opener.size + closer.size) % 3 !== 0
}

/** Closers of one sort match the same openers. */
function sortOf({ marker, size, canOpen }: RunItem): number {
  if (marker === '~') return 11 + size
  return (marker === '*' ? 0 : 6) + (canOpen ? 3 : 0) + (size % 3)
}

function raise(openers: readonly Opener[], height: number): void {
  const top = openers.at(-1)
  if (top !== undefined) top.height = Math.max(top.height, height)
}
