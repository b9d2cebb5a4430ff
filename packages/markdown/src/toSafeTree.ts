import type { Root } from 'hast'
import type { Root as Mdast } from 'mdast'
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
  // Limits are told last: what they cut stands at the end.
  const limitFindings: Finding[] = []
  const tree = parseMarkdown(unsafe, {
    limits: policy.limits,
    streaming,
    onFinding: (finding) => limitFindings.push(finding),
  })
  const safe = sanitizeTree(toHastOrPlain(tree, unsafe, limitFindings), policy, sanitizeOptions)
  for (const finding of limitFindings) onFinding(finding)
  return safe
}

function toHastOrPlain(tree: Mdast, unsafe: string, limitFindings: Finding[]): Root {
  try {
    return toHast.runSync(tree)
  } catch {
    // A tree too deep for remark-rehype: the words are still shown.
    const excerpt = excerptOf(unsafe.slice(0, 200))
    limitFindings.push({ kind: 'limit', reason: 'depth', block: 0, excerpt })
    return plainTree(unsafe)
  }
}

function plainTree(unsafe: string): Root {
  const text = { type: 'text' as const, value: unsafe }
  return {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [text] }],
  }
}
