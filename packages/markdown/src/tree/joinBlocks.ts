import type { SafeTree } from '../safeTree.js'
import type { SafeBlock } from './createTreeMaker.js'
import { mintSafeTree } from './mintSafeTree.js'

/** Joins the blocks of a text to its one tree. */
export function joinBlocks(blocks: readonly SafeBlock[]): SafeTree {
  return mintSafeTree(blocks.flatMap(({ tree }) => tree.children))
}
