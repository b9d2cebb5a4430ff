/** A value under a label, with the number of the top-level node it stands in. */
export interface Placed<Value> {
  readonly at: number
  readonly id: string
  readonly value: Value
}

/** Values by label, of which the first in the text counts. */
export interface Firsts<Value> {
  readonly get: (id: string) => Value | undefined
  /** Puts other values in place of those from a node on; says whether they are the same. */
  readonly replace: (first: number, values: readonly Placed<Value>[]) => boolean
}

/** Creates an empty list of values by label. */
export function createFirsts<Value>(): Firsts<Value> {
  const list: (Placed<Value> & { readonly counts: boolean })[] = []
  const byId = new Map<string, Value>()

  function replace(first: number, values: readonly Placed<Value>[]): boolean {
    const before: Value[] = []
    for (let last = list.at(-1); last !== undefined && last.at >= first; last = list.at(-1)) {
      list.pop()
      before.push(last.value)
      if (last.counts) byId.delete(last.id)
    }
    for (const placed of values) {
      const counts = !byId.has(placed.id)
      if (counts) byId.set(placed.id, placed.value)
      list.push({ ...placed, counts })
    }
    return (
      before.length === values.length &&
      values.every(({ value }, index) => value === before[before.length - 1 - index])
    )
  }

  return { get: (id) => byId.get(id), replace }
}
