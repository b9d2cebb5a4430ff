import { setTimeout as sleep } from 'node:timers/promises'
import { createDemoUpstream } from '@glovebox/proxy/demo'
import { describe, expect, it, vi } from 'vitest'
import { ask, bodyFor, headers } from './ask.js'

describe('a client that leaves', () => {
  it('stops the script in process and is counted', async () => {
    const upstream = createDemoUpstream({ speed: 20 })
    const client = new AbortController()
    const response = await ask(upstream, bodyFor('#long-answer'), { signal: client.signal })
    const reader = response.body?.getReader()
    await reader?.read()
    client.abort()
    const { bytesSent } = upstream.stats()
    await sleep(50)
    expect(upstream.stats()).toMatchObject({ connections: 1, open: 0, aborts: 1, bytesSent })
    await expect(reader?.read()).rejects.toThrow('aborted')
  })

  it('by cancelling the body is counted too', async () => {
    const upstream = createDemoUpstream({ speed: 1 })
    const response = await ask(upstream, bodyFor('#stall'))
    await response.body?.cancel()
    expect(upstream.stats()).toMatchObject({ open: 0, aborts: 1, bytesSent: 0 })
  })

  it('while it waits for a message without a stream is counted', async () => {
    const upstream = createDemoUpstream()
    const signal = AbortSignal.timeout(20)
    await expect(ask(upstream, bodyFor('#stall', { stream: false }), { signal })).rejects.toThrow(
      'timeout',
    )
    expect(upstream.stats()).toMatchObject({ open: 0, aborts: 1 })
  })

  it('stops the script over a socket', async () => {
    const upstream = createDemoUpstream({ speed: 2 })
    const server = await upstream.listen()
    const client = new AbortController()
    const body = JSON.stringify(bodyFor('#long-answer'))
    const init = { method: 'POST', headers, body, signal: client.signal }
    const response = await fetch(`${server.url}/v1/messages`, init)
    await response.body?.getReader().read()
    client.abort()
    await vi.waitFor(() => expect(upstream.stats()).toMatchObject({ open: 0, aborts: 1 }))
    const { bytesSent } = upstream.stats()
    await sleep(100)
    expect(upstream.stats().bytesSent).toBe(bytesSent)
    await server.close()
  })

  it('is not one who read to the end', async () => {
    const upstream = createDemoUpstream({ speed: 0 })
    await (await ask(upstream, bodyFor('Hi'))).text()
    expect(upstream.stats()).toMatchObject({ connections: 1, open: 0, aborts: 0 })
  })
})

describe('reset', () => {
  it('forgets what has happened', async () => {
    const upstream = createDemoUpstream({ speed: 0 })
    await (await ask(upstream, bodyFor('Hi'))).text()
    upstream.reset()
    expect(upstream.stats()).toEqual({
      connections: 0,
      open: 0,
      aborts: 0,
      bytesSent: 0,
      requests: [],
    })
  })
})

describe('close', () => {
  it('ends every socket, also of a stalled stream', async () => {
    const upstream = createDemoUpstream({ speed: 0 })
    const server = await upstream.listen()
    const body = JSON.stringify(bodyFor('#stall'))
    const response = await fetch(`${server.url}/v1/messages`, { method: 'POST', headers, body })
    const text = response.text()
    text.catch(() => {})
    await server.close()
    await expect(text).rejects.toThrow('terminated')
    await expect(fetch(server.url)).rejects.toThrow('fetch failed')
    await vi.waitFor(() => expect(upstream.stats().open).toBe(0))
  })
})

describe('listen', () => {
  it('rejects when the port is taken', async () => {
    const upstream = createDemoUpstream()
    const server = await upstream.listen()
    const port = Number(new URL(server.url).port)
    await expect(upstream.listen(port)).rejects.toThrow('EADDRINUSE')
    await server.close()
  })

  it('refuses a body over 32 MB', async () => {
    const server = await createDemoUpstream().listen()
    const init = { method: 'POST', headers, body: ' '.repeat(32 * 1024 * 1024 + 1) }
    const response = await fetch(`${server.url}/v1/messages`, init)
    expect(response.status).toBe(413)
    await server.close()
  })
})

describe('speed', () => {
  it('is a finite number', () => {
    expect(() => createDemoUpstream({ speed: -1 })).toThrow(
      'Cannot create demo upstream: `speed` is -1, expected a finite number from 0',
    )
  })
})
