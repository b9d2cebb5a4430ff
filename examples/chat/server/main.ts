import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createProxy, recommendedHeaders } from '@glovebox/proxy'
import { toNodeHandler } from '@glovebox/proxy/node'
import { tools } from '../src/tools.js'
import { chooseUpstream } from './chooseUpstream.js'
import { isLocalHost } from './isLocalHost.js'
import { listen } from './listen.js'
import { sendPrompts } from './prompts.js'
import { serveFiles } from './serveFiles.js'

const { apiKey, model, upstream, description } = chooseUpstream(process.env)

const claude = toNodeHandler(
  createProxy({
    apiKey,
    model,
    maxTokens: 4096,
    system:
      'You are a helpful assistant in a bakery’s back office. Answer in markdown. ' +
      'Use show_weather when a forecast would help.',
    tools,
    origins: ['self'],
    dangerouslyAllowAnonymous: { because: 'the server listens on 127.0.0.1 only' },
    limits: { requests: { count: 60, seconds: 60 } },
    upstream,
  }),
)
const files = serveFiles(fileURLToPath(new URL('../client/', import.meta.url)))

// Nothing is allowed that is not named, in the browser too. An image that the reader asks for from another host stays
// blocked by it as well; an app that shows such images names their hosts: `{ 'img-src': ['https://cdn.example.com'] }`.
const headers = Object.entries(recommendedHeaders())

const server = createServer((request, response) => {
  for (const [name, value] of headers) response.setHeader(name, value)
  if (!isLocalHost(request.headers.host)) {
    response.writeHead(421).end('This server answers on 127.0.0.1 and localhost only')
    return
  }
  // Not `new URL`: it throws on a target such as `//`, which any page could send here.
  const [pathname = '/'] = (request.url ?? '/').split('?', 1)
  if (pathname === '/api/claude') void claude(request, response)
  else if (pathname === '/api/prompts') sendPrompts(request, response)
  else files(request, response, pathname)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    // Answers that are still streaming end here too.
    server.closeAllConnections()
  })
}

const preferred = Number(process.env['PORT'] || 5173)
const port = await listen(server, preferred)
if (port !== preferred && preferred !== 0) {
  console.log(`Port ${preferred} is taken, so this is the next free one`)
}
console.log(`Glovebox chat: http://127.0.0.1:${port} (${description})`)
