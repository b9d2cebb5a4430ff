import {
  compareAddresses,
  compareFindings,
  compareMarkup,
  compareOrder,
  isOurs,
  nameOf,
  readScreen,
  type Reading,
} from './compare.js'
import { everyCut, randomCuts } from './cuts.js'
import { inspect } from './inspect.js'
import { nextTask } from './nextTask.js'
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
  /** Words, findings and links are compared elsewhere; only what may be there at all is looked at. */
  readonly isBoundsOnly?: boolean
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
export async function runRow(row: PageRow, options: RunOptions): Promise<Failure[]> {
  const { unsafe } = row
  const { cuts, seed } = options
  const trial = openTrial(row, options)
  trial.step('whole', unsafe, false)
  const whole = trial.compareWhole()
  if (cuts > 0) trial.grow('grown', everyCut(unsafe.length, cuts), whole)
  trial.grow(`grown at random (seed ${seed})`, randomCuts(unsafe.length, seed), whole)
  for (const cut of everyCut(unsafe.length, cuts)) {
    trial.screen.clear()
    trial.step(`ended at ${cut}`, unsafe.slice(0, cut), false)
  }
  trial.screen.close()
  trial.add('at the end', clobbered())
  // What the browser tells late still belongs to this row.
  await nextTask()
  trial.add('after it', takeHappened())
  return trial.failures
}

function openTrial(row: PageRow, { path, isBoundsOnly = false }: RunOptions) {
  const { unsafe, isHonest = false } = row
  const screen = openScreen(path)
  const { failures, add } = createFailures(row)

  function step(when: string, text: string, streaming: boolean): void {
    const took = screen.draw(text, streaming)
    if (took > longestStep) note(`took ${Math.round(took)} ms`)
    add(when, inspect(screen.element, { allowsHidden: isHonest }))
    add(when, takeHappened())
  }

  function compareWhole(): Reading {
    if (isBoundsOnly) return readScreen(screen)
    add('whole', compareWords(row, screen))
    if (isHonest)
      add(
        'whole',
        screen.findings.map((finding) => `finding ${nameOf(finding)}`),
      )
    if (isOurs(path)) add('whole', compareOrder(screen.findings))
    return readScreen(screen)
  }

  function grow(way: string, cuts: readonly number[], whole: Reading): void {
    const compare = compareAddresses[path]
    screen.clear()
    let open: readonly string[] = []
    for (const cut of [...cuts, unsafe.length]) {
      step(`${way} to ${cut}`, unsafe.slice(0, cut), true)
      if (isBoundsOnly) continue
      open = readScreen(screen).addresses
      add(`${way} to ${cut}`, compare(open, whole.addresses))
    }
    step(`${way}, ended`, unsafe, false)
    if (isBoundsOnly) return
    const ended = readScreen(screen)
    add(`${way}, ended`, compareWords(row, screen))
    add(`${way}, ended`, compareMarkup(ended.markup, whole.markup))
    if (isOurs(path)) {
      add(`${way}, ended`, compareFindings(ended.found, whole.found))
    }
    if (open.length === 0) return
    screen.clear()
    screen.draw(unsafe + 'x', false)
    add(`${way}, went on with x`, compare(open, readScreen(screen).addresses))
  }

  return { screen, failures, add, step, compareWhole, grow }
}

/** Each thing once, where it was seen first. */
function createFailures({ name }: PageRow) {
  const failures: Failure[] = []
  const known = new Set<string>()
  function add(when: string, breaches: readonly string[]): void {
    for (const seen of breaches) {
      if (known.has(seen)) continue
      known.add(seen)
      failures.push({ name, when, seen })
    }
  }
  return { failures, add }
}

function compareWords({ safe }: PageRow, screen: Screen): string[] {
  const shown = shownText(screen.element)
  if (safe === undefined || shown === safe) return []
  return [`words ${JSON.stringify(shown.slice(0, 300))}, not ${JSON.stringify(safe.slice(0, 300))}`]
}
