import { defaultPolicy, type Finding, type Policy, sanitizeTree } from '@glovebox/markdown'
import type { Root } from 'hast'
import type { Root as Mdast } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const remark = unified().use(remarkParse).use(remarkGfm)

/** Reads a text as remark does. */
export function readWithRemark(unsafe: string): Mdast {
  return remark.parse(unsafe)
}

/** The tree and the findings that the whole-document way gives: to hast at once, then the policy. */
export function drawWhole(root: Mdast, policy: Policy = defaultPolicy) {
  const findings: Finding[] = []
  const hast = toHast(root, { allowDangerousHtml: true, clobberPrefix: '' })
  const tree: Root = hast.type === 'root' ? hast : { type: 'root', children: [] }
  const safe = sanitizeTree(tree, policy, { onFinding: (finding) => findings.push(finding) })
  return { tree: safe, findings }
}
