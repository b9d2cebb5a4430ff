import type { ElementContent } from 'hast'
import type { SafeTree } from '../safeTree.js'
import type { SafeBlock } from './createTreeMaker.js'
import { openChild, type Drawer } from './draw.js'
import { isSameList } from './made.js'
import { mintSafeTree } from './mintSafeTree.js'
import { expectedTags } from './openTags.js'
import type { Segment } from './segments.js'

/** How segments are drawn. */
export interface SegmentDrawing {
  readonly drawer: Drawer
  readonly html: 'subset' | 'text'
  /** The text still grows at the segment's end. */
  readonly open: boolean
}

/** Draws a segment as a block; the block it was before if nothing differs. */
export function drawSegment(segment: Segment, drawing: SegmentDrawing): SafeBlock {
  const { block, key } = segment
  const { open } = drawing
  if (segment.isDrawn && block?.open === open) return block
  const tree = drawTree(segment, drawing)
  if (block?.tree === tree && block.open === open && block.key === key) return block
  segment.block = { key, tree, open }
  return segment.block
}

function drawTree(segment: Segment, { drawer, html, open }: SegmentDrawing): SafeTree {
  const { block, content, hasRaw } = segment
  const expected = hasRaw && open && html === 'subset' ? expectedTags(content, 'root') : []
  const raw = hasRaw
    ? drawer.drawRaw([...content, ...expected], { parent: 'root', before: segment.drawn })
    : { children: content, found: [] }
  segment.drawn = raw.children
  segment.found = raw.found
  segment.isDrawn = true
  const openIndex = open ? openChild(raw.children) : -1
  const children: ElementContent[] = []
  for (const [index, made] of raw.children.entries()) {
    for (const node of drawer.draw(made, index === openIndex)) children.push(node)
  }
  const before = block?.tree
  const isSame = before !== undefined && isSameList(before.children, children)
  return isSame ? before : mintSafeTree(children)
}
