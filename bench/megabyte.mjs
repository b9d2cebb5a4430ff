// `pnpm bench --megabyte [--only paragraphs,thai] [--runs 3]`: how long the page stands still while a megabyte of something is
// drawn under the default policy, and in one `<pre>`. Prints a report and, with the default options, keeps it in MEGABYTE.md.
import { build } from 'esbuild'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { format, resolveConfig } from 'prettier'
import { launchOptions } from '../scripts/chromium.mjs'
import { median } from './compare.mjs'
import { createMegabytes } from './megabytes.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string' },
    megabyte: { type: 'boolean' },
  },
})
const runs = Number(values.runs ?? 3)
const only = values.only?.split(',')
const texts = createMegabytes().filter(({ name }) => only === undefined || only.includes(name))
/** Milliseconds that the floor is waited for. */
const patience = 20_000

const here = fileURLToPath(new URL('.', import.meta.url))
const bundle = await bundlePage()
const browser = await chromium.launch(launchOptions())
const rows = []
for (const { name, text } of texts) {
  const measured = []
  for (let run = 0; run < runs; run += 1) measured.push(await measure('glovebox', text))
  const floor = await measure('pre', text)
  const row = { name, ours: medians(measured), floor }
  rows.push(row)
  console.error(describeRow(row))
}
await browser.close()
const report = await pretty(describe())
console.log(report)
if (only === undefined && values.runs === undefined) writeFileSync(`${here}MEGABYTE.md`, report)

async function bundlePage() {
  const { outputFiles } = await build({
    absWorkingDir: here,
    alias: { react: `${here}node_modules/react`, 'react-dom': `${here}node_modules/react-dom` },
    entryPoints: ['megabytePage.jsx'],
    outdir: 'dist/megabyte',
    bundle: true,
    minify: true,
    jsx: 'automatic',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
  })
  const [script, style] = ['.js', '.css'].map(
    (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '',
  )
  return { script, style }
}

/**
 * Draws a text in a new page, and gives the milliseconds of the page's main thread; undefined where they were too many.
 * @param {'glovebox' | 'pre'} renderer
 * @param {string} text
 */
async function measure(renderer, text) {
  const page = await browser.newPage()
  try {
    await page.setContent('<!doctype html><main></main>')
    await page.addStyleTag({ content: bundle.style })
    await page.addScriptTag({ content: bundle.script })
    await page.evaluate((unsafe) => (globalThis.unsafe = unsafe), text)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await session.send('HeapProfiler.collectGarbage')
    const before = await metrics(session)
    const drawn = page.evaluate(`megabyte.draw('${renderer}', globalThis.unsafe)`).then(() => true)
    drawn.catch(() => undefined)
    if (!(await Promise.race([drawn, wait(patience)]))) return undefined
    const after = await metrics(session)
    const took = (name) => (after[name] - before[name]) * 1000
    const layout = took('LayoutDuration') + took('RecalcStyleDuration')
    const elements = await page.evaluate('document.querySelectorAll("main *").length')
    return { all: took('TaskDuration'), layout, elements }
  } finally {
    await page.close()
  }
}

async function metrics(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

/** Resolves with false; where everything else is done it holds nothing up. */
function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false).unref())
}

function medians(measured) {
  const [first = {}] = measured
  return Object.fromEntries(
    Object.keys(first).map((key) => [key, median(measured.map((one) => one[key]))]),
  )
}

function describeRow({ name, ours, floor }) {
  const script = ours.all - ours.layout
  const numbers = [ours.all, script, ours.layout].map((number) => number.toFixed(0))
  const plain = floor === undefined ? `over ${patience}` : floor.all.toFixed(0)
  return `| ${[name, ...numbers, ours.elements, plain].join(' | ')} |`
}

function describe() {
  const [load = 0] = loadavg()
  return `# A megabyte

Written by \`pnpm bench --megabyte\`: a megabyte of one thing is drawn by \`SafeMarkdown\` under the default policy, with its stylesheet, in a production build. Milliseconds are CPU time of the page's main thread until the second frame, cold, medians of ${runs}; the last column is React writing the text into one \`<pre>\`. The limits cut at 200,000 characters and 50,000 nodes; the rest is plain.

${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Chromium ${browser.version()}, with a load of ${load.toFixed(1)} at the end.

| a megabyte of | all | script and painting | style and layout | elements | in one \`<pre>\` |
| --- | --: | --: | --: | --: | --: |
${rows.map(describeRow).join('\n')}
`
}

async function pretty(text) {
  const filepath = `${here}MEGABYTE.md`
  return format(text, { ...(await resolveConfig(filepath)), filepath })
}
