import { afterAll, beforeAll, expect, it } from 'vitest'
import { openArena, type Arena } from './arena.js'

let arena: Arena

beforeAll(async () => {
  arena = await openArena('open')
})

afterAll(() => arena.close())

it.each([
  {
    name: 'an image',
    html: '<img src="https://one.control.test/a">',
    alarms: ['request https://one.control.test/a', 'connection to one.control.test'],
  },
  {
    name: 'an image in the clear',
    html: '<img src="http://two.control.test/a">',
    alarms: ['request http://two.control.test/a', 'connection to two.control.test'],
  },
  {
    name: 'a preload',
    html: '<link rel="preload" as="image" href="https://three.control.test/a">',
    alarms: ['request https://three.control.test/a', 'connection to three.control.test'],
  },
  {
    name: 'an image of the app’s own server',
    html: '<img src="/own.png">',
    alarms: [expect.stringMatching(/^request http:.*\/own\.png$/), 'path /own.png'],
  },
  {
    name: 'a frame',
    html: '<iframe src="about:srcdoc" srcdoc="<p>a"></iframe>',
    alarms: ['frame about:srcdoc'],
  },
])('tells of $name', async ({ html, alarms }) => {
  await arena.takeAlarms()
  await arena.page.evaluate((html) => {
    document.body.insertAdjacentHTML('beforeend', html)
  }, html)
  await arena.page.waitForTimeout(300)
  expect(await arena.takeAlarms()).toEqual(alarms)
})
