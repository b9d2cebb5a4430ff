import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

type Handler = (request: IncomingMessage, response: ServerResponse, pathname: string) => void

/** Serves the files that are in a folder at the start. They are read once, so no request ever names a path on disk. */
export function serveFiles(folder: string): Handler {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)]),
  )
  return (request, response, pathname) => {
    const path = pathname === '/' ? '/index.html' : pathname
    const content = files.get(path)
    if (content === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(content === undefined ? 404 : 405).end()
      return
    }
    response.writeHead(200, {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
      // Vite names built files by their content.
      'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
    })
    response.end(request.method === 'HEAD' ? undefined : content)
  }
}
