import type { Definition, FootnoteDefinition, FootnoteReference, Heading, Nodes } from 'mdast'
import { createHeadingIds } from '../headingId.js'
import { takeFrom, type Placed } from '../takeFrom.js'
import { createFirsts, normalizeIdentifier } from './firsts.js'
import { isKept, type Kept } from './kept.js'

/** How often and as which number a footnote is referred to. */
export interface FootnoteUse {
  /** Its number in the text, from 1. */
  readonly number: number
  /** Which reference to it this is, from 1. */
  readonly reference: number
}

/** A footnote that is drawn: one that is defined and referred to. */
export interface DrawnFootnote {
  readonly definition: Kept<FootnoteDefinition>
  readonly number: number
  readonly references: number
}

/** Gives what a heading's id is made of; asked once the definitions are known. */
export type SlugOf = (heading: Kept<Heading>) => string

/** What blocks need of each other: definitions by label, and the numbers of footnotes. */
export interface LabelTable {
  /** Takes the labels of the top-level nodes from `first` on; those before are as they were. */
  readonly update: (first: number, kept: readonly Kept[], slugOf: SlugOf) => void
  readonly definitionOf: (identifier: string) => Definition | undefined
  readonly useOf: (reference: Kept) => FootnoteUse | undefined
  readonly footnotes: () => readonly DrawnFootnote[]
  readonly headingIdOf: (heading: Kept) => string | undefined
  /** Grows when a node that has not changed itself may look different. */
  readonly version: () => number
}

/**
 * Creates an empty table. Labels are kept in the order of the text, so that a change at its end
 * takes back and adds only what stands behind it. What is inside footnotes stands last.
 */
export function createLabelTable(): LabelTable {
  const definitions = createFirsts<Definition>()
  const footnotes = createFirsts<FootnoteDefinition>()
  const references: Reference[] = []
  const order: string[] = []
  const counts = new Map<string, { readonly number: number; references: number }>()
  const uses = new WeakMap<Kept, FootnoteUse>()
  const ids = createHeadingIds()
  const idOf = new WeakMap<Kept, string | undefined>()
  let drawn: readonly DrawnFootnote[] = []
  let version = 0

  function update(first: number, kept: readonly Kept[], slugOf: SlugOf): void {
    takeBackReferences(first)
    let isSame = definitions.replace(first, labelled(first, kept, 'definition'))
    // A definition may change the words of any heading before it.
    const firstHeading = isSame ? first : 0
    ids.takeBack(firstHeading)
    footnotes.replace(first, labelled(first, kept, 'footnoteDefinition'))
    for (const { at, kept: reference } of labelled(first, kept, 'footnoteReference')) {
      isSame = count(at, reference) && isSame
    }
    // A footnote may refer to further ones: `order` grows while it is read.
    for (const id of order) {
      const { children = [] } = footnotes.get(id) ?? {}
      for (const { kept: reference } of labelled(0, children, 'footnoteReference')) {
        isSame = count(Infinity, reference) && isSame
      }
    }
    drawn = order.flatMap((id, index) => {
      const definition = footnotes.get(id)
      if (definition === undefined) return []
      return [{ definition, number: index + 1, references: counts.get(id)?.references ?? 0 }]
    })
    for (const { at, kept: heading } of labelled(firstHeading, kept, 'heading')) {
      isSame = name(at, heading, slugOf) && isSame
    }
    for (const { definition } of drawn) {
      for (const { kept: heading } of labelled(0, definition.children, 'heading')) {
        isSame = name(Infinity, heading, slugOf) && isSame
      }
    }
    if (!isSame) version += 1
  }

  /** Gives a heading its id; says whether it is what it was before. */
  function name(at: number, heading: Kept<Heading>, slugOf: SlugOf): boolean {
    const id = ids.next(slugOf(heading), at)
    const isKnown = idOf.has(heading)
    const before = idOf.get(heading)
    idOf.set(heading, id)
    // A new heading stands in new nodes, which are made anyway.
    return !isKnown || before === id
  }

  /** Counts one reference; says whether it is what it was before. */
  function count(at: number, kept: Kept<FootnoteReference>): boolean {
    const id = normalizeIdentifier(kept.node)
    const counted = counts.get(id) ?? { number: order.length + 1, references: 0 }
    if (counted.references === 0) order.push(id)
    counted.references += 1
    counts.set(id, counted)
    references.push({ at, id })
    const { number, references: reference } = counted
    const before = uses.get(kept)
    if (before?.number === number && before.reference === reference) return true
    uses.set(kept, { number, reference })
    // A new reference stands in new nodes, which are made anyway.
    return before === undefined
  }

  function takeBackReferences(first: number): void {
    for (const { id } of takeFrom(references, first).toReversed()) {
      const counted = counts.get(id)
      if (counted === undefined) continue
      counted.references -= 1
      if (counted.references > 0) continue
      // The first reference to a footnote is taken back last, as the last in order.
      counts.delete(id)
      order.pop()
    }
  }

  return {
    update,
    definitionOf: (identifier) => definitions.get(identifier)?.node,
    useOf: (reference) => uses.get(reference),
    footnotes: () => drawn,
    headingIdOf: (heading) => idOf.get(heading),
    version: () => version,
  }
}

/** A reference to the footnote with this label. */
interface Reference extends Placed {
  readonly id: string
}

/** The labels of one type in the nodes from `first` on. */
function labelled<Type extends Nodes['type']>(first: number, nodes: readonly Kept[], type: Type) {
  return nodes
    .slice(first)
    .flatMap(({ labels = [] }, index) =>
      labels.flatMap((kept) => (isKept(kept, type) ? [{ at: first + index, kept }] : [])),
    )
}
