import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { Page } from 'playwright'

/** Where the browser sends what it blocked. */
export const reportPath = '/csp-reports'

/** A server whose pages are watched. */
export interface WatchedServer {
  readonly url: string
  /** What the browser reported over the network: the directive and what was blocked. */
  readonly reports: readonly string[]
  stop(): Promise<void>
}

/** Starts a server on a free port that takes the browser's reports itself and leaves all else to the listener. */
export async function startWatched(listener: RequestListener): Promise<WatchedServer> {
  const reports: string[] = []
  const server = createServer((request, response) => {
    if (request.url !== reportPath) {
      listener(request, response)
      return
    }
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const report: Record<string, string> = JSON.parse(body)['csp-report']
      reports.push(`${report['effective-directive']} ${report['blocked-uri']}`)
      response.writeHead(204).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    reports,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Gathers what a page's policy blocks, from its first script on, as the page itself is told. */
export async function watchViolations(page: Page): Promise<readonly string[]> {
  const violations: string[] = []
  await page.exposeFunction('tellViolation', (violation: string) => violations.push(violation))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
      const place = sourceFile === '' ? '' : ` at ${sourceFile.split('/').at(-1)}:${lineNumber}`
      Reflect.get(
        window,
        'tellViolation',
      )(`${effectiveDirective} ${blockedURI}${place}${sample === '' ? '' : ` (${sample})`}`)
    })
  })
  return violations
}
