import { mkdtempSync, rmSync } from 'node:fs'
import { request as forward, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recommendedHeaders } from '@glovebox/proxy'
import react from '@vitejs/plugin-react'
import { chromium, type Browser, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serveFiles } from '../../examples/chat/server/serveFiles.js'
import { launchOptions } from '../../scripts/chromium.mjs'
import { claude } from '../../stories/.storybook/claude.js'
import { startDemo, type DemoServer } from './demoServer.js'
import { reportPath, startWatched, watchViolations, type WatchedServer } from './watchPolicy.js'

let browser: Browser
let page: Page
let violations: readonly string[]

beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
})

afterAll(async () => {
  await browser.close()
})

beforeEach(async () => {
  page = await browser.newPage()
  violations = await watchViolations(page)
})

afterEach(async () => {
  await page.close()
})

describe('the demo', () => {
  let demo: DemoServer
  let server: WatchedServer

  beforeAll(async () => {
    demo = await startDemo({ DEMO_SPEED: '10' })
    server = await startWatched(passOn(demo.url))
  })

  afterAll(async () => {
    await server.stop()
    await demo.stop()
  })

  beforeEach(async () => {
    await page.goto(server.url)
  })

  const answer = () => page.getByRole('article', { name: 'Claude' }).last()
  const ended = () => page.getByRole('button', { name: 'Send' }).waitFor()

  async function press(name: string, key = 'Enter'): Promise<void> {
    await page.getByRole('button', { name, exact: true }).first().focus()
    await page.keyboard.press(key)
  }

  it('sends the header that the proxy package recommends', async () => {
    const { headers } = await fetch(demo.url)
    const sent = Object.keys(recommendedHeaders()).map((name) => [name, headers.get(name)])
    expect(Object.fromEntries(sent)).toEqual(recommendedHeaders())
  })

  it('is walked through by keyboard without a violation', { timeout: 120_000 }, async () => {
    await page.getByLabel('Your message').focus()
    await page.keyboard.type('Hello there')
    await page.keyboard.press('Enter')
    await ended()

    await press('A long answer')
    await ended()
    expect(await answer().locator('table').count()).toBeGreaterThan(0)

    await press('Link that names another host')
    await ended()
    const link = answer().getByRole('link').first()
    await link.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await press('Copy address')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    await press('Thinking, then an answer')
    await ended()
    await answer().locator('summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await answer().locator('details[open]').count()).toBe(1)

    for (const title of [
      'An answer with citations',
      'A tool shown as a card',
      'Image that carries the conversation away',
      'Reference that carries the conversation away',
      'Raw HTML with handlers and a form',
      'Hidden Unicode instructions',
      'A megabyte of nesting',
    ]) {
      await press(title)
      await ended()
    }

    // With the megabyte in its history, no further request would be small enough.
    await press('New conversation')
    await press('A cut connection')
    await page.getByRole('alert').waitFor()
    await press('Try again')
    await page.getByRole('alert').waitFor()

    await press('A long answer')
    await answer().locator('h2').first().waitFor()
    await press('Stop', 'Space')
    await page.getByRole('alert').waitFor()
    await press('New conversation')
    expect({ violations, reports: server.reports }).toEqual({ violations: [], reports: [] })
  })

  it('asks the browser for an image of another host only on the reader’s word, and the header stops it', async () => {
    await press('Image that carries the conversation away')
    await ended()
    const before = [...violations]
    const button = answer()
      .getByRole('button', { name: /^Load image from/ })
      .first()
    await button.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => violations.length).toBe(1)
    expect([before, violations[0]]).toEqual([[], expect.stringMatching(/^img-src https:\/\//)])
  })
})

describe('the stories, without Storybook’s frame', () => {
  const folder = mkdtempSync(join(tmpdir(), 'glovebox-stories-'))
  let server: WatchedServer

  beforeAll(async () => {
    await build({
      root: fileURLToPath(new URL('storiesPage', import.meta.url)),
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      // Stories that need a server find one here.
      define: { 'import.meta.env.DEV': 'true' },
      build: {
        outDir: folder,
        emptyOutDir: true,
        minify: false,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 20_000,
        modulePreload: { polyfill: false },
      },
    })
    const files = serveFiles(folder)
    const headers = Object.entries(recommendedHeaders({ 'report-uri': [reportPath] }))
    server = await startWatched((request, response) => {
      for (const [name, value] of headers) response.setHeader(name, value)
      if (request.url === '/api/claude') void claude(request, response)
      else files(request, response, request.url ?? '/')
    })
  }, 120_000)

  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    await page.goto(server.url)
    await page.waitForFunction(() => 'stories' in window)
  })

  it(
    'play, and nothing is blocked but what a reader asks of another host',
    { timeout: 300_000 },
    async () => {
      const names = await page.evaluate(() => window.stories.names)
      const alarms = violations.map((violation) => `before: ${violation}`)
      for (const name of names) {
        const before = violations.length
        const error = await page.evaluate(
          (story) => window.stories.play(story).then(() => '', String),
          name,
        )
        if (error !== '') alarms.push(`${name}: ${error.slice(0, 300)}`)
        for (const violation of violations.slice(before)) alarms.push(`${name}: ${violation}`)
      }
      // Its reader presses the button that loads the image.
      const asked = 'img-src http://127.0.0.1:59321/picture.png'
      expect({ alarms, reports: server.reports, hasMany: names.length > 30 }).toEqual({
        alarms: [`Attacks/AfterConsent: ${asked}`],
        reports: [asked],
        hasMany: true,
      })
    },
  )

  it.each([
    {
      name: 'an inline style',
      blocked: 'style-src-attr inline',
      run: () => document.body.setAttribute('style', 'color: red'),
    },
    {
      name: 'a string that becomes markup',
      blocked: 'require-trusted-types-for trusted-types-sink',
      run: () => {
        document.body.innerHTML = '<b>bold</b>'
      },
    },
    {
      name: 'a base for all addresses',
      blocked: 'base-uri https://evil.test/',
      run: () => {
        const base = document.createElement('base')
        base.href = 'https://evil.test/'
        document.head.append(base)
        void base.baseURI
      },
    },
  ])('would tell of $name', async ({ blocked, run }) => {
    const { length } = server.reports
    await page.evaluate(run).catch(() => {})
    await expect.poll(() => server.reports.slice(length)).toEqual([blocked])
    await expect.poll(() => violations[0]).toMatch(blocked)
  })
})

/** Passes everything on to the demo; only the header learns where to report. */
function passOn(url: string): RequestListener {
  return (incoming, outgoing) => {
    const { method, headers } = incoming
    const asked = forward(new URL(incoming.url ?? '/', url), { method, headers }, (answer) => {
      const policy = answer.headers['content-security-policy']
      outgoing.writeHead(answer.statusCode ?? 502, {
        ...answer.headers,
        'content-security-policy': `${String(policy)}; report-uri ${reportPath}`,
      })
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
    })
    asked.on('error', () => outgoing.destroy())
    outgoing.on('close', () => asked.destroy())
    incoming.pipe(asked)
  }
}
