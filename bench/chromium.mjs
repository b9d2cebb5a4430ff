// A fresh page for each measurement, warmed up and collected, and the CPU time that its main thread then spends.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright'
import { launchOptions } from '../scripts/chromium.mjs'

const dist = new URL('dist/', import.meta.url)
const html = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'

/**
 * `cpu` is what the page's main thread worked in all of its tasks, in milliseconds; `text` is what the page holds in the end.
 * @typedef {{ readonly outcome: string, readonly chunks: number, readonly cpu: number, readonly text: string }} Cost
 */

/** Starts Chromium and a server for the bundles. Other addresses answer nothing: what a text asks for is never fetched. */
export async function openChromium() {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const origin = `http://127.0.0.1:${port}`
  // To be told to stop ends this process and with it the browser, not the browser alone.
  const browser = await chromium.launch({ ...launchOptions(), handleSIGTERM: false })
  process.once('SIGTERM', () => process.exit(1))

  /** @param {(page: import('playwright').Page) => Promise<void>} prepare warms up, then sets up what `run` is to do */
  async function measure(prepare) {
    const page = await browser.newPage()
    try {
      await page.goto(origin)
      await page.waitForFunction(() => 'bench' in globalThis)
      await prepare(page)
      return await cost(page)
    } finally {
      await page.close()
    }
  }

  async function close() {
    await browser.close()
    server.close()
  }
  return { measure, close, version: browser.version() }
}

/**
 * Runs what was prepared. `threadTicks` makes Chromium count the CPU time of the thread in place of time passed, so that a
 * busy machine changes little.
 * @param {import('playwright').Page} page
 * @returns {Promise<Cost>}
 */
async function cost(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('HeapProfiler.collectGarbage')
  const before = await taskTime(session)
  const { outcome, chunks } = await page.evaluate('bench.run()')
  const cpu = (await taskTime(session)) - before
  return { outcome, chunks, cpu, text: await page.evaluate('bench.text()') }
}

/** @param {import('playwright').CDPSession} session */
async function taskTime(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value
  if (seconds === undefined) throw new Error('Chromium gives no TaskDuration')
  return seconds * 1000
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer({ url = '/' }, response) {
  if (url === '/') {
    response.setHeader('content-type', 'text/html').end(html)
    return
  }
  const file = await readFile(new URL(`.${url}`, dist)).catch(() => undefined)
  response.statusCode = file === undefined ? 404 : 200
  response.setHeader('content-type', 'text/javascript').end(file)
}
