import type { Definition, FootnoteDefinition } from 'mdast'
import { takeFrom, type Placed } from '../takeFrom.js'
import type { Kept } from './kept.js'

/** Definitions by label, of which the first in the text counts. */
export interface Firsts<Node extends Definition | FootnoteDefinition> {
  readonly get: (identifier: string) => Kept<Node> | undefined
  /** Puts other definitions in place of those from a node on; says whether they are the same. */
  readonly replace: (first: number, values: readonly PlacedNode<Node>[]) => boolean
}

/** A node with a label, and where it stands. */
export interface PlacedNode<Node extends Definition | FootnoteDefinition> extends Placed {
  readonly kept: Kept<Node>
}

/** Creates an empty list of definitions by label. */
export function createFirsts<Node extends Definition | FootnoteDefinition>(): Firsts<Node> {
  const list: PlacedNode<Node>[] = []
  const byId = new Map<string, Kept<Node>>()

  function replace(first: number, values: readonly PlacedNode<Node>[]): boolean {
    const before = takeFrom(list, first)
    for (const { kept } of before) {
      const id = normalizeIdentifier(kept.node)
      if (byId.get(id) === kept) byId.delete(id)
    }
    for (const placed of values) {
      const id = normalizeIdentifier(placed.kept.node)
      if (!byId.has(id)) byId.set(id, placed.kept)
      list.push(placed)
    }
    return (
      before.length === values.length &&
      values.every(({ kept }, index) => kept.node === before[index]?.kept.node)
    )
  }

  return { get: (identifier) => byId.get(normalizeIdentifier({ identifier })), replace }
}

/** Two labels are the same if this is; as micromark has it, upper case last. */
export function normalizeIdentifier({ identifier }: { readonly identifier: string }): string {
  return identifier.toUpperCase()
}
