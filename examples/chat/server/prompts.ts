import type { IncomingMessage, ServerResponse } from 'node:http'
import { demoScripts } from '@glovebox/proxy/demo'

const body = JSON.stringify(
  demoScripts.map(({ name, title, prompt, kind }) => ({ name, title, prompt, kind })),
)

/** Answers `GET /api/prompts` with the ready prompts, so that the page need not know the double. */
export function sendPrompts(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET') {
    response.writeHead(405, { allow: 'GET' }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(body)
}
