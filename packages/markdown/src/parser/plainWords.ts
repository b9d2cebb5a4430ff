import type { Nodes, Root } from 'mdast'
import type { Paragraph, TableRow } from './blocks/block.js'
import { maxAddress } from './inline/holdBack.js'

/** A longer word is read anew with what it grows by. */
const maxWord = 100

/** Words in which nothing begins or ends syntax. */
const plainWords = /^(?:(?!www\.)[\p{L}\p{N} .,;:'"()?’“”–—-])*$/iu

/**
 * Says whether plain words behind a leaf could only lengthen the text it ends with, given that all of
 * it is shown: its last line is no marker and no head of a table, and no tag or definition is open.
 */
export function endsInWords(leaf: Paragraph | TableRow): boolean {
  const { text } = leaf
  if (text.includes('<', text.length - maxAddress) || !isPlain(text, text.length)) return false
  return leaf.type === 'tableRow' || isSettled(leaf)
}

/** A paragraph that begins as a definition, or as the title behind one, may become part of it. */
function isSettled({ text, lastLine }: Paragraph): boolean {
  const start = text.slice(lastLine, lastLine + maxWord)
  return !/^[ \t]*["'([]/.test(text) && /\p{L}/u.test(start) && !text.includes('|', lastLine)
}

/** Says whether a line has nothing but plain words from the one on that stands before `at`. */
export function isPlain(line: string, at: number): boolean {
  const start = Math.max(line.lastIndexOf(' ', at - 1), line.lastIndexOf('\n', at - 1)) + 1
  return at - start <= maxWord && plainWords.test(line.slice(start))
}

/** Called with the children of a node, and the list that takes their place. */
type OnLonger = (nodes: readonly Nodes[], longer: readonly Nodes[]) => void

/** Adds words to the last text of a tree; what is not around it stays the same object. */
export function lengthen(root: Root, words: string, onLonger: OnLonger): Root {
  return lengthenIn(root, words, onLonger) as Root
}

function lengthenIn(node: Nodes, words: string, onLonger: OnLonger): Nodes {
  if (node.type === 'text') return { ...node, value: node.value + words }
  if (!('children' in node)) return node
  const children: Nodes[] = [...node.children]
  const last = children.pop()
  if (last !== undefined) children.push(lengthenIn(last, words, onLonger))
  onLonger(node.children, children)
  return { ...node, children } as Nodes
}
