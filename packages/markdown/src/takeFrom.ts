/** Something with the number of the top-level node it stands in. */
export interface Placed {
  readonly at: number
}

/** Takes what stands in a node or behind it out of a list in the order of the text. */
export function takeFrom<Item extends Placed>(list: Item[], first: number): Item[] {
  return list.splice(list.findLastIndex(({ at }) => at < first) + 1)
}
