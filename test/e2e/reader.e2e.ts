import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchOptions } from '../../scripts/chromium.mjs'
import { bundleDrawPage, styles } from './bundleDrawPage.js'

const answer =
  'see [docs](https://docs.test/a) ![cat](https://evil.test/i) a\u202eb [x](javascript:a)'

let script: string
let browser: Browser
let page: Page

beforeAll(async () => {
  script = await bundleDrawPage()
  browser = await chromium.launch(launchOptions())
})

afterAll(() => browser.close())

afterEach(() => page.context().close())

async function open(options: BrowserContextOptions): Promise<void> {
  const context = await browser.newContext(options)
  await context.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Reader</title><body>' }),
  )
  page = await context.newPage()
  await page.goto('http://app.test/')
  await page.addStyleTag({ content: styles })
  await page.addScriptTag({ content: script })
  await page.evaluate((text) => window.draw(text), answer)
}

describe('a finger', () => {
  it('that taps a foreign link is asked, and nothing opens', async () => {
    await open({ hasTouch: true, isMobile: true })
    await page.getByRole('link', { name: 'docs' }).tap()
    const asks = await page.getByRole('dialog').isVisible()
    expect([asks, page.url(), page.context().pages().length]).toEqual([true, 'http://app.test/', 1])
  })

  it('that taps on Cancel goes nowhere', async () => {
    await open({ hasTouch: true, isMobile: true })
    await page.getByRole('link', { name: 'docs' }).tap()
    await page.getByRole('button', { name: 'Cancel' }).tap()
    expect([await page.getByRole('dialog').isVisible(), page.url()]).toEqual([
      false,
      'http://app.test/',
    ])
  })

  it('has a button of at least 24 pixels to load an image', async () => {
    await open({ hasTouch: true, isMobile: true })
    const box = await page.getByRole('button', { name: /^Load image/ }).boundingBox()
    expect([(box?.height ?? 0) >= 24, (box?.width ?? 0) >= 24]).toEqual([true, true])
  })
})

describe('a selection', () => {
  it('that is dragged over a link opens nothing, and holds the words', async () => {
    await open({})
    const paragraph = await page.locator('p').first().boundingBox()
    const { x = 0, y = 0, height = 0 } = paragraph ?? {}
    const link = await page.getByRole('link', { name: 'docs' }).boundingBox()
    await page.mouse.move(x + 1, y + height / 2)
    await page.mouse.down()
    await page.mouse.move((link?.x ?? 0) + (link?.width ?? 0) + 4, y + height / 2, { steps: 8 })
    await page.mouse.up()
    const words = await page.evaluate(() => String(getSelection()))
    expect([
      words.includes('docs'),
      await page.getByRole('dialog').isVisible(),
      page.url(),
    ]).toEqual([true, false, 'http://app.test/'])
  })
})

describe('with forced colours', () => {
  it.each([
    { name: 'the mark of a hidden character', selector: '[data-marked-char]' },
    { name: 'an image that is not loaded', selector: '[data-blocked="image"]' },
    { name: 'a link that is blocked', selector: '[data-blocked="link"]' },
  ])('$name is told apart by more than colour', async ({ selector }) => {
    await open({ forcedColors: 'active' })
    const look = await page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderTopWidth, outlineWidth, outlineStyle, textDecorationLine } =
          getComputedStyle(element)
        const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
        return parseFloat(borderTopWidth) > 0 || hasOutline || textDecorationLine !== 'none'
      })
    expect(look).toBe(true)
  })

  it('the question has a frame', async () => {
    await open({ forcedColors: 'active' })
    await page.getByRole('link', { name: 'docs' }).click()
    const border = await page
      .getByRole('dialog')
      .evaluate((dialog) => parseFloat(getComputedStyle(dialog).borderTopWidth))
    expect(border).toBeGreaterThan(0)
  })
})

describe('a keyboard', () => {
  it('reaches each link and button in their order, and gets its place back behind the question', async () => {
    await open({})
    const reached: string[] = []
    for (let count = 0; count < 2; count += 1) {
      await page.keyboard.press('Tab')
      reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ''))
    }
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ''))
    expect(reached).toEqual(['docs', 'Load image from evil.test', 'docs'])
  })
})

describe('a footnote', () => {
  it('of the second of two texts that a server drew is found from its own call, and back', async () => {
    await open({})
    const places = await page.evaluate(async () => {
      for (let count = 0; count < 2; count += 1) window.takeOver('# A\n\nword[^1]\n\n[^1]: note')
      await new Promise((resolve) => setTimeout(resolve, 200))
      const sections = [...document.querySelectorAll('body > section')]
      const follow = (link: HTMLAnchorElement | null | undefined): number => {
        link?.click()
        return sections.findIndex((section) => section.contains(document.querySelector(':target')))
      }
      return sections.map((section) => [
        follow(section.querySelector<HTMLAnchorElement>('[data-footnote-ref]')),
        follow(section.querySelector<HTMLAnchorElement>('[data-footnote-backref]')),
      ])
    })
    expect(places).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
})
