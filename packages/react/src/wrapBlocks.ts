import type { Root, RootContent } from 'hast'

/** The name that stands for one top-level block in the tree given to React. */
export const blockName = 'glovebox-block'

/**
 * A rehype plugin behind the policy: puts every top-level block in a box of its own, where errors
 * stop and, with `dir` auto, its own writing direction holds. The line endings between blocks go.
 */
export function wrapBlocks(dir: 'ltr' | 'rtl' | 'auto'): (tree: Root) => Root {
  return (tree) => ({
    ...tree,
    children: tree.children.filter(isShown).map((child) => {
      if (child.type !== 'element') return child
      const properties = dir === 'auto' && child.tagName !== 'pre' ? { dir: 'auto' } : {}
      const block = { ...child, properties: { ...child.properties, ...properties } }
      return { type: 'element', tagName: blockName, properties: {}, children: [block] }
    }),
  })
}

/** Says whether a top-level node is more than the line ending between two blocks. */
export function isShown(node: RootContent): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}

/** Gives the words of a block, for when it cannot be drawn. */
export function textOf(node: RootContent | Root): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  return node.children.map(textOf).join('')
}
