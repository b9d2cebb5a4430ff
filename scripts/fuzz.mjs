// Holds the parser against remark on generated documents, whole and cut at random: `pnpm fuzz [--seconds N] [--seed N]`.
// Ends with the smallest document it can find on which they differ, or when the time is over.
import { build } from 'esbuild'
import fc from 'fast-check'
import { isDeepStrictEqual, inspect, parseArgs } from 'node:util'
import { root } from './run.mjs'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
})
const end = Date.now() + Number(values.seconds) * 1000
const { anyDocument, cutAt, ownTree, readAlike, streamedTree } = await load()

/** How many documents show each of remark's known faults. @type {Map<string, number>} */
const faulty = new Map()
const documents = fc.property(anyDocument, (markdown) => {
  const { own, remark, faults } = readAlike(markdown)
  for (const name of faults) faulty.set(name, (faulty.get(name) ?? 0) + 1)
  return isDeepStrictEqual(own, remark)
})
const cuts = fc.property(anyDocument, fc.array(fc.nat()), (markdown, places) =>
  isDeepStrictEqual(streamedTree(cutAt(markdown, places)), ownTree(markdown)),
)

let count = 0
for (let seed = Number(values.seed); Date.now() < end; seed += 1) {
  for (const property of [documents, cuts]) {
    const { failed, counterexample, numRuns, errorInstance } = fc.check(property, {
      seed,
      numRuns: 2_000,
    })
    count += numRuns
    if (failed && counterexample !== null) fail(seed, counterexample, errorInstance)
  }
  console.log(`${count} documents, none differs (seed ${seed})`)
}
console.log('Documents in which remark makes one of its known faults:')
for (const [name, documentCount] of faulty) console.log(`${documentCount} ${name}`)

/**
 * @param {number} seed
 * @param {readonly [string, (readonly number[])?]} counterexample
 * @param {unknown} error what it threw, if it did
 * @returns {never}
 */
function fail(seed, [markdown, places], error) {
  console.log(`\nSeed ${seed}, document ${JSON.stringify(markdown)}`)
  if (error instanceof Error && !error.message.startsWith('Property failed')) console.log(error)
  const pieces = places === undefined ? [markdown] : cutAt(markdown, places)
  if (places !== undefined) console.log(`in the pieces ${JSON.stringify(pieces)}`)
  show('remark, without its known faults', () => readAlike(markdown).remark)
  show('whole', () => ownTree(markdown))
  if (places !== undefined) show('in pieces', () => streamedTree(pieces))
  process.exit(1)
}

/**
 * @param {string} name
 * @param {() => unknown} read
 */
function show(name, read) {
  console.log(`\n── ${name}`)
  try {
    console.log(inspect(read(), { depth: null, breakLength: 100 }))
  } catch (error) {
    console.log(error)
  }
}

/** @returns {Promise<typeof import('../test/markdown/parser/compare.js') & typeof import('../test/markdown/parser/grammar.js') & typeof import('../test/markdown/parser/readAlike.js')>} */
async function load() {
  const outfile = `${root}node_modules/.cache/glovebox/fuzz.mjs`
  await build({
    stdin: {
      contents: ['compare', 'grammar', 'readAlike']
        .map((name) => `export * from './${name}.js'`)
        .join('\n'),
      resolveDir: `${root}test/markdown/parser`,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
  })
  return import(outfile)
}
