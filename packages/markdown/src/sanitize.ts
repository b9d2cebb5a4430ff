import type { ElementContent, Root, RootContent } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { boundTree } from './boundTree.js'
import { drawElement } from './drawElement.js'
import type { Drawing } from './drawing.js'
import { drawSpan } from './drawSpan.js'
import { excerptOf, type Finding } from './finding.js'
import { drawHtml, type HtmlPlace } from './html.js'
import { markHidden } from './markHidden.js'
import type { Policy } from './policy.js'
import { placeIn, type TextPlace } from './revealHidden.js'
import type { SafeTree } from './safeTree.js'
import { safeTags } from './safeElements.js'
import { sanitizeSchema } from './sanitizeSchema.js'
import { withHeadingIds } from './withHeadingIds.js'

/** What the one step needs besides the policy. */
export interface SanitizeOptions {
  /** Stands before every id and in-page address; give each message of a page its own. */
  readonly idPrefix?: string
  readonly onFinding?: (finding: Finding) => void
}

/** Findings of one text; the last one says that there were more. */
const maxFindings = 1_000

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
  let findings = 0
  let place: TextPlace = 'prose'
  const report: Drawing['report'] = (kind, reason, unsafe) => {
    findings += 1
    if (findings > maxFindings) return
    if (findings === maxFindings) [kind, reason, unsafe] = ['limit', 'findings', '']
    options.onFinding?.({ kind, reason, block, excerpt: excerptOf(unsafe) })
  }
  const drawing: Drawing = {
    policy,
    idPrefix: options.idPrefix ?? 'glovebox-',
    report,
    drawChildren: (element, inLink) => {
      const placeAround = place
      place = placeIn(element.tagName, place)
      const drawn = drawNodes(element.children, inLink)
      place = placeAround
      return drawn
    },
  }
  const onHidden = (kind: string, unsafe: string) => report('hidden-text', kind, unsafe)

  function drawNodes(nodes: readonly RootContent[], inLink: boolean): ElementContent[] {
    const drawn: ElementContent[] = []
    for (const node of nodes) {
      if (node.type === 'text') {
        const { hidden } = policy
        for (const part of markHidden(node.value, { hidden, onHidden, place })) drawn.push(part)
      } else if (node.type === 'element') {
        const draw = node.tagName === 'span' ? drawSpan : drawElement
        drawn.push(...draw(node, { ...drawing, inLink }))
      }
    }
    return drawn
  }

  const { tree: bounded, cut } = boundTree(unsafeTree, policy.limits)
  const children: RootContent[] = []
  const html: HtmlPlace = {
    parent: 'root',
    html: policy.html,
    onHtml: (reason, unsafe) => report('html', reason, unsafe),
  }
  const blocks = blockNumbers(bounded.children)
  const onRootHtml: HtmlPlace['onHtml'] = (reason, unsafe, index) => {
    block = blocks[index] ?? 0
    html.onHtml(reason, unsafe, index)
  }
  const drawnHtml = drawHtml(bounded.children, { ...html, onHtml: onRootHtml })
  block = 0
  for (const child of drawnHtml) {
    // One block at a time, so that a finding knows where it is.
    const drawn = drawInside(child, html)
    const clean = sanitize({ type: 'root', children: [drawn] }, sanitizeSchema)
    const nodes = clean.type === 'root' ? clean.children : [clean]
    for (const node of drawNodes(nodes as RootContent[], false)) children.push(node)
    if (child.type === 'element') block += 1
  }
  if (cut !== undefined) {
    block = blocks[Math.min(cut.at, blocks.length - 1)] ?? 0
    report('limit', cut.reason, '')
  }
  const naming = { idPrefix: drawing.idPrefix, isLastCut: cut?.inHeading === true }
  return mintSafeTree(withHeadingIds({ type: 'root', children }, naming))
}

/** The number of the block each top-level node is; a line break between blocks counts as the next. */
function blockNumbers(nodes: readonly RootContent[]): number[] {
  let block = 0
  return nodes.map((node) => (node.type === 'text' ? block : block++))
}

/** Draws the raw HTML inside one node; the depth is bounded. */
function drawInside(node: RootContent, html: HtmlPlace): RootContent {
  if (node.type !== 'element') return node
  const isDropped = node.tagName === 'script' || node.tagName === 'style'
  if (isDropped || !safeTags.has(node.tagName)) html.onHtml('element', node.tagName, 0)
  const children = drawHtml(node.children, { ...html, parent: node.tagName })
  return { ...node, children: children.map((child) => drawInside(child, html) as ElementContent) }
}

function mintSafeTree(tree: Root): SafeTree {
  return tree as SafeTree
}
