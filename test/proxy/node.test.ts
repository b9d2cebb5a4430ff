import { once } from 'node:events'
import { createServer, request as httpRequest, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createProxy, type ProxyConfig, type ProxyEvent } from '@glovebox/proxy'
import { createDemoUpstream } from '@glovebox/proxy/demo'
import { toNodeHandler } from '@glovebox/proxy/node'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { delta, eventStream, key, upstreamOf, wire } from './post.js'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Serves a listener on a free port and gives its origin. */
async function listen(listener: RequestListener): Promise<{ origin: string; port: number }> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, port }
}

function proxyOf(changes: Partial<ProxyConfig>) {
  const events: ProxyEvent[] = []
  const proxy = createProxy({
    apiKey: key,
    model: 'claude-demo',
    origins: ['self'],
    authenticate: () => ({ id: 'ada' }),
    onEvent: (event) => events.push(event),
    ...changes,
  })
  return { proxy, events }
}

function asking(origin: string, text: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ messages: [{ role: 'user', content: text }] }),
  }
}

/** Sends raw bytes and gives the status line that comes back. */
async function send(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(text)
  let answer = ''
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()))
  socket.on('error', () => {})
  await vi.waitFor(() => expect(answer).toContain('\r\n'))
  socket.destroy()
  return answer.slice(0, answer.indexOf('\r\n'))
}

/** The URL that a proxy is given for a request line and a host. */
async function urlOf(target: string, host: string, origin?: string): Promise<string> {
  let url = 'none'
  const proxy = async (request: Request) => {
    url = request.url
    return new Response()
  }
  const { port } = await listen(toNodeHandler(proxy, origin === undefined ? {} : { origin }))
  await send(port, `GET ${target} HTTP/1.1\r\nhost: ${host}\r\n\r\n`)
  return url
}

describe('over a socket', () => {
  it('an answer of a real upstream comes whole', async () => {
    const double = createDemoUpstream({ speed: 0, chunking: { seed: 3 } })
    const upstream = await double.listen()
    closing.push(() => void upstream.close())
    const { proxy, events } = proxyOf({ upstream: { baseUrl: upstream.url } })
    const { origin } = await listen(toNodeHandler(proxy))
    const response = await fetch(origin, asking(origin, '#long-answer'))
    const text = await response.text()
    expect([response.status, text.startsWith('event: message_start\n')]).toEqual([200, true])
    expect(text).toMatch(/event: message_stop\ndata: \{"type":"message_stop"\}\n\n$/)
    expect(events.at(-1)).toMatchObject({ type: 'ended', outcome: 'complete' })
    await vi.waitFor(() => expect(double.stats()).toMatchObject({ open: 0, aborts: 0 }))
  })

  it.each([
    { script: 'cut', code: 'cut' },
    { script: 'cut-quietly', code: 'cut' },
    { script: 'error-mid-stream', code: 'overloaded' },
  ])('an upstream that ends by $script gives an error event', async ({ script, code }) => {
    const upstream = await createDemoUpstream({ speed: 0 }).listen()
    closing.push(() => void upstream.close())
    const { proxy } = proxyOf({ upstream: { baseUrl: upstream.url } })
    const { origin } = await listen(toNodeHandler(proxy))
    const text = await (await fetch(origin, asking(origin, `#${script}`))).text()
    expect(text).toMatch(new RegExp(`event: error\\ndata: .*"code":"${code}"}}\\n\\n$`))
  })

  it('an upstream that redirects does not send the key elsewhere', async () => {
    let visits = 0
    const elsewhere = await listen((_, outgoing) => {
      visits += 1
      outgoing.end()
    })
    const upstream = await listen((_, outgoing) => {
      outgoing.writeHead(307, { location: `${elsewhere.origin}/v1/messages` }).end()
    })
    const { proxy } = proxyOf({ upstream: { baseUrl: upstream.origin } })
    const { origin } = await listen(toNodeHandler(proxy))
    expect([(await fetch(origin, asking(origin, 'Hi'))).status, visits]).toEqual([502, 0])
  })

  it('a browser that disconnects ends the upstream’s request', async () => {
    const double = createDemoUpstream({ speed: 1 })
    const upstream = await double.listen()
    closing.push(() => void upstream.close())
    const { proxy, events } = proxyOf({ upstream: { baseUrl: upstream.url } })
    const { origin } = await listen(toNodeHandler(proxy))
    const leaving = new AbortController()
    const init = { ...asking(origin, '#long-answer'), signal: leaving.signal }
    await (await fetch(origin, init)).body?.getReader().read()
    leaving.abort()
    await vi.waitFor(() => expect(double.stats()).toMatchObject({ open: 0, aborts: 1 }))
    expect(events.at(-1)).toMatchObject({ type: 'ended', outcome: 'aborted' })
  })

  it('a browser that disconnects from a stalled upstream ends it, too', async () => {
    const double = createDemoUpstream({ speed: 0 })
    const { proxy } = proxyOf({ upstream: { fetch: double.fetch } })
    const { port, origin } = await listen(toNodeHandler(proxy))
    const { body = '' } = asking(origin, '#stall')
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
    })
    request.on('error', () => {})
    request.end(body)
    await vi.waitFor(() => expect(double.stats()).toMatchObject({ open: 1 }))
    request.destroy()
    await vi.waitFor(() => expect(double.stats()).toMatchObject({ open: 0, aborts: 1 }))
  })

  it('a browser that disconnects before the upstream answers ends its request, too', async () => {
    const upstream = upstreamOf(() => new Promise(() => {}))
    const { proxy } = proxyOf({ upstream: { fetch: upstream.fetch } })
    const { origin } = await listen(toNodeHandler(proxy))
    const leaving = new AbortController()
    const asked = fetch(origin, { ...asking(origin, 'Hi'), signal: leaving.signal })
    await vi.waitFor(() => expect(upstream.sent).toHaveLength(1))
    leaving.abort()
    await expect(asked).rejects.toThrow('aborted')
    await vi.waitFor(() => expect(upstream.sent[0]?.init.signal?.aborted).toBe(true))
  })

  it('a browser that does not read stops the reading of the upstream', async () => {
    const size = 64 * 1024
    const large = { ...delta, delta: { type: 'text_delta', text: 'x'.repeat(size) } }
    const bytes = new TextEncoder().encode(wire(large))
    // 64 MB: more than any socket holds, and an end for a proxy that reads all the same.
    const mostPulls = 1000
    let pulled = 0
    const { fetch: longAnswer } = upstreamOf(() =>
      eventStream(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            pulled += 1
            controller.enqueue(bytes)
            if (pulled === mostPulls) controller.close()
          },
        }),
      ),
    )
    const { proxy } = proxyOf({ upstream: { fetch: longAnswer } })
    const { port, origin } = await listen(toNodeHandler(proxy))
    const socket = connect(port, '127.0.0.1')
    const { body } = asking(origin, 'Hi')
    const head = [
      'POST / HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      `origin: ${origin}`,
      'content-type: application/json',
      `content-length: ${String(body).length}`,
    ]
    socket.pause().write(`${head.join('\r\n')}\r\n\r\n${String(body)}`)
    let before = -1
    await vi.waitFor(
      async () => {
        before = pulled
        await sleep(100)
        expect([pulled > 0, pulled]).toEqual([true, before])
      },
      { timeout: 5000 },
    )
    // What is on its way sits in the kernel's buffers of one socket, a few megabytes at most.
    expect(pulled * size).toBeLessThan(16 * 1024 * 1024)
    socket.destroy()
  })

  it('the refusal of a body that is too large is received', async () => {
    const { proxy } = proxyOf({ limits: { bodyBytes: 1000 } })
    const { origin } = await listen(toNodeHandler(proxy))
    const init = { ...asking(origin, ''), body: 'x'.repeat(2_000_000) }
    expect((await fetch(origin, init)).status).toBe(413)
  })

  it('the refusal of a body is received by a client that writes all of it first', async () => {
    const { proxy } = proxyOf({ limits: { bodyBytes: 1000 } })
    const { port, origin } = await listen(toNodeHandler(proxy))
    const socket = connect(port, '127.0.0.1').pause()
    const head = [
      'POST / HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      `origin: ${origin}`,
      'content-type: application/json',
      'transfer-encoding: chunked',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
    for (let sent = 0; sent < 300; sent += 1) {
      if (!socket.write(chunk)) await once(socket, 'drain')
    }
    socket.resume().end('0\r\n\r\n')
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /)
    socket.destroy()
  })

  it('the refusal of a large body that is not read at all is received', async () => {
    const { proxy } = proxyOf({})
    const { origin } = await listen(toNodeHandler(proxy))
    const init = { ...asking('https://evil.test', ''), body: 'x'.repeat(2_000_000) }
    expect((await fetch(origin, init)).status).toBe(403)
  })

  it('one connection serves several answers', async () => {
    const { proxy } = proxyOf({ upstream: { fetch: createDemoUpstream({ speed: 0 }).fetch } })
    const handle = toNodeHandler(proxy)
    const sockets = new Set<unknown>()
    const { origin } = await listen((incoming, outgoing) => {
      sockets.add(incoming.socket)
      void handle(incoming, outgoing)
    })
    const first = await fetch(origin, asking(origin, '#default'))
    await first.text()
    // The client takes a moment to call the connection free.
    await sleep(20)
    await (await fetch(origin, asking(origin, '#default'))).text()
    expect(sockets.size).toBe(1)
  })
})

describe('toNodeHandler', () => {
  it.each([
    { name: 'a path', unsafe: ['/a?b=c', 'app.test'], safe: 'http://app.test/a?b=c' },
    { name: 'a port', unsafe: ['/', 'app.test:8080'], safe: 'http://app.test:8080/' },
    { name: 'an IPv6 host', unsafe: ['/', '[::1]:80'], safe: 'http://[::1]/' },
    {
      name: 'another’s whole address',
      unsafe: ['http://evil.test/a', 'app.test'],
      safe: 'http://app.test/a',
    },
    {
      name: 'a path of two slashes',
      unsafe: ['//evil.test/', 'app.test'],
      safe: 'http://app.test/evil.test/',
    },
    { name: 'no path', unsafe: ['javascript:1', 'app.test'], safe: 'none' },
    { name: 'a host with a user', unsafe: ['/', 'app.test@evil.test'], safe: 'none' },
    { name: 'a host with a path', unsafe: ['/', 'app.test/evil'], safe: 'none' },
    { name: 'an empty host', unsafe: ['/', ''], safe: 'none' },
    {
      name: 'any host, where the origin is given',
      unsafe: ['/', 'evil.test', 'https://app.test'],
      safe: 'https://app.test/',
    },
  ])('reads the address of a request with $name', async ({ unsafe, safe }) => {
    const [target = '', host = '', origin] = unsafe
    expect(await urlOf(target, host, origin)).toBe(safe)
  })

  it.each(['app.test', 'https://app.test/', '*'])('refuses the origin %s', (origin) => {
    expect(() => toNodeHandler(async () => new Response(), { origin })).toThrow(
      expect.objectContaining({ name: 'GloveboxProxyError', code: 'invalid-origin' }),
    )
  })

  it('serves below the path that it is mounted at, as Express does it', async () => {
    const { proxy } = proxyOf({ upstream: { fetch: createDemoUpstream({ speed: 0 }).fetch } })
    const handle = toNodeHandler(proxy)
    const { origin } = await listen((incoming, outgoing) => {
      const { url = '/' } = incoming
      if (!url.startsWith('/api/claude')) return void outgoing.writeHead(404).end()
      incoming.url = url.slice('/api/claude'.length) || '/'
      void handle(incoming, outgoing)
    })
    const response = await fetch(`${origin}/api/claude`, asking(origin, '#default'))
    expect(await response.text()).toContain('event: message_stop')
  })

  it('says where the fault is when the body was read before', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const handle = toNodeHandler(async () => new Response())
    const { origin } = await listen(async (incoming, outgoing) => {
      for await (const _ of incoming);
      await handle(incoming, outgoing)
    })
    const response = await fetch(origin, asking(origin, 'Hi'))
    expect([response.status, log.mock.calls]).toEqual([
      500,
      [['Glovebox proxy: the body was read before, mount the proxy before body parsers']],
    ])
    log.mockRestore()
  })

  it('destroys the connection when the body of a response breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    const { origin } = await listen(toNodeHandler(async () => new Response(body)))
    await expect(fetch(origin).then((response) => response.text())).rejects.toThrow('terminated')
  })

  it('does not reject when a handler does', async () => {
    const { origin } = await listen(toNodeHandler(() => Promise.reject(new Error('wrong'))))
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
  })
})
