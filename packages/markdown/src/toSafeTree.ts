import type { Root } from 'hast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { defaultPolicy } from './definePolicy.js'
import { excerptOf, type Finding } from './finding.js'
import { parseMarkdown } from './parse.js'
import type { Policy } from './policy.js'
import type { SafeTree } from './safeTree.js'
import { sanitizeTree } from './sanitize.js'

/** How to draw one text. */
export interface SafeTreeOptions {
  readonly policy?: Policy
  /** Stands before every id; give each message of a page its own. Default `glovebox-`. */
  readonly idPrefix?: string
  /** The text still grows: what may change at its end is inert. */
  readonly streaming?: boolean
  readonly onFinding?: (finding: Finding) => void
}

// Raw HTML stays in the tree as raw nodes; `sanitizeTree` draws it or shows it as text.
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })

/** Turns text Claude wrote into a tree that is safe to draw. Nothing throws, nothing is fetched. */
export function toSafeTree(unsafe: string, options: SafeTreeOptions = {}): SafeTree {
  const policy = options.policy ?? defaultPolicy
  const { streaming = false, onFinding = () => {} } = options
  const sanitizeOptions = {
    ...(options.idPrefix === undefined ? {} : { idPrefix: options.idPrefix }),
    onFinding,
  }
  const tree = parseMarkdown(unsafe, { limits: policy.limits, streaming, onFinding })
  try {
    return sanitizeTree(toHast.runSync(tree), policy, sanitizeOptions)
  } catch {
    // A tree too deep for remark-rehype: the words are still shown.
    onFinding({
      kind: 'limit',
      reason: 'depth',
      block: 0,
      excerpt: excerptOf(unsafe.slice(0, 200)),
    })
    return sanitizeTree(plainTree(unsafe), policy, sanitizeOptions)
  }
}

function plainTree(unsafe: string): Root {
  const text = { type: 'text' as const, value: unsafe }
  return {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [text] }],
  }
}
