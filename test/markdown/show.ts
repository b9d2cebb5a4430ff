import { toSafeTree, type Finding, type Policy } from '@glovebox/markdown'
import type { Root, RootContent } from 'hast'

/** Writes a tree as short markup, without what every link, mark or code block has. */
export function show(tree: Root): string {
  return tree.children.map(showNode).join('')
}

/** Draws a text and writes the tree without the line breaks between blocks. */
export function draw(unsafe: string, policy?: Policy): string {
  const tree = toSafeTree(unsafe, policy === undefined ? {} : { policy })
  return show(tree).replace(/\n/g, '')
}

/** What drawing a text reports, as `kind reason`. */
export function findingsOf(unsafe: string, policy?: Policy): string[] {
  const findings: Finding[] = []
  const onFinding = (finding: Finding) => findings.push(finding)
  toSafeTree(unsafe, policy === undefined ? { onFinding } : { policy, onFinding })
  return findings.map(({ kind, reason }) => `${kind} ${reason}`)
}

function showNode(node: RootContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return `(${node.type})`
  const attributes = Object.entries(node.properties)
    .filter(([name]) => !['rel', 'referrerPolicy', 'target', 'dir', 'role'].includes(name))
    .filter(([name]) => name !== 'ariaLabel' || node.tagName !== 'span')
    .map(([name, value]) => ` ${name}=${String(value)}`)
  const children = node.children.map(showNode).join('')
  return `<${node.tagName}${attributes.join('')}>${children}</${node.tagName}>`
}
