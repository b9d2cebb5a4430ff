import type { SafeBlock, SafeTree } from '@glovebox/markdown'
import type { Element, RootContent } from 'hast'
import { Fragment, type ReactElement, type ReactNode } from 'react'
import type { Components } from 'react-markdown'
import { BlockBoundary } from './BlockBoundary.js'
import { createGroupDrawing } from './drawGroups.js'
import { createTreeDrawing } from './drawTree.js'
import type { TextLabels } from './textLabels.js'
import { isShown, textOf } from './wrapBlocks.js'

/** What the look of a block depends on besides its tree. */
export interface BlockLook {
  readonly components: Components
  readonly labels: TextLabels
  readonly dir: 'ltr' | 'rtl' | 'auto'
}

/** Draws the blocks of a text; one that did not change gives the same React element as before. */
export type DrawBlocks = (blocks: readonly SafeBlock[]) => readonly ReactNode[]

/**
 * Makes the drawing of one text's blocks, each in a box of its own, where errors stop and, with
 * `dir` auto, its own writing direction holds. It remembers what it drew, and nothing else: what it
 * gives depends on its arguments alone.
 */
export function createBlockDrawing({ components, labels, dir }: BlockLook): DrawBlocks {
  const drawTop = createTreeDrawing({ components, labels })
  const hasOwn = Object.keys(components).length > 0
  /** What each tree was drawn as, and each node at its top. */
  const drawn = new WeakMap<SafeTree | Element, ReactElement>()
  const drawMany = createGroupDrawing<SafeBlock>({
    draw: drawBlock,
    identityOf: ({ tree }) => tree,
    isSame: (one, other) => one.tree === other?.tree && one.key === other.key,
  })
  /** Raw HTML that is not closed yet holds all that follows: one block may have many parts. */
  const drawParts = createGroupDrawing<RootContent>({
    draw: (node, at) => (node.type === 'element' ? drawPart(node, at) : textOf(node)),
    identityOf: (node) => node,
    isSame: (one, other) => one === other,
  })

  function drawBlock({ key, tree }: SafeBlock): ReactElement {
    const before = drawn.get(tree)
    if (before !== undefined && before.key === String(key)) return before
    const parts = tree.children.filter(isShown)
    const [part] = parts
    const isOne = part?.type === 'element' && parts.length === 1
    const element = isOne ? drawPart(part, key) : <Fragment key={key}>{drawParts(parts)}</Fragment>
    drawn.set(tree, element)
    return element
  }

  function drawPart(node: Element, key: number): ReactElement {
    const before = drawn.get(node)
    if (before !== undefined && before.key === String(key)) return before
    const fallback = <PlainBlock node={node} />
    const element = (
      <BlockBoundary key={key} resetKey={node} fallback={fallback} onServer={hasOwn}>
        {drawTop(withDirection(node))}
      </BlockBoundary>
    )
    drawn.set(node, element)
    return element
  }

  function withDirection(node: Element): Element {
    if (dir !== 'auto' || node.tagName === 'pre') return node
    return { ...node, properties: { ...node.properties, dir: 'auto' } }
  }

  return (blocks) => {
    const last = blocks.at(-1)
    // The footnotes stay last, whatever comes before them.
    if (last === undefined || last.key >= 0) return drawMany(blocks)
    return [...drawMany(blocks.slice(0, -1)), drawBlock(last)]
  }
}

/** The words of a block that cannot be drawn. */
function PlainBlock({ node }: { readonly node: Element }): ReactNode {
  return <p className="glovebox-plain">{textOf(node)}</p>
}
