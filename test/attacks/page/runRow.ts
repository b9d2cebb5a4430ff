import type { Finding } from '@glovebox/markdown'
import { everyCut, randomCuts } from './cuts.js'
import { addressesIn, inspect } from './inspect.js'
import type { PathName } from './paths.js'
import { openScreen, type Screen } from './screen.js'
import { shownText } from './shownText.js'
import { clobbered, note, takeHappened } from './watch.js'

/** A row as the page gets it. */
export interface PageRow {
  readonly name: string
  readonly unsafe: string
  /** Where it is left out, the words are not compared. */
  readonly safe?: string
  /** Nothing may be found, and joiners may stand unmarked. */
  readonly isHonest?: boolean
}

/** How thoroughly a row is tried. */
export interface RunOptions {
  readonly path: PathName
  /** Cuts one text is tried at, both as a text that grows and as one that ends there. */
  readonly cuts: number
  readonly seed: number
}

/** What was seen that must not be. */
export interface Failure {
  readonly name: string
  /** Where in the row it was seen. */
  readonly when: string
  readonly seen: string
}

/** Milliseconds one step may take on a busy machine. */
const longestStep = 2_000

/** Tries one row: whole, grown at every cut and at random ones, and ended at every cut. */
export async function runRow(row: PageRow, { path, cuts, seed }: RunOptions): Promise<Failure[]> {
  const { unsafe } = row
  const screen = openScreen(path)
  const failures = createFailures(row)
  const step = (when: string, text: string, streaming: boolean) => {
    const took = screen.draw(text, streaming)
    if (took > longestStep) note(`took ${Math.round(took)} ms`)
    failures.add(when, inspect(screen.element, { allowsHidden: row.isHonest === true }))
    failures.add(when, takeHappened())
  }
  step('whole', unsafe, false)
  const whole = { addresses: addressesIn(screen.element), html: markupOf(screen) }
  const found = screen.findings.map(nameOf)
  failures.add('whole', compareWords(row, screen))
  if (row.isHonest === true)
    failures.add(
      'whole',
      found.map((name) => `finding ${name}`),
    )
  if (isOurs(path)) failures.add('whole', compareOrder(screen.findings))

  const compare = compareAddresses[path]
  const growths = [everyCut(unsafe.length, cuts), randomCuts(unsafe.length, seed)]
  for (const [index, growth] of (cuts === 0 ? growths.slice(1) : growths).entries()) {
    const way = index === 0 && cuts > 0 ? 'grown' : `grown at random (seed ${seed})`
    screen.clear()
    for (const cut of [...growth, unsafe.length]) {
      step(`${way} to ${cut}`, unsafe.slice(0, cut), true)
      const addresses = addressesIn(screen.element)
      failures.add(`${way} to ${cut}`, compare(addresses, whole.addresses))
    }
    const open = addressesIn(screen.element)
    step(`${way}, ended`, unsafe, false)
    failures.add(`${way}, ended`, compareWords(row, screen))
    failures.add(`${way}, ended`, compareMarkup(markupOf(screen), whole.html))
    if (path === 'stream') failures.add(`${way}, ended`, compareFindings(screen.findings, found))
    if (open.length > 0) {
      screen.clear()
      screen.draw(unsafe + 'x', false)
      const later = compare(open, addressesIn(screen.element))
      failures.add(`${way}, went on with x`, later)
    }
  }
  for (const cut of everyCut(unsafe.length, cuts)) {
    screen.clear()
    step(`ended at ${cut}`, unsafe.slice(0, cut), false)
  }
  screen.close()
  failures.add('at the end', clobbered())
  // What the browser tells late still belongs to this row.
  await new Promise((resolve) => setTimeout(resolve))
  failures.add('after it', takeHappened())
  return failures.all
}

/** Each thing once, where it was seen first. */
function createFailures({ name }: PageRow) {
  const all: Failure[] = []
  const known = new Set<string>()
  return {
    all,
    add(when: string, breaches: readonly string[]): void {
      for (const seen of breaches) {
        if (known.has(seen)) continue
        known.add(seen)
        all.push({ name, when, seen })
      }
    },
  }
}

function compareWords({ safe }: PageRow, screen: Screen): string[] {
  const shown = shownText(screen.element)
  if (safe === undefined || shown === safe) return []
  return [`words ${JSON.stringify(shown.slice(0, 300))}, not ${JSON.stringify(safe.slice(0, 300))}`]
}

/** The paths whose whole drawing is ours; elsewhere plugins of others change the words. */
function isOurs(path: PathName): boolean {
  return path === 'stream' || path === 'react-markdown'
}

type Compare = (open: readonly string[], final: readonly string[]) => string[]

/** What each path says of links while a text grows; a plain plugin is not told that it does. */
const compareAddresses: Readonly<Record<PathName, Compare>> = {
  stream: staysTheSame,
  'react-markdown': growsNoMore,
  raw: growsNoMore,
  'hostile-plugins': () => [],
  'plain-plugin': () => [],
  'plain-raw': () => [],
}

/** Each text drawn has a prefix of its own. */
const prefix = /glovebox-m[a-z0-9]*-/g

function markupOf(screen: Screen): string {
  return Array.from(screen.element.childNodes, writeNode).join('').replace(prefix, 'glovebox-')
}

/** With the attributes in one order: which of them came first does not count. */
function writeNode(node: Node): string {
  if (!(node instanceof Element)) return node.nodeValue ?? ''
  const attributes = Array.from(node.attributes, ({ name, value }) => ` ${name}="${value}"`)
  const children = Array.from(node.childNodes, writeNode).join('')
  return `<${node.localName}${attributes.toSorted().join('')}>${children}</${node.localName}>`
}

/** However a text arrives, the same is drawn. */
function compareMarkup(grown: string, whole: string): string[] {
  if (grown === whole) return []
  let start = 0
  while (grown.charAt(start) === whole.charAt(start)) start += 1
  const from = Math.max(0, start - 40)
  return [`drawn ${grown.slice(from, from + 120)}, not ${whole.slice(from, from + 120)}`]
}

/** The address of a link that can be pressed is whole, though it may turn out to be no link. */
function growsNoMore(open: readonly string[], final: readonly string[]): string[] {
  return open
    .filter((address) => !final.includes(address) && final.some((one) => one.startsWith(address)))
    .map((address) => `address ${address} that still grew`)
}

/** A link that can be pressed has the address it will have at the end. */
function staysTheSame(open: readonly string[], final: readonly string[]): string[] {
  return open
    .filter((address) => !final.includes(address))
    .map((address) => `address ${address} that is another one later`)
}

function compareOrder(findings: readonly Finding[]): string[] {
  const isOrdered = findings.every(({ block }, index) => block >= (findings[index - 1]?.block ?? 0))
  return isOrdered ? [] : [`findings out of order: ${findings.map(nameOf).join(', ')}`]
}

/** However a text arrives, the same things are told, each once. */
function compareFindings(told: readonly Finding[], whole: readonly string[]): string[] {
  const names = told.map(nameOf)
  if (names.toSorted().join() === [...whole].toSorted().join()) return []
  return [`findings ${names.join(', ') || 'none'}, not ${whole.join(', ') || 'none'}`]
}

function nameOf({ kind, reason, block }: Finding): string {
  return `${kind} ${reason} in ${block}`
}
