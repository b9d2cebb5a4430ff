import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { createParser } from '../../../packages/markdown/src/parser/createParser.js'

const remark = unified().use(remarkParse).use(remarkGfm).use(withoutAssertion)

/** Its development build throws where a task is in no item, and the other does not. */
function withoutAssertion(this: Processor): void {
  const check = (checked: boolean) =>
    function (this: { readonly stack: readonly object[] }): void {
      Object.assign(this.stack.at(-2) ?? {}, { checked })
    }
  const exit = {
    taskListCheckValueChecked: check(true),
    taskListCheckValueUnchecked: check(false),
  }
  this.data().fromMarkdownExtensions?.push({ exit })
}

/** What remark-parse and remark-gfm read, without the positions. */
export function remarkTree(markdown: string): Root {
  return withoutPositions(sourceTree(markdown))
}

/** The same with the positions. */
export function sourceTree(markdown: string): Root {
  return remark.parse(markdown)
}

/** What the project's parser reads of a text that arrives at once. */
export function ownTree(markdown: string): Root {
  return streamedTree([markdown])
}

/** What it reads of a text in pieces, with a look at the tree after each. */
export function streamedTree(pieces: Iterable<string>): Root {
  const parser = createParser()
  for (const piece of pieces) {
    parser.write(piece)
    void parser.root
  }
  parser.end()
  return parser.root
}

/** The text in pieces of `size` UTF-16 units. */
export function piecesOf(markdown: string, size: number): readonly string[] {
  const count = Math.ceil(markdown.length / size)
  return Array.from({ length: count }, (_, n) => markdown.slice(n * size, (n + 1) * size))
}

/** The text cut at each of the places, which may come in any order and more than once. */
export function cutAt(markdown: string, places: readonly number[]): readonly string[] {
  const ends = [...places.map((place) => place % (markdown.length + 1)), markdown.length]
  const inOrder = ends.toSorted((one, other) => one - other)
  return inOrder.map((end, n) => markdown.slice(inOrder[n - 1] ?? 0, end))
}

export function withoutPositions(tree: Root): Root {
  const nodes: Nodes[] = [tree]
  for (const node of nodes) {
    delete node.position
    if ('children' in node) for (const child of node.children) nodes.push(child)
  }
  return tree
}
