import type { PhrasingContent } from 'mdast'
import { alphanumeric } from './characters.js'
import { endOf, heightOf, type Item, type RunItem } from './item.js'
import { nodesOf } from './nodesOf.js'
import { typeOf } from './pairRuns.js'

/** Characters that an unclosed run is shown to enclose; before more it is shown as it is. */
const maxEnclosed = 1_000

/** Shows the runs that are still open at the end of a growing text as if they were closed there. */
export function closeRuns(items: readonly Item[], text: string, maxHeight: number): Item[] {
  const closed = [...items]
  for (let index = closed.length - 1; index >= 0; index -= 1) {
    const run = closed[index]
    if (run?.kind !== 'run' || !isLikely(run, text)) continue
    const inside = closed.splice(index + 1)
    const isName =
      run.marker === '_' && inside.some((item) => 'marker' in item && item.marker === '_')
    const hasWords = inside.some((item) => item.kind !== 'text' || /\S/.test(item.value))
    const height = heightOf(inside) + (run.size === 3 ? 2 : 1)
    if (isName || height > maxHeight) closed.push(...inside)
    else if (hasWords) {
      holdBefore(closed)
      closed[index] = wrap(run, inside, height)
    } else closed.pop()
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
  const isInWord = alphanumeric.test(text.charAt(start - 1)) && alphanumeric.test(text.charAt(end))
  return !isInWord
}

function wrap(run: RunItem, inside: readonly Item[], height: number): Item {
  const { start, size, marker } = run
  const isDouble = size === 3
  const inner = { type: typeOf(marker, isDouble ? 2 : size), children: nodesOf(inside, false) }
  const node: PhrasingContent = isDouble ? { type: 'emphasis', children: [inner] } : inner
  return { kind: 'node', start, end: endOf(inside.at(-1) ?? run), node, height }
}
