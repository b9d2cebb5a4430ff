import type { Element, ElementContent, Root, RootContent } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { boundTree } from './boundTree.js'
import { drawElement, type Drawing } from './drawElement.js'
import { excerptOf, type Finding } from './finding.js'
import { drawHtml } from './html.js'
import { markHidden } from './markHidden.js'
import type { Policy } from './policy.js'
import type { SafeTree } from './safeTree.js'
import { sanitizeSchema } from './sanitizeSchema.js'

/** What the one step needs besides the policy. */
export interface SanitizeOptions {
  /** Stands before every id and in-page address; give each message of a page its own. */
  readonly idPrefix?: string
  readonly onFinding?: (finding: Finding) => void
}

/**
 * Builds the safe tree: bounded, raw HTML drawn or shown as text, sanitized by a closed schema, then
 * addresses, hidden text and ids by the policy. Never throws; the given tree is not changed.
 */
export function sanitizeTree(
  unsafeTree: Root,
  policy: Policy,
  options: SanitizeOptions = {},
): SafeTree {
  let block = 0
  const report: Drawing['report'] = (kind, reason, unsafe) => {
    options.onFinding?.({ kind, reason, block, excerpt: excerptOf(unsafe) })
  }
  const drawing: Drawing = {
    policy,
    idPrefix: options.idPrefix ?? 'glovebox-',
    report,
    drawChildren: (element, inLink) => drawNodes(element.children, inLink),
  }

  function drawNodes(nodes: readonly RootContent[], inLink: boolean): ElementContent[] {
    const drawn: ElementContent[] = []
    for (const node of nodes) {
      if (node.type === 'text') {
        const onHidden = (kind: string, unsafe: string) => report('hidden-text', kind, unsafe)
        drawn.push(...markHidden(node.value, policy.hidden, onHidden))
      } else if (node.type === 'element') drawn.push(...drawElement(node, { ...drawing, inLink }))
    }
    return drawn
  }

  const { tree: bounded, cut } = boundTree(unsafeTree, policy.limits)
  if (cut !== undefined) report('limit', cut, '')
  const children: RootContent[] = []
  for (const child of drawRawHtml(bounded, policy, report)) {
    // One block at a time, so that a finding knows where it is.
    const clean = sanitize({ type: 'root', children: [child] }, sanitizeSchema)
    const nodes = clean.type === 'root' ? clean.children : [clean]
    children.push(...drawNodes(nodes as RootContent[], false))
    if (child.type === 'element') block += 1
  }
  return mintSafeTree({ type: 'root', children })
}

/** Draws the raw HTML of every parent, from the root down; the depth is bounded. */
function drawRawHtml(root: Root, policy: Policy, report: Drawing['report']): RootContent[] {
  function draw(parent: Root | Element): RootContent[] {
    const children = drawHtml(parent.children, {
      parent: parent.type === 'root' ? 'root' : parent.tagName,
      html: policy.html,
      onHtml: (reason, unsafe) => report('html', reason, unsafe),
    })
    return children.map((child) => {
      if (child.type !== 'element') return child
      const isDropped = /^(?:script|style)$/i.test(child.tagName)
      if (isDropped || !allowedTags.has(child.tagName)) report('html', 'element', child.tagName)
      return { ...child, children: draw(child) as ElementContent[] }
    })
  }
  return draw(root)
}

const allowedTags: ReadonlySet<string> = new Set(sanitizeSchema.tagNames)

function mintSafeTree(tree: Root): SafeTree {
  return tree as SafeTree
}
