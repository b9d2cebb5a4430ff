import { createServer, type Server } from 'node:http'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchOptions } from '../../scripts/chromium.mjs'
import { bundleDrawPage, styles } from './bundleDrawPage.js'

const link = '[docs](http://docs.test/a)'

let script: string
let trap: Server
let port: number
let browser: Browser
let context: BrowserContext
let page: Page
let requested: string[]

beforeAll(async () => {
  script = await bundleDrawPage()
  trap = createServer((request, response) => {
    const host = request.headers.host ?? ''
    if (host !== 'app.test') requested.push(host + (request.url ?? ''))
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>Links</title><link rel="icon" href="data:,"><body>')
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const bound = trap.address()
  port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const options = launchOptions()
  const rules = `--host-resolver-rules=MAP *.test:80 127.0.0.1:${port}`
  browser = await chromium.launch({ ...options, args: [...(options.args ?? []), rules] })
})

afterAll(async () => {
  await browser.close()
  trap.close()
})

beforeEach(async () => {
  requested = []
  context = await browser.newContext()
  page = await context.newPage()
  await page.goto('http://app.test/')
  await page.addStyleTag({ content: styles })
  await page.addScriptTag({ content: script })
})

afterEach(() => context.close())

async function draw(unsafe: string): Promise<void> {
  await page.evaluate((text) => window.draw(text), unsafe)
}

/** What came of it: whether the reader is asked, where the page is, and all that was asked for. */
async function outcome() {
  await page.waitForTimeout(200)
  return {
    asks: await page.getByRole('dialog').isVisible(),
    at: page.url(),
    tabs: context.pages().length,
    requested,
  }
}

const asked = { asks: true, at: 'http://app.test/', tabs: 1, requested: [] }

describe('a foreign link is asked about, and nothing is opened or requested,', () => {
  const docs = () => page.getByRole('link', { name: 'docs' })
  const keys = ['Enter', 'Control+Enter', 'Shift+Enter', 'Alt+Enter', 'Shift+F10', 'ContextMenu']
  const ways: readonly { readonly name: string; readonly act: () => Promise<unknown> }[] = [
    { name: 'a click', act: () => docs().click() },
    { name: 'a double click', act: () => docs().dblclick({ force: true }) },
    { name: 'a middle click', act: () => docs().click({ button: 'middle' }) },
    { name: 'a right click', act: () => docs().click({ button: 'right' }) },
    { name: 'a click with Control', act: () => docs().click({ modifiers: ['Control'] }) },
    { name: 'a click with Shift', act: () => docs().click({ modifiers: ['Shift'] }) },
    { name: 'a click with Alt', act: () => docs().click({ modifiers: ['Alt'] }) },
    { name: 'a click with Meta', act: () => docs().click({ modifiers: ['Meta'] }) },
    ...keys.map((key) => ({ name: key, act: () => docs().press(key) })),
    { name: 'a click by script', act: () => docs().dispatchEvent('click') },
    { name: 'a drag', act: () => drag(docs()) },
  ]
  it.each(ways)('at $name', async ({ act }) => {
    await draw(link)
    await act()
    expect(await outcome()).toEqual(asked)
  })

  it('at a hover or the focus not even that', async () => {
    await draw(link)
    await docs().hover()
    await docs().focus()
    expect(await outcome()).toEqual({ ...asked, asks: false })
  })
})

async function drag(from: ReturnType<Page['locator']>): Promise<void> {
  const box = await from.boundingBox()
  if (box === null) throw new Error('Cannot drag: the link is not on the screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 200, { steps: 8 })
  await page.mouse.up()
}

describe('the question', () => {
  it('opens the address in a tab of its own once the reader says so', async () => {
    await draw(link)
    await page.getByRole('link').click()
    await page.waitForTimeout(500)
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Open' }).click(),
    ])
    await tab.waitForLoadState()
    expect([tab.url(), await tab.evaluate(() => [window.opener, document.referrer])]).toEqual([
      'http://docs.test/a',
      [null, ''],
    ])
  })

  it('keeps the focus within and gives it back at Escape', async () => {
    await draw(link)
    await page.getByRole('link').press('Enter')
    const outside: boolean[] = []
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press('Tab')
      outside.push(
        await page.evaluate(() => document.activeElement?.matches('.glovebox-markdown *') ?? false),
      )
    }
    await page.keyboard.press('Escape')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect([outside.includes(true), focused]).toEqual([false, 'http://docs.test/a'])
  })

  it('keeps its buttons on a small screen however long the address is', async () => {
    await page.setViewportSize({ width: 320, height: 256 })
    await draw(`[docs](http://docs.test/${'a'.repeat(1_500)})`)
    await page.getByRole('link').click()
    const open = page.getByRole('button', { name: 'Open' })
    await open.scrollIntoViewIfNeeded()
    const overhang = await page
      .getByRole('dialog')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect([overhang, (await open.boundingBox())?.x !== undefined]).toEqual([0, true])
  })

  it('shows the address it opens where the link changes under the press', async () => {
    await draw(link)
    await page.getByRole('link').hover()
    await page.mouse.down()
    await draw('[docs](http://other.test/b)')
    await page.mouse.up()
    const shown = await page.locator('.glovebox-address').allTextContents()
    expect([shown, requested]).toEqual([['http://other.test/b'], []])
  })
})

describe('a copy of a blocked image', () => {
  it('is its words in their line', async () => {
    await draw('see ![cat](http://img.test/a.png) end')
    const text = await page.evaluate(() => {
      window.getSelection()?.selectAllChildren(document.body)
      return window.getSelection()?.toString()
    })
    expect(text?.trim()).toBe('see cat (img.test) end')
  })
})
