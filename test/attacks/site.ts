import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The policy that everything has to run under, with a place that hears of violations. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'; report-uri /report"

/** The page's own server. */
export interface Site {
  readonly url: string
  /** Violations of the page's policy that the browser reported. */
  readonly reports: () => readonly string[]
  /** The paths that were asked for. */
  readonly paths: () => readonly string[]
  /** Puts markup into the page from now on, as a server that draws does. */
  readonly show: (html: string) => void
  readonly close: () => void
}

const styles = readFileSync(new URL('../../packages/react/styles.css', import.meta.url), 'utf8')

/** Serves the page; without a policy everything would load, so that it is the renderer that stops it. */
export async function openSite(script: string, policy: string | undefined): Promise<Site> {
  const reports: string[] = []
  const paths: string[] = []
  let body = ''
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    paths.push(path)
    if (path === '/report') {
      request.on('data', (chunk: Buffer) => reports.push(chunk.toString()))
      response.writeHead(204).end()
    } else if (path === '/icon') {
      response.writeHead(204).end()
    } else if (path === '/page.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
    } else if (path === '/styles.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(styles)
    } else {
      const headers = policy === undefined ? {} : { 'content-security-policy': policy }
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' })
      response.end(
        '<!doctype html><html lang="en"><title>Attacks</title><link rel="icon" href="/icon">' +
          `<link rel="stylesheet" href="/styles.css"><body>${body}<script type="module" src="/page.js"></script>`,
      )
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    reports: () => reports,
    paths: () => paths,
    show(html) {
      body = html
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
