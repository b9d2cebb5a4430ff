import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchOptions } from '../../scripts/chromium.mjs'
import { bundleDrawPage, styles } from './bundleDrawPage.js'

const address = 'http://127.0.0.1:9/'

let script: string
let browser: Browser
let page: Page

beforeAll(async () => {
  script = await bundleDrawPage()
  browser = await chromium.launch(launchOptions())
})

afterAll(() => browser.close())

beforeEach(async () => {
  page = await browser.newPage()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address })
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><title>Hidden text</title><body>',
    }),
  )
  await page.goto(address)
  await page.addScriptTag({ content: script })
})

afterEach(() => page.close())

async function draw(unsafe: string): Promise<void> {
  await page.evaluate((text) => window.draw(text), unsafe)
}

/** The words on the page from left to right, where each begins. */
function fromLeft(words: readonly string[]): Promise<string[]> {
  return page.evaluate((wanted) => {
    const places: { word: string; left: number }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const word of wanted) {
        const at = (node.nodeValue ?? '').indexOf(word)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        places.push({ word, left: range.getBoundingClientRect().left })
      }
    }
    return places.toSorted((one, other) => one.left - other.left).map(({ word }) => word)
  }, words)
}

async function copied(): Promise<string> {
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  return page.evaluate(() => navigator.clipboard.readText())
}

const inRows = [
  { name: 'a link', unsafe: 'see [אבג](https://bank.com) / 123 end' },
  { name: 'a blocked link', unsafe: 'see [אבג](foo:bar) / 123 end' },
  { name: 'inline code', unsafe: 'see `אבג` / 123 end' },
  { name: 'a blocked image', unsafe: 'see ![אבג](https://img.test/a.png) / 123 end' },
]

describe('right-to-left writing stays in its place', () => {
  it.each(inRows)('in $name, without our stylesheet', async ({ unsafe }) => {
    await draw(unsafe)
    expect(await fromLeft(['see', 'אבג', '123', 'end'])).toEqual(['see', 'אבג', '123', 'end'])
  })

  it.each(inRows)('in $name, with it', async ({ unsafe }) => {
    await page.addStyleTag({ content: styles })
    await draw(unsafe)
    expect(await fromLeft(['see', 'אבג', '123', 'end'])).toEqual(['see', 'אבג', '123', 'end'])
  })

  it('in a table cell', async () => {
    await draw('| a | b |\n|---|---|\n| אבג | 123 |')
    expect(await fromLeft(['אבג', '123'])).toEqual(['אבג', '123'])
  })

  it('next to the true host of a link', async () => {
    await draw('x [אבג bank.com](https://evil.test/) 123')
    expect(await fromLeft(['x ', 'אבג', '(evil.test)', '123'])).toEqual([
      'x ',
      'אבג',
      '(evil.test)',
      '123',
    ])
  })

  it('in a mark, which reads from left to right itself', async () => {
    await draw('אבג \u202e 123')
    const direction = await page
      .locator('[data-marked-char]')
      .evaluate((mark) => [getComputedStyle(mark).unicodeBidi, getComputedStyle(mark).direction])
    expect(direction).toEqual(['isolate', 'ltr'])
  })

  it('in the title of a source', async () => {
    await page.evaluate(() =>
      window.drawMessage([
        {
          type: 'text',
          text: 'a',
          citations: [
            {
              type: 'web_search_result_location',
              url: 'https://site.test/',
              title: 'אבג',
              cited_text: 'b',
              encrypted_index: '',
            },
          ],
        },
      ]),
    )
    expect(await fromLeft(['אבג', 'site.test'])).toEqual(['אבג', 'site.test'])
  })

  it('in one part of a list, each of which has its own direction', async () => {
    await page.addStyleTag({ content: styles })
    await draw('- one (1)\n- אבג (2)')
    expect(await fromLeft(['(2)', 'אבג'])).toEqual(['(2)', 'אבג'])
  })
})

describe('a copy', () => {
  it.each([
    { name: 'hidden characters', unsafe: 'a\u200bb \u202ec', seen: 'aU+200Bb U+202Ec' },
    { name: 'tags', unsafe: 'a\u{e0072}\u{e006d}b', seen: 'aU+E0072U+E006Db' },
    { name: 'code', unsafe: '```sh\nls\u00a0-l\n```', seen: 'lsU+00A0-l' },
    { name: 'an escape', unsafe: '`a\u001b[2K`', seen: 'aU+001B[2K' },
    { name: 'a link', unsafe: '[a\u200bb](https://a.test)', seen: 'aU+200Bb' },
    {
      name: 'a deceptive link',
      unsafe: '[bank.com](https://evil.test)',
      seen: 'bank.com(evil.test)',
    },
    { name: 'code of two lines', unsafe: '```\na\nb\n```', seen: 'a\nb' },
    { name: 'an emoji and a Persian word', unsafe: '👩‍👧 می‌خواهم', seen: '👩‍👧 می‌خواهم' },
  ])('of $name is what is seen', async ({ unsafe, seen }) => {
    await page.addStyleTag({ content: styles })
    await draw(unsafe)
    const text = await copied()
    expect(text.replace(/\n+$/, '')).toBe(seen)
  })

  it('of one line of code has no line ending that would run it', async () => {
    await page.addStyleTag({ content: styles })
    await draw('```sh\nrm -rf x\n```')
    await page.locator('code').evaluate((code) => {
      window.getSelection()?.selectAllChildren(code)
    })
    await page.keyboard.press('Control+C')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('rm -rf x')
  })
})

describe('a mark', () => {
  it('is an image with a name to who does not see it', async () => {
    await draw('a\u202eb')
    expect(await page.getByRole('img', { name: 'U+202E RIGHT-TO-LEFT OVERRIDE' }).count()).toBe(1)
  })
})

describe('text that pushes other text away', () => {
  it.each([
    { name: 'a long word', unsafe: 'x'.repeat(5_000) },
    { name: 'a long word in inline code', unsafe: '`' + 'x'.repeat(5_000) + '`' },
    { name: 'a long line of code', unsafe: '    ' + 'x'.repeat(5_000) },
    { name: 'a long word in a table', unsafe: `|a|\n|-|\n|${'x'.repeat(5_000)}|` },
    { name: 'a long word as a heading', unsafe: '# ' + 'x'.repeat(5_000) },
    { name: 'a long name of an image', unsafe: `![${'x'.repeat(5_000)}](https://a.test/)` },
    { name: 'many marks', unsafe: 'a' + '\u200b\u200c'.repeat(500) },
  ])('such as $name does not widen the page', async ({ unsafe }) => {
    await page.addStyleTag({ content: styles })
    await draw(unsafe)
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overhang).toBe(0)
  })

  it('such as combining marks stays within two lines of its own', async () => {
    await page.addStyleTag({ content: styles })
    await draw('a' + '\u0301\u0323'.repeat(5_000))
    const height = await page.evaluate(() => document.body.scrollHeight)
    expect(height).toBeLessThan(200)
  })
})
