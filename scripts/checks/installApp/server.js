import { createProxy } from '@glovebox/proxy'
import { createDemoUpstream } from '@glovebox/proxy/demo'
import { toNodeHandler } from '@glovebox/proxy/node'
import { createServer } from 'node:http'

const demo = createDemoUpstream({ speed: 0 })
const upstream = await demo.listen()
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const origin = `http://127.0.0.1:${server.address().port}`
  const proxy = createProxy({
    apiKey: 'not-a-key-the-double-takes-any',
    model: 'claude-demo',
    maxTokens: 1024,
    origins: [origin],
    authenticate: () => ({ id: 'visitor' }),
    upstream: { baseUrl: upstream.url },
  })
  server.on('request', toNodeHandler(proxy))
  console.log(origin)
})
