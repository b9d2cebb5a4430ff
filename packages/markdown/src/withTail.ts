/**
 * Gives the first items of a list with others behind them. Copied once: a list of which only the
 * end changes is copied with every piece of a text.
 */
export function withTail<Item>(
  before: readonly Item[],
  kept: number,
  tail: readonly Item[],
): Item[] {
  const items = before.slice(0, kept + tail.length)
  for (const [offset, item] of tail.entries()) items[kept + offset] = item
  return items
}
