import { get } from 'node:http'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchOptions } from '../../scripts/chromium.mjs'
import { startDemo, type DemoServer } from './demoServer.js'

let demo: DemoServer
let browser: Browser
let context: BrowserContext
let page: Page
/** Every address the browser asked for, its page's own files by folder. */
let requested: Set<string>
/** What must never happen: errors of scripts, dialogs of the browser, violations of the page's policy. */
let alarms: string[]

const ownRequests = ['/', '/api/claude', '/api/prompts', '/assets/*', '/favicon.svg']

beforeAll(async () => {
  demo = await startDemo({ DEMO_SPEED: '10' })
  browser = await chromium.launch(launchOptions())
})

afterAll(async () => {
  await browser.close()
  await demo.stop()
})

beforeEach(async () => {
  requested = new Set()
  alarms = []
  context = await browser.newContext()
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    const path = pathname.startsWith('/assets/') ? '/assets/*' : pathname
    requested.add(`${origin}/` === demo.url ? path : request.url())
  })
  page = await context.newPage()
  page.on('pageerror', (error) => alarms.push(error.message))
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    // The browser itself notes each response with an error status; those are part of the test.
    const isStatus = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isStatus) alarms.push(message.text())
  })
  await page.goto(demo.url)
})

afterEach(async () => {
  await context.close()
})

const log = () => page.getByRole('log')
const answer = () => page.getByRole('article', { name: 'Claude' }).last()
const failure = () => page.getByRole('alert')

async function choose(title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: title, exact: true }).click()
}

async function chooseAndWait(title: string): Promise<void> {
  await choose(title)
  await ended()
}

/** Waits for the answer's end: the composer offers to send again. */
async function ended(): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).waitFor()
}

/** Asks by Node's own client, which sends a target and a host as they are. */
function statusOf(target: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(demo.url)
    const asked = get({ host: '127.0.0.1', port, path: target, headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
  })
}

function calm(): { requested: string[]; alarms: string[] } {
  return { requested: [...requested].toSorted(), alarms }
}

const stillness = { requested: ownRequests, alarms: [] }

describe('a conversation', () => {
  it('is held by keyboard alone', async () => {
    await page.getByLabel('Your message').focus()
    await page.keyboard.type('Hello there')
    await page.keyboard.press('Enter')
    await ended()
    expect(await answer().innerText()).toMatch(/\w{3}/)
    expect(calm()).toEqual(stillness)
  })

  it('streams an answer with headings, code, a table, nested lists, footnotes and links', async () => {
    await chooseAndWait('A long answer')
    const counts = await Promise.all(
      ['h2', 'pre code', 'table', 'li li', 'sup a', 'a[href^="https"]'].map((selector) =>
        answer().locator(selector).count(),
      ),
    )
    expect(counts.every((count) => count > 0)).toBe(true)
    expect(calm()).toEqual(stillness)
  })

  it('stops when asked and keeps what arrived', async () => {
    await choose('A long answer')
    await answer().locator('h2').first().waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await failure().waitFor()
    expect(await failure().innerText()).toContain('You stopped the answer')
    expect(await answer().innerText()).toMatch(/\w{3}/)
    expect(calm()).toEqual(stillness)
  })

  it('keeps the end of a growing answer in view', async () => {
    await choose('A long answer')
    await answer().locator('table').first().waitFor()
    const distance = await log().evaluate(
      ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight,
    )
    // A line or two may have come since it was last scrolled.
    expect(distance).toBeLessThan(200)
    await ended()
  })

  it('shows thinking apart from the answer, closed', async () => {
    await chooseAndWait('Thinking, then an answer')
    expect(await answer().locator('details:not([open])').count()).toBe(1)
    expect(calm()).toEqual(stillness)
  })

  it('lists the sources of citations', async () => {
    await chooseAndWait('An answer with citations')
    expect(await answer().locator('ol a, ol li').count()).toBeGreaterThan(0)
    expect(calm()).toEqual(stillness)
  })

  it('draws a card from a validated tool input', async () => {
    await chooseAndWait('A tool shown as a card')
    expect(
      await answer()
        .getByRole('region', { name: /^Weather in/ })
        .count(),
    ).toBe(1)
    expect(calm()).toEqual(stillness)
  })

  it('goes on after a card', async () => {
    await chooseAndWait('A tool shown as a card')
    await chooseAndWait('An answer with citations')
    expect(await failure().count()).toBe(0)
  })
})

describe('an attack asks for nothing and runs nothing', () => {
  it.each([
    ['Image that carries the conversation away', '[data-blocked="image"]'],
    ['Reference that carries the conversation away', '[data-blocked="image"]'],
    ['Link that names another host', '[data-blocked="link"]'],
    ['Raw HTML with handlers and a form', 'p, pre'],
    ['Hidden Unicode instructions', '[data-marked-char]'],
    ['A megabyte of nesting', 'p, pre'],
  ])('%s', async (title, shown) => {
    await chooseAndWait(title)
    expect(await answer().locator(shown).count()).toBeGreaterThan(0)
    const active = 'img, script, style, form, iframe, object, embed, svg, link, [style], [onclick]'
    expect(await answer().locator(active).count()).toBe(0)
    const panel = page.getByRole('complementary')
    expect(await panel.getByText('Nothing yet.').count()).toBe(0)
    expect(calm()).toEqual(stillness)
  })

  it('and its links ask first, in a dialog that Escape closes', async () => {
    await chooseAndWait('Link that names another host')
    await answer().getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('evil.test')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(
      await answer()
        .getByRole('link')
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
    expect([context.pages().length, calm()]).toEqual([1, stillness])
  })
})

describe('a failure is told in words', () => {
  it.each([
    ['Too many requests (429)', 'too many requests'],
    ['Spend cap reached (429)', 'spending limit'],
    ['Overloaded (529)', 'overloaded'],
    ['Wrong key (401)', 'failed'],
    ['Bad gateway (502, HTML)', 'failed'],
    ['An error in the middle of the answer', 'overloaded'],
    ['A cut connection', 'not complete'],
    ['A stream that just ends', 'not complete'],
    ['A refusal', 'declined'],
    ['A refusal in the middle of the answer', 'declined'],
    ['An answer cut at the token limit', 'not complete'],
    ['A tool input cut at the token limit', 'not complete'],
  ])('%s', async (title, words) => {
    await choose(title)
    await failure().waitFor()
    expect(await failure().innerText()).toContain(words)
    expect(calm()).toEqual(stillness)
  })

  it('and can be tried again', async () => {
    await choose('A cut connection')
    await failure().waitFor()
    const before = await log().getByRole('article', { name: 'You' }).count()
    await page.getByRole('button', { name: 'Try again' }).click()
    await failure().waitFor()
    expect(await log().getByRole('article', { name: 'You' }).count()).toBe(before)
    expect(calm()).toEqual(stillness)
  })
})

describe('the demo’s server', () => {
  it('takes the next port and says so, says which upstream it uses, and ends on Ctrl-C', async () => {
    const { port } = new URL(demo.url)
    const second = await startDemo({ PORT: port })
    expect(second.output()).toContain(`Port ${port} is taken`)
    expect(second.output()).toContain('double')
    expect(await second.stop()).toBe(0)
    await expect(fetch(second.url)).rejects.toThrow()
  })

  it.each([
    ['a foreign host name', '/', 'evil.test', 421],
    ['a path outside its files', '/../../package.json', '127.0.0.1', 404],
    ['an encoded path outside its files', '/..%2f..%2fpackage.json', '127.0.0.1', 404],
    ['a target that is no address', '//', '127.0.0.1', 404],
    ['a target of another host', 'http://[', '127.0.0.1', 404],
  ])('refuses %s and goes on', async (_, target, host, status) => {
    expect(await statusOf(target, host)).toBe(status)
    expect(await statusOf('/', '127.0.0.1')).toBe(200)
  })
})
