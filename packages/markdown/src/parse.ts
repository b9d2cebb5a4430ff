import type { Nodes, Root, RootContent, Text } from 'mdast'
import { defaultPolicy } from './defaultPolicy.js'
import { excerptOf, limitFinding, type Finding } from './finding.js'
import { createParser } from './parser/createParser.js'
import type { Limits } from './policy.js'
import { splitAt } from './splitAt.js'
import { undecidedLength } from './undecidedLength.js'

/** How to read one text. */
export interface ParseOptions {
  readonly limits?: Partial<Limits>
  /** The text still grows: what may change at its end is not a link, an image or a definition. */
  readonly streaming?: boolean
  readonly onFinding?: (finding: Finding) => void
}

/**
 * Reads markdown into what remark-parse and remark-gfm give for it, without positions; never throws.
 * Behind `limits.length` the text is one plain paragraph, behind `limits.depth` markers are text.
 */
export function parseMarkdown(unsafe: string, options: ParseOptions = {}): Root {
  const limits = { ...defaultPolicy.limits, ...options.limits }
  const [text, rest] = splitAt(unsafe, limits.length)
  const parser = createParser({ maxDepth: limits.depth })
  const isOpen = options.streaming === true
  parser.write(isOpen ? text.slice(0, text.length - undecidedLength(text)) : text)
  // What a cut splits is as unfinished as what has not arrived.
  if (!isOpen && rest === '') parser.end()
  const { root } = parser
  if (parser.tooDeepIn !== undefined) options.onFinding?.(depthFinding(root, parser.tooDeepIn))
  if (rest === '') return root
  options.onFinding?.(limitFinding('length', rest, root.children.length))
  const plain = plainParagraph([{ type: 'text', value: rest }])
  return { type: 'root', children: [...root.children, plain] }
}

/** Says that markers in this block nest too deep and are text. */
export function depthFinding({ children }: Root, block: number): Finding {
  const node = children[block]
  const excerpt = node === undefined ? '' : excerptOf(wordsIn(node))
  return { kind: 'limit', reason: 'depth', block, excerpt }
}

/** The first words in a node, which may nest as deep as the limit allows. */
function wordsIn(node: Nodes): string {
  let inner: Nodes | undefined = node
  while (inner !== undefined && 'children' in inner) inner = inner.children.at(-1)
  return inner !== undefined && 'value' in inner ? inner.value.slice(0, 200) : ''
}

/** A paragraph of characters that are only themselves. */
export function plainParagraph(unsafeParts: readonly Text[]): RootContent {
  return { type: 'paragraph', children: [...unsafeParts] }
}
