import type { PhrasingContent } from 'mdast'
import { isAlphanumeric } from './characters.js'
import { endOf, heightOf, type Item, type RunItem } from './item.js'
import { nodesOf } from './nodesOf.js'

/** Characters that an unclosed run is shown to enclose; before more it is shown as it is. */
const maxEnclosed = 1_000

/** Shows the runs that are still open at the end of a growing text as if they were closed there. */
export function closeRuns(items: readonly Item[], text: string, maxHeight: number): Item[] {
  const closed = [...items]
  for (let index = closed.length - 1; index >= 0; index -= 1) {
    const run = closed[index]
    if (run?.kind !== 'run' || !isLikely(run, text)) continue
    const inside = closed.splice(index)
    inside.shift()
    const isName =
      run.marker === '_' && inside.some((item) => 'marker' in item && item.marker === '_')
    const hasWords = inside.some((item) => item.kind !== 'text' || /\S/.test(item.value))
    const height = heightOf(inside)
    const levels = run.size === 3 ? 2 : 1
    if (isName || height + levels > maxHeight) closed.push(run, ...inside)
    else if (hasWords) {
      holdBefore(closed)
      closed.push(wrap(run, inside, height))
    }
  }
  return closed
}

/** An address that touches a run goes on behind it where nothing closes that. */
function holdBefore(items: Item[]): void {
  for (let index = items.length - 1; items[index]?.kind !== 'node' && index >= 0; index -= 1) {
    const item = items[index]
    if (item?.kind === 'text') items[index] = { ...item, isGrowing: true }
  }
}

/** Whether a run that can open also looks like it: `2*3`, `~5` and `_foo_bar` do not. */
function isLikely({ start, size, marker, canOpen }: RunItem, text: string): boolean {
  const end = start + size
  if (!canOpen || size > 3 || text.length - end > maxEnclosed) return false
  if (marker === '~') return size === 2
  const isInWord =
    isAlphanumeric(text.charCodeAt(start - 1)) && isAlphanumeric(text.charCodeAt(end))
  return !isInWord
}

function wrap(run: RunItem, inside: readonly Item[], height: number): Item {
  const end = inside.reduce((last, item) => Math.max(last, endOf(item)), run.start + run.size)
  const children = nodesOf(inside, false)
  const place = { kind: 'node', start: run.start, end } as const
  if (run.marker === '~')
    return { ...place, node: { type: 'delete', children }, height: height + 1 }
  if (run.size === 1) return { ...place, node: { type: 'emphasis', children }, height: height + 1 }
  const strong: PhrasingContent = { type: 'strong', children }
  if (run.size === 2) return { ...place, node: strong, height: height + 1 }
  return { ...place, node: { type: 'emphasis', children: [strong] }, height: height + 2 }
}
