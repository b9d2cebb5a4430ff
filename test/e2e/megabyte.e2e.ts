import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchOptions } from '../../scripts/chromium.mjs'
import { bundleDrawPage, styles } from './bundleDrawPage.js'

/** Characters of each text; the limit is at 200,000. */
const size = 1_000_000

const longLines = [
  { name: 'both directions', part: 'a ب ' },
  { name: 'both directions without blanks', part: 'aب' },
  { name: 'Arabic lines', part: 'ب\nت\n' },
  { name: 'Arabic lines of code', part: 'ب\nت\n', start: '```\n' },
  { name: 'Thai', part: 'สวัสดี' },
  { name: 'Thai with blanks', part: 'สวัสดี ' },
  { name: 'Khmer', part: 'សួស្តី' },
  { name: 'short lines behind the limit', part: '\n' },
]

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
  await page.setContent('<!doctype html><title>Reader</title>')
  await page.addStyleTag({ content: styles })
  await page.addScriptTag({ content: script })
  return () => page.close()
})

describe('a megabyte', () => {
  it.each(longLines)('of $name is laid out only near the screen', async ({ part, start = '' }) => {
    const text = start + part.repeat(size / part.length)
    const [laidOut, all] = await page.evaluate(async (unsafe) => {
      window.draw(unsafe)
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
      const parts = [...document.querySelectorAll('.glovebox-part')]
      // What is skipped is not the part itself but what is in it.
      const inside = parts.map((part) => part.appendChild(document.createElement('i')))
      const near = inside.filter((one) => one.checkVisibility({ contentVisibilityAuto: true }))
      return [near.length, parts.length]
    }, text)
    expect([laidOut <= 3, all >= 49]).toEqual([true, true])
  })

  it('behind the limit is copied as it was written', async () => {
    const rest = Array.from({ length: 9_000 }, (_, index) => `line ${index}\n`).join('')
    const copied = await page.evaluate(
      (unsafe) => {
        window.draw(unsafe)
        const plain = document.querySelector('.glovebox-plain')
        if (plain !== null) getSelection()?.selectAllChildren(plain)
        return String(getSelection())
      },
      'a'.repeat(200_000) + rest,
    )
    expect(copied).toBe(rest.trimEnd())
  })
})
