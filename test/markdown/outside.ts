import { revealHidden } from '@glovebox/markdown'
import type { Root, RootContent } from 'hast'

const allowed: Record<string, readonly string[]> = {
  a: [
    'href',
    'rel',
    'referrerPolicy',
    'dataConfirm',
    'target',
    'dataDeceptive',
    'id',
    'dataFootnoteRef',
    'dataFootnoteBackref',
    'ariaDescribedBy',
    'ariaLabel',
    'dir',
  ],
  span: [
    'dataBlocked',
    'dataReason',
    'dataHost',
    'dataUrl',
    'dataMarkedChar',
    'dataMarkedCount',
    'title',
    'role',
    'ariaLabel',
    'dir',
    'dataTrueHost',
  ],
  code: ['dataLanguage', 'dir'],
  pre: ['dir'],
  td: ['dataAlign'],
  th: ['dataAlign'],
  ol: ['start'],
  li: ['id', 'dataTask'],
  h1: ['id'],
  h2: ['id', 'dataFootnotesLabel'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  section: ['dataFootnotes'],
  input: ['type', 'disabled', 'checked'],
  ...Object.fromEntries(
    'p blockquote ul hr table thead tbody tr em strong del br kbd sub sup mark ins s u small abbr details summary b i'
      .split(' ')
      .map((name) => [name, []]),
  ),
}

/** What lies outside the policy in a tree, in words. */
export function outside(node: Root | RootContent): string[] {
  if (node.type === 'text') {
    return revealHidden(node.value).flatMap((one) => ('hidden' in one ? [one.hidden] : []))
  }
  if (node.type === 'root') return node.children.flatMap(outside)
  if (node.type !== 'element') return [node.type]
  const names = allowed[node.tagName]
  if (names === undefined) return [node.tagName]
  const wrong = Object.keys(node.properties).filter((name) => !names.includes(name))
  const href = node.properties['href']
  const isWrong =
    href !== undefined && !/^(?:https?:\/\/|mailto:|tel:|#glovebox-)/.test(String(href))
  const id = node.properties['id']
  if (id !== undefined && !String(id).startsWith('glovebox-')) wrong.push(`id ${String(id)}`)
  return [...wrong, ...(isWrong ? [String(href)] : []), ...node.children.flatMap(outside)]
}
