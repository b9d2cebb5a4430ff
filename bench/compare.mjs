// Draws every document with every renderer, in turn, as often as asked, and keeps the medians.
import { createWarmUp } from './documents.mjs'

/** Ours and the floors have to be measured: they get this many times the seconds of a peer, and to fail them is a failure. */
const always = ['glovebox', 'pre', 'nothing']
const patience = 10
/** A pair that took this many seconds in all is not repeated: its noise is small against what it shows. */
const enough = 45

/**
 * @typedef {(prepare: (page: import('playwright').Page) => Promise<void>) => Promise<import('./chromium.mjs').Cost>} Measure
 * @typedef {import('./documents.mjs').Document} Document
 * @typedef {object} Result CPU time in milliseconds
 * @property {string} renderer
 * @property {string} document
 * @property {number} runs of which `script` is the median
 * @property {number} [chunks]
 * @property {number} [script] with the screen hidden: script alone
 * @property {number} [onScreen] with the screen shown, once: script, style, layout and paint at the browser's own pace
 * @property {string} [note] why something was not measured
 * @property {boolean} failed
 */

/**
 * Interleaves the runs, so that a noisy minute of the machine hits all alike.
 * @param {object} task
 * @param {Measure} task.measure
 * @param {readonly string[]} task.renderers
 * @param {readonly Document[]} task.documents
 * @param {number} task.runs
 * @param {number} task.seconds the most that a peer may take for one document
 * @param {(line: string) => void} task.log
 * @returns {Promise<readonly Result[]>}
 */
export async function compare({ measure, renderers, documents, runs, seconds, log }) {
  /** @type {Pair[]} */
  const pairs = documents.flatMap((document) =>
    renderers.map((renderer) => ({ renderer, document, scripts: [], took: 0, failed: false })),
  )
  for (let run = 1; run <= runs + 1; run += 1) {
    const shown = run > runs
    for (const pair of pairs) {
      const mustBe = always.includes(pair.renderer)
      if (pair.note !== undefined || (pair.took > enough && !(mustBe && shown))) continue
      const limit = mustBe ? seconds * patience : seconds
      const start = performance.now()
      pair.note = isTooSlowBefore(pair, pairs)
        ? 'not run'
        : await draw({ pair, shown, seconds: limit, measure })
      pair.took += (performance.now() - start) / 1000
      pair.failed ||= pair.note !== undefined && mustBe
      log(
        `${shown ? 'shown' : `${run}/${runs}`} ${pair.document.name} ${pair.renderer} ${pair.note ?? ''}`,
      )
    }
  }
  return pairs.map(summarize)
}

/**
 * @typedef {object} Pair
 * @property {string} renderer
 * @property {Document} document
 * @property {number[]} scripts
 * @property {number} [onScreen]
 * @property {number} [chunks]
 * @property {number} took in seconds
 * @property {string} [note]
 * @property {boolean} failed
 */

/**
 * @param {Pair} pair
 * @param {readonly Pair[]} pairs
 */
function isTooSlowBefore({ renderer, document }, pairs) {
  return pairs.some(
    (other) =>
      other.renderer === renderer &&
      other.document.name === document.smaller &&
      other.note !== undefined,
  )
}

/**
 * Draws once, and gives what kept it from being measured.
 * @param {{ pair: Pair, shown: boolean, seconds: number, measure: Measure }} task
 * @returns {Promise<string | undefined>}
 */
async function draw({ pair, shown, seconds, measure }) {
  const { renderer, document } = pair
  try {
    const task = { renderer, document, shown, seconds }
    const { outcome, chunks, cpu, text } = await measure((page) => prepare(page, task))
    if (outcome === 'too slow') return `over ${seconds} s`
    if (renderer !== 'nothing' && !holds(text, document)) {
      pair.failed = true
      return 'text is missing'
    }
    pair.chunks = chunks
    if (shown) pair.onScreen = cpu
    else pair.scripts.push(cpu)
    return undefined
  } catch (error) {
    pair.failed = true
    return `failed: ${error instanceof Error ? error.message.split('\n')[0] : error}`
  }
}

const warmUp = createWarmUp()
const chunkSize = 16

/**
 * Sets a document up. Before one that is streamed, another warms the page up, so that compiling is not what short documents
 * are measured by; stored messages are what a page opens with, and are mounted cold.
 * @param {import('playwright').Page} page
 * @param {{ renderer: string, document: Document, shown: boolean, seconds: number }} task
 */
async function prepare(page, { renderer, document: { text, messages }, shown, seconds }) {
  const stream = (text) =>
    page.evaluate((task) => bench.prepareStream(task), {
      renderer,
      shown,
      text,
      chunkSize,
      seconds,
    })
  if (messages !== undefined) {
    await page.evaluate((task) => bench.prepareMount(task), { renderer, shown, texts: messages })
    return
  }
  await stream(warmUp)
  await page.evaluate('bench.run()')
  await stream(text)
}

/**
 * Tells whether a page holds a document: most of its letters (addresses are not shown) and its last words.
 * @param {string} text
 * @param {Document} document
 */
function holds(text, document) {
  const letters = (some) => some.replaceAll(/[^a-z0-9]/gi, '')
  const asked = letters(document.text ?? document.messages?.join('') ?? '')
  const there = letters(text)
  return there.length > asked.length * 0.7 && there.includes(asked.slice(-8))
}

/**
 * @param {Pair} pair
 * @returns {Result}
 */
function summarize({ renderer, document, scripts, onScreen, chunks, note, failed }) {
  return {
    renderer,
    document: document.name,
    runs: scripts.length,
    chunks,
    script: scripts.length === 0 ? undefined : round(median(scripts)),
    onScreen: onScreen === undefined ? undefined : round(onScreen),
    note,
    failed,
  }
}

/** @param {number} number */
function round(number) {
  return Math.round(number * 100) / 100
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}
