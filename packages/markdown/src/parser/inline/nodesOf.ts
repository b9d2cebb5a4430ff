import type { PhrasingContent } from 'mdast'
import { findLiterals, textNode } from './findLiterals.js'
import type { Item, NodeItem } from './item.js'

/** Gives the nodes of items; neighbouring characters are one text, runs that are left are text. */
export function nodesOf(items: readonly Item[], isInLink: boolean): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let value = ''
  let growing = Infinity
  for (const item of items) {
    if (item.kind === 'run') add(item.marker.repeat(item.size))
    else if (item.kind === 'text') add(item.value, item.isGrowing)
    else {
      for (const node of shownOf(item)) {
        if (node.type === 'text') add(node.value, true)
        else {
          pushText()
          nodes.push(node)
        }
      }
    }
  }
  pushText()
  return nodes

  function add(text: string, isGrowing = false): void {
    if (isGrowing) growing = Math.min(growing, value.length)
    value += text
  }

  /** Addresses are found in it up to where it grows. */
  function pushText(): void {
    const found = isInLink ? [] : findLiterals(value.slice(0, growing))
    nodes.push(...joinText(found, isInLink ? value : value.slice(growing)))
    value = ''
    growing = Infinity
  }
}

function shownOf({ node, isGrowing, isSwallowed }: NodeItem): PhrasingContent[] {
  return isGrowing === true ? inert(node, isSwallowed !== true) : [node]
}

/** A node without the links around its words, and without images, where one that is closed does not stay. */
export function inert(node: PhrasingContent, keepsImages: boolean): PhrasingContent[] {
  if (node.type === 'imageReference' || (node.type === 'image' && !keepsImages)) return []
  if (!('children' in node)) return [node]
  const children = node.children.flatMap((child) => inert(child, keepsImages))
  return isLink(node) ? children : [{ ...node, children }]
}

export function isLink({ type }: PhrasingContent): boolean {
  return type === 'link' || type === 'linkReference'
}

/** Adds characters to the end of nodes. */
export function joinText(nodes: readonly PhrasingContent[], text: string): PhrasingContent[] {
  if (text === '') return [...nodes]
  const last = nodes.at(-1)
  if (last?.type !== 'text') return [...nodes, textNode(text)]
  return [...nodes.slice(0, -1), textNode(last.value + text)]
}

/** Puts text before nodes. */
export function putBefore(text: string, nodes: PhrasingContent[]): PhrasingContent[] {
  if (text === '') return nodes
  const [first, ...others] = nodes
  if (first?.type === 'text') return [textNode(text + first.value), ...others]
  return [textNode(text), ...nodes]
}

/** The words of nodes, as an image's alternative text. */
export function wordsOf(nodes: readonly PhrasingContent[]): string {
  let words = ''
  for (const node of nodes) {
    if ('value' in node) words += node.value
    else if ('alt' in node) words += node.alt ?? ''
    else if ('children' in node) words += wordsOf(node.children)
  }
  return words
}
