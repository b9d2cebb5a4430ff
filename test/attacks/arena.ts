import { chromium, type Page } from 'playwright'
import { launchOptions } from '../../scripts/chromium.mjs'
import { bundlePage, type EntityDecoder } from './bundle.js'
import type { AttackedPage } from './page/main.js'
import type { PathName } from './page/paths.js'
import type { Failure, PageRow, RunOptions } from './page/runRow.js'
import { openSite, strictPolicy } from './site.js'
import { openTrap } from './trap.js'

/** A browser with the page under attack, in a world in which every other name is a trap. */
export interface Arena {
  readonly page: Page
  readonly run: (rows: readonly PageRow[], options: RunOptions) => Promise<readonly Failure[]>
  /** Loads a page with what a server drew in it, and lets React take it over. */
  readonly hydrate: (
    rows: readonly PageRow[],
    drawn: { readonly html: string; readonly path: PathName },
  ) => Promise<readonly Failure[]>
  /**
   * What has left the page, opened, or been reported since the last call, after a wait in milliseconds;
   * nothing where all is well.
   */
  readonly takeAlarms: (wait?: number) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

const ownPaths: readonly string[] = ['/', '/page.js', '/styles.css', '/icon']

/** Opens one; `open` has no policy of the page's own, so that only the renderer stands in the way. */
export async function openArena(
  csp: 'strict' | 'open' = 'strict',
  entities: EntityDecoder = 'table',
): Promise<Arena> {
  const trap = await openTrap()
  const site = await openSite(
    await bundlePage(entities),
    csp === 'strict' ? strictPolicy : undefined,
  )
  const { args, ...options } = launchOptions()
  const rules = `--host-resolver-rules=MAP * 127.0.0.1:${trap.port}, EXCLUDE 127.0.0.1`
  const browser = await chromium.launch({ ...options, args: [...args, rules] })
  const context = await browser.newContext()
  const page = await context.newPage()
  let alarms: string[] = []
  const own = (url: string) => url.startsWith(site.url) && ownPaths.includes(new URL(url).pathname)
  const onRequest = (url: string) => {
    if (!own(url)) alarms.push(`request ${url}`)
  }
  context.on('request', (request) => onRequest(request.url()))
  context.on('page', (opened) => alarms.push(`page ${opened.url()}`))
  page.on('pageerror', (error) => alarms.push(`error ${error.message}`))
  page.on('dialog', (dialog) => {
    alarms.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('worker', (worker) => alarms.push(`worker ${worker.url()}`))
  page.on('websocket', (socket) => alarms.push(`socket ${socket.url()}`))
  page.on('framenavigated', (frame) => {
    if (!own(frame.url())) alarms.push(`frame ${frame.url()}`)
  })
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ request }) => onRequest(request.url))
  session.on('Network.webSocketCreated', ({ url }) => alarms.push(`socket ${url}`))
  await session.send('Target.setDiscoverTargets', { discover: true })
  const known = new Set<string>()
  session.on('Target.targetCreated', ({ targetInfo: { targetId, type, url } }) => {
    const isOwn =
      type === 'browser' ||
      type === 'tab' ||
      (type === 'page' && (url === 'about:blank' || own(url)))
    if (!isOwn && !known.has(targetId)) alarms.push(`target ${type} ${url}`)
    known.add(targetId)
  })
  await page.goto(site.url)
  alarms = []
  let heard = { names: 0, reports: 0, paths: site.paths().length }

  return {
    page,
    run: (rows, about) =>
      page.evaluate(([rows, about]) => attackedPage.run(rows, about), [rows, about] as const),
    async hydrate(rows, { html, path }) {
      site.show(html)
      await page.goto(site.url)
      return page.evaluate(([rows, path]) => attackedPage.hydrate(rows, path), [
        rows,
        path,
      ] as const)
    },
    async takeAlarms(wait = 300) {
      // What was asked for last may still be on its way to the trap.
      await page.waitForTimeout(wait)
      const strangers = site
        .paths()
        .slice(heard.paths)
        .filter((path) => !ownPaths.includes(path))
      const taken = [
        ...alarms,
        ...trap
          .names()
          .slice(heard.names)
          .map((name) => `connection to ${name}`),
        ...site
          .reports()
          .slice(heard.reports)
          .map((report) => `report ${report}`),
        ...strangers.map((path) => `path ${path}`),
      ]
      alarms = []
      heard = {
        names: trap.names().length,
        reports: site.reports().length,
        paths: site.paths().length,
      }
      return [...new Set(taken)]
    },
    async close() {
      await browser.close()
      site.close()
      trap.close()
    },
  }
}

declare global {
  /** In the page only. */
  var attackedPage: AttackedPage
}
