import type { MadeContent, MadeText } from './made.js'

/** Puts a line ending before, between and behind nodes. */
export function wrap(nodes: readonly MadeContent[], lineEnding: MadeText): MadeContent[] {
  const wrapped: MadeContent[] = [lineEnding]
  for (const node of nodes) wrapped.push(node, lineEnding)
  return wrapped
}
