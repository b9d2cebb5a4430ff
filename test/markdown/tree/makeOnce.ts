import { defaultPolicy } from '@glovebox/markdown'
import type { Root } from 'mdast'
import { createTreeMaker } from '../../../packages/markdown/src/tree/createTreeMaker.js'

/** Makes the blocks of one state of a text with a maker of its own. */
export function makeOnce(root: Root, { policy = defaultPolicy, openTail = false } = {}) {
  const { blocks, findings } = createTreeMaker({ policy }).make(root, { openTail })
  return { blocks, findings: findings() }
}
