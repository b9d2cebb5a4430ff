import type { ListItem, Nodes } from 'mdast'
import type { OverlookedFault } from './remarkFaults.js'
import { nodesOf } from './sourceTree.js'

/** Found by `pnpm fuzz`. */
export const overlookedFaults: readonly OverlookedFault[] = [
  {
    name: 'blanks of a tab at the start of a line, in code, a tag or a label',
    reason: '4.8: the lines of a paragraph have no blanks at their start; remark leaves some',
    markdown: '> `` a\n>\t``',
    concerns: (markdown) => /[\r\n][ \t>]*\t|!\[\t/.test(markdown),
    simplify: (tree) => {
      for (const node of nodesOf(tree)) {
        if (node.type === 'inlineCode') node.value = withoutIndents(node.value).trim()
        if (node.type === 'html') node.value = withoutIndents(node.value)
        if (node.type === 'image') node.alt = withoutIndents(node.alt ?? '')
        if (node.type === 'footnoteReference') node.label = node.label?.trim() ?? null
      }
    },
  },
  {
    name: 'a CR and an LF with blanks between that belong to a container or a fence',
    reason: '2.1: only a CR right before an LF makes one line ending with it',
    markdown: '  ~~~\r  \na',
    concerns: (markdown) => /\r[ \t>]+\n/.test(markdown),
    simplify: (tree) => {
      for (const node of nodesOf(tree)) {
        if ('value' in node)
          node.value = node.value.replace(/[\r\n]+/g, '\n').replace(/^\n|\n$/g, '')
      }
    },
  },
  {
    name: 'blank lines in an item that holds a footnote',
    reason: '5.3: an item is loose if a blank line stands between two of its blocks',
    markdown: '- [^a]:\n      b\n  c',
    concerns: (markdown) => /\[\^.+\]:/.test(markdown),
    simplify: (tree) => {
      for (const node of nodesOf(tree)) {
        if (node.type !== 'list' || !node.children.some(holdsFootnote)) continue
        for (const spread of [node, ...node.children]) spread.spread = false
      }
    },
  },
]

function withoutIndents(value: string): string {
  return value.replace(/([\r\n])[ \t]+/g, '$1')
}

function holdsFootnote({ children }: ListItem): boolean {
  return children.some((child: Nodes) => child.type === 'footnoteDefinition')
}
