import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { cutAtLimits } from './cutAtLimits.js'
import { defaultPolicy } from './definePolicy.js'
import { excerptOf, type Finding } from './finding.js'
import type { Limits } from './policy.js'
import { remarkUnfinished } from './remarkUnfinished.js'

/** How to read one text. */
export interface ParseOptions {
  readonly limits?: Partial<Limits>
  /** The text still grows: what may change at its end is not a link, an image or a definition. */
  readonly streaming?: boolean
  readonly onFinding?: (finding: Finding) => void
}

const parser = unified().use(remarkParse).use(remarkGfm)

/**
 * Reads markdown as remark-parse and remark-gfm do; never throws.
 * What lies behind a limit, or all of a text that breaks the parser, is one plain paragraph.
 */
export function parseMarkdown(unsafe: string, options: ParseOptions = {}): Root {
  const { text, rest, finding } = cutAtLimits(unsafe, {
    ...defaultPolicy.limits,
    ...options.limits,
  })
  // What a cut splits is as unfinished as what has not arrived.
  const tree = parseOrUndefined(text, options.streaming === true || rest !== '')
  if (tree === undefined) {
    const excerpt = excerptOf(unsafe.slice(0, 200))
    options.onFinding?.({ kind: 'limit', reason: 'parser', block: 0, excerpt })
    return { type: 'root', children: plainParagraphs(unsafe) }
  }
  if (finding !== undefined) options.onFinding?.({ ...finding, block: tree.children.length })
  if (rest !== '') tree.children.push(...plainParagraphs(rest))
  return tree
}

function parseOrUndefined(text: string, streaming: boolean): Root | undefined {
  try {
    const tree = parser.parse(text)
    if (streaming) remarkUnfinished({ textLength: text.length })(tree, { value: text })
    return tree
  } catch {
    // Only a stack overflow gets here; the words are still shown.
    return undefined
  }
}

function plainParagraphs(unsafe: string): Root['children'] {
  return [{ type: 'paragraph', children: [{ type: 'text', value: unsafe }] }]
}
