import type { Definition, FootnoteDefinition, FootnoteReference, Heading } from 'mdast'
import { createHeadingIds } from '../headingId.js'
import { createFirsts, type Placed } from './firsts.js'
import type { Kept, Labels } from './kept.js'
import { labelsInside } from './labelsOf.js'

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
  readonly useOf: (reference: Kept<FootnoteReference>) => FootnoteUse | undefined
  readonly footnotes: () => readonly DrawnFootnote[]
  readonly headingIdOf: (heading: Kept<Heading>) => string | undefined
  /** Grows when a node that has not changed itself may look different. */
  readonly version: () => number
}

/**
 * Creates an empty table. Labels are kept in the order of the text, so that a change at its end
 * takes back and adds only what stands behind it.
 */
export function createLabelTable(): LabelTable {
  const definitions = createFirsts<Definition>()
  const footnotes = createFirsts<Kept<FootnoteDefinition>>()
  const body: Placed<Kept<FootnoteReference>>[] = []
  /** The references inside footnotes; they count behind those of the whole body. */
  const inFootnotes: Placed<Kept<FootnoteReference>>[] = []
  const order: string[] = []
  const counts = new Map<string, { readonly number: number; references: number }>()
  const uses = new WeakMap<Kept, FootnoteUse>()
  const ids = createHeadingIds()
  /** The headings that have been given an id, in the order of the text; those in footnotes last. */
  const headings: { readonly at: number; readonly heading: Kept<Heading> }[] = []
  const idOf = new WeakMap<Kept, string | undefined>()
  let drawn: readonly DrawnFootnote[] = []
  let version = 0

  function update(first: number, kept: readonly Kept[], slugOf: SlugOf): void {
    takeBack(inFootnotes, 0)
    takeBack(body, first)
    let isSame = definitions.replace(
      first,
      labelled(first, kept, (one) => one.definitions),
    )
    // A definition may change the words of any heading before it.
    const firstHeading = isSame ? first : 0
    takeBackHeadings(firstHeading)
    footnotes.replace(
      first,
      labelled(first, kept, (one) => one.footnotes),
    )
    for (const { at, value } of labelled(first, kept, (one) => one.references)) {
      isSame = count(body, at, value) && isSame
    }
    // A footnote may refer to further ones: `order` grows while it is read.
    for (let index = 0; index < order.length; index += 1) {
      const definition = footnotes.get(order[index] ?? '')
      const { references = [] } = (definition && labelsInside(definition)) ?? {}
      for (const reference of references) isSame = count(inFootnotes, 0, reference) && isSame
    }
    drawn = order.flatMap((id, index) => {
      const definition = footnotes.get(id)
      if (definition === undefined) return []
      return [{ definition, number: index + 1, references: counts.get(id)?.references ?? 0 }]
    })
    for (let at = firstHeading; at < kept.length; at += 1) {
      for (const heading of kept[at]?.labels?.headings ?? []) {
        isSame = name(at, heading, slugOf) && isSame
      }
    }
    for (const { definition } of drawn) {
      for (const heading of labelsInside(definition)?.headings ?? []) {
        isSame = name(Infinity, heading, slugOf) && isSame
      }
    }
    if (!isSame) version += 1
  }

  /** Gives a heading its id; says whether it is what it was before. */
  function name(at: number, heading: Kept<Heading>, slugOf: SlugOf): boolean {
    const id = ids.next(slugOf(heading))
    headings.push({ at, heading })
    const isKnown = idOf.has(heading)
    const before = idOf.get(heading)
    idOf.set(heading, id)
    // A new heading stands in new nodes, which are made anyway.
    return !isKnown || before === id
  }

  function takeBackHeadings(first: number): void {
    for (
      let last = headings.at(-1);
      last !== undefined && last.at >= first;
      last = headings.at(-1)
    ) {
      headings.pop()
      ids.takeBack()
    }
  }

  /** Counts one reference; says whether it is what it was before. */
  function count(
    list: Placed<Kept<FootnoteReference>>[],
    at: number,
    value: Kept<FootnoteReference>,
  ): boolean {
    const id = normalizeIdentifier(value.node.identifier)
    const counted = counts.get(id) ?? { number: order.length + 1, references: 0 }
    if (counted.references === 0) order.push(id)
    counted.references += 1
    counts.set(id, counted)
    list.push({ at, id, value })
    const { number, references: reference } = counted
    const before = uses.get(value)
    if (before?.number === number && before.reference === reference) return true
    uses.set(value, { number, reference })
    // A new reference stands in new nodes, which are made anyway.
    return before === undefined
  }

  function takeBack(list: Placed<Kept<FootnoteReference>>[], first: number): void {
    for (let last = list.at(-1); last !== undefined && last.at >= first; last = list.at(-1)) {
      list.pop()
      const counted = counts.get(last.id)
      if (counted === undefined) continue
      counted.references -= 1
      if (counted.references > 0) continue
      // The first reference to a footnote is taken back last, as the last in order.
      counts.delete(last.id)
      order.pop()
    }
  }

  return {
    update,
    definitionOf: (identifier) => definitions.get(normalizeIdentifier(identifier)),
    useOf: (reference) => uses.get(reference),
    footnotes: () => drawn,
    headingIdOf: (heading) => idOf.get(heading),
    version: () => version,
  }
}

function labelled<Value extends Definition | Kept<FootnoteDefinition | FootnoteReference>>(
  first: number,
  kept: readonly Kept[],
  valuesOf: (labels: Labels) => readonly Value[],
): Placed<Value>[] {
  const placed: Placed<Value>[] = []
  for (let at = first; at < kept.length; at += 1) {
    const here = kept[at]?.labels
    if (here === undefined) continue
    for (const value of valuesOf(here)) {
      const { identifier } = 'node' in value ? value.node : value
      placed.push({ at, id: normalizeIdentifier(identifier), value })
    }
  }
  return placed
}

/** Two labels are the same if this is; as micromark has it, upper case last. */
function normalizeIdentifier(identifier: string): string {
  return identifier.toUpperCase()
}
