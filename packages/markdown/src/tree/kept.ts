import type { Nodes } from 'mdast'
import type { MadeContent } from './made.js'

/** A node of mdast with what was made of it, kept from one state of the text to the next. */
export interface Kept<Node extends Nodes = Nodes> {
  readonly node: Node
  readonly children: readonly Kept[]
  /** It stands too deep to be more than its text. */
  readonly isText: boolean
  /** What the rest of the document must know of it; undefined for most nodes. */
  labels: Labels | undefined
  /** It, or a node below, looks different when a definition, the count of footnotes or a heading does. */
  isDependent: boolean
  /** What was made last; of an earlier node while `isMade` is false. */
  made: readonly MadeContent[]
  isMade: boolean
  /** How many of its first children it had when that was made, and the place they had. */
  same: number
  childPlace: string
  /** What its making depended on besides the node: the place, and the state of all labels. */
  place: string
  labelsVersion: number
}

/**
 * The definitions, references to footnotes, and headings inside a node, in the order of the text. References and headings
 * inside a footnote count where it is drawn.
 */
export type Labels = readonly Kept[]

/** Says whether a kept node is of a type, for the compiler too. */
export function isKept<Type extends Nodes['type']>(
  kept: Kept,
  type: Type,
): kept is Kept<Extract<Nodes, { type: Type }>> {
  return kept.node.type === type
}
