import type { Nodes, Root } from 'mdast'
import { nodesOf } from './sourceTree.js'

/** Characters that nobody writes, put into a text to change how remark reads it, and what they stand for. */
export const nothing = '\ue000'
export const slash = '\ue001'

/** A line that ends the block above, and is none of its own once the marks are gone. */
export const parting = `<!--${nothing}-->`

/** Takes the marks out of a tree. */
export function withoutMarks(tree: Root): Root {
  for (const node of nodesOf(tree)) {
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string') Reflect.set(node, name, unmarked(value))
    }
    if ('children' in node) node.children = node.children.filter(isLeft) as typeof node.children
  }
  return tree
}

function unmarked(value: string): string {
  if (value === parting) return value
  return value.replaceAll(nothing, '').replaceAll(slash, '/')
}

function isLeft(node: Nodes): boolean {
  if (node.type === 'html') return node.value.trim() !== parting
  return node.type !== 'text' || node.value !== nothing
}
