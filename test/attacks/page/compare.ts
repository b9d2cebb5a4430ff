import type { Finding } from '@glovebox/markdown'
import { addressesIn } from './inspect.js'
import type { PathName } from './paths.js'
import type { Screen } from './screen.js'

/** What two drawings of one text are compared by. */
export interface Reading {
  readonly addresses: readonly string[]
  readonly markup: string
  readonly found: readonly string[]
}

/** Reads what is on the screen now, and what has been told of it. */
export function readScreen({ element, findings }: Screen): Reading {
  const markup = Array.from(element.childNodes, writeNode).join('')
  return {
    addresses: addressesIn(element),
    // Each text drawn has a prefix of its own.
    markup: markup.replace(/glovebox-m[A-Za-z0-9]*-/g, 'glovebox-'),
    found: findings.map(nameOf),
  }
}

/** Names a finding by what does not grow with it. */
export function nameOf({ kind, reason, block }: Finding): string {
  return `${kind} ${reason} in ${block}`
}

/** The paths whose whole drawing is ours; elsewhere plugins of others change it. */
export function isOurs(path: PathName): boolean {
  return path === 'stream' || path === 'react-markdown'
}

type Compare = (open: readonly string[], final: readonly string[]) => string[]

/** What each path says of links while a text grows; a plain plugin is not told that it does. */
export const compareAddresses: Readonly<Record<PathName, Compare>> = {
  stream: staysTheSame,
  'react-markdown': growsNoMore,
  raw: growsNoMore,
  'hostile-plugins': () => [],
  'plain-plugin': () => [],
  'plain-raw': () => [],
}

/** A link that can be pressed has the address it will have at the end. */
function staysTheSame(open: readonly string[], final: readonly string[]): string[] {
  return open
    .filter((address) => !final.includes(address))
    .map((address) => `address ${address} that is another one later`)
}

/** The address of a link that can be pressed is whole, though it may turn out to be no link. */
function growsNoMore(open: readonly string[], final: readonly string[]): string[] {
  const fresh = final.filter((address) => !open.includes(address))
  return open
    .filter((address) => !final.includes(address) && fresh.some((one) => one.startsWith(address)))
    .map((address) => `address ${address} that still grew`)
}

/** However a text arrives, the same is drawn. */
export function compareMarkup(grown: string, whole: string): string[] {
  if (grown === whole) return []
  let start = 0
  while (grown.charAt(start) === whole.charAt(start)) start += 1
  const from = Math.max(0, start - 40)
  return [`drawn ${grown.slice(from, from + 120)}, not ${whole.slice(from, from + 120)}`]
}

/** However a text arrives, the same things are told, each once. */
export function compareFindings(grown: readonly string[], whole: readonly string[]): string[] {
  if (grown.toSorted().join() === whole.toSorted().join()) return []
  return [`findings ${grown.join(', ') || 'none'}, not ${whole.join(', ') || 'none'}`]
}

/** Findings are told in the order of their blocks. */
export function compareOrder(findings: readonly Finding[]): string[] {
  const isOrdered = findings.every(({ block }, index) => block >= (findings[index - 1]?.block ?? 0))
  return isOrdered ? [] : [`findings out of order: ${findings.map(nameOf).join(', ')}`]
}

/** With the attributes in one order: which of them came first does not count. */
function writeNode(node: Node): string {
  if (!(node instanceof Element)) return node.nodeValue ?? ''
  const attributes = Array.from(node.attributes, ({ name, value }) => ` ${name}="${value}"`)
  const children = Array.from(node.childNodes, writeNode).join('')
  return `<${node.localName}${attributes.toSorted().join('')}>${children}</${node.localName}>`
}
