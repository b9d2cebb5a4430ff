import type { Nodes, Root } from 'mdast'
import type { Paragraph } from './blocks/block.js'
import { maxAddress } from './inline/holdBack.js'

/** Words in which nothing begins or ends syntax, at the end of a line that begins with a letter. */
const plainWords = /^(?:(?!www\.)[\p{L}\p{N} .,;:'"()?’“”–—-])*$/iu

/**
 * Says whether plain words behind a paragraph could only lengthen the text it ends with, given that
 * all of it is shown: its last line is no marker, cell or underline, and no tag, definition or
 * address is open.
 */
export function endsInWords({ text, lastLine }: Paragraph): boolean {
  return (
    /^\p{L}[^|]*$/u.test(text.slice(lastLine)) &&
    !/^[ \t]*\[/.test(text) &&
    !text.includes('<', text.length - maxAddress) &&
    isPlain(text, text.length)
  )
}

/** Says whether a line has nothing but plain words from the one on that stands before `at`. */
export function isPlain(line: string, at: number): boolean {
  const start = Math.max(line.lastIndexOf(' ', at - 1), line.lastIndexOf('\n', at - 1)) + 1
  return plainWords.test(line.slice(start))
}

/** Adds words to the last text of a tree; what is not around it stays the same object. */
export function lengthen(root: Root, words: string): Root {
  return lengthenIn(root, words) as Root
}

function lengthenIn(node: Nodes, words: string): Nodes {
  if (node.type === 'text') return { ...node, value: node.value + words }
  if (!('children' in node)) return node
  const children: Nodes[] = [...node.children]
  const last = children.pop()
  if (last !== undefined) children.push(lengthenIn(last, words))
  return { ...node, children } as Nodes
}
