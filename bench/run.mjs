// `pnpm bench [--only glovebox,pre] [--docs readme-16] [--runs 5] [--seconds 60] [--quick]`: measures, prints, and keeps
// results.json; a whole run also writes RESULTS.md. Ends with code 1 when something could not be measured.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { buildPage, measureSizes, renderers } from './build.mjs'
import { openChromium } from './chromium.mjs'
import { compare } from './compare.mjs'
import { createDocuments } from './documents.mjs'
import { measureParsers } from './parse.mjs'
import { report } from './report.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    docs: { type: 'string' },
    runs: { type: 'string' },
    seconds: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const { quick } = values
const all = createDocuments()
const documents = choose('--docs', values.docs ?? (quick ? 'readme-16,stored-200' : undefined), all)
const named = renderers.map((name) => ({ name }))
const chosen = choose('--only', values.only, named).map(({ name }) => name)
const isWhole = documents.length === all.length && chosen.length === renderers.length && !quick

await buildPage()
const browser = await openChromium()
const results = await compare({
  measure: browser.measure,
  // The floor and the loop are what every other number is held against.
  renderers: [...new Set(['nothing', 'pre', ...chosen])],
  documents,
  runs: number('--runs', values.runs, quick ? 1 : 5),
  seconds: number('--seconds', values.seconds, quick ? 10 : 60),
  log: (line) => console.error(line),
}).finally(browser.close)

const readme = all.find(({ name }) => name === (quick ? 'readme-16' : 'readme-64'))
const findings = {
  machine: describeMachine(browser.version),
  documents: documents.map(({ name, about }) => ({ name, about })),
  results,
  parsers: measureParsers(readme?.text ?? '', quick ? 3 : 20),
  sizes: await measureSizes(),
}
console.log(await pretty('RESULTS.md', report(findings)))
await keep('results.json', JSON.stringify(findings))
if (isWhole) await keep('RESULTS.md', report(findings))
const failures = results.filter(({ failed }) => failed)
for (const { renderer, document, note } of failures) {
  console.error(`Cannot measure ${renderer} on ${document}: ${note}`)
}
process.exitCode = failures.length === 0 ? 0 : 1

/**
 * @template {{ readonly name: string }} Named
 * @param {string} option
 * @param {string | undefined} names separated by commas
 * @param {readonly Named[]} known
 */
function choose(option, names, known) {
  if (names === undefined) return known
  return names.split(',').map((name) => {
    const found = known.find((one) => one.name === name)
    if (found !== undefined) return found
    const expected = known.map((one) => one.name).join(', ')
    return fail(`${option} names ${name}, expected some of ${expected}`)
  })
}

/**
 * @param {string} option
 * @param {string | undefined} text
 * @param {number} otherwise
 */
function number(option, text, otherwise) {
  const value = Number(text ?? otherwise)
  return value > 0 ? value : fail(`${option} is ${text}, expected a number above 0`)
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(`Cannot measure: ${message}`)
  process.exit(1)
}

/** @param {string} chromium its version */
function describeMachine(chromium) {
  const { dependencies } = JSON.parse(readFileSync(place('package.json'), 'utf8'))
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    node: process.versions.node,
    chromium,
    /** @type {Record<string, string>} */
    packages: dependencies,
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
async function keep(name, text) {
  writeFileSync(place(name), await pretty(name, text))
}

/**
 * @param {string} name
 * @param {string} text
 */
async function pretty(name, text) {
  const filepath = place(name)
  return format(text, { ...(await resolveConfig(filepath)), filepath })
}

/** @param {string} name */
function place(name) {
  return fileURLToPath(new URL(name, import.meta.url))
}
