import { createDemoUpstream, defaultScript, demoScripts } from '@glovebox/proxy/demo'
import { describe, expect, it } from 'vitest'
import { ask, bodyFor, readEvents } from './ask.js'
import { brokenRules } from './grammar.js'

const streams = [defaultScript, ...demoScripts].filter(({ reply }) => reply.type === 'message')
const endings: Readonly<Record<string, string>> = { cut: 'broken', stall: 'stalled' }
const unfinished = ['cut', 'cut-quietly', 'stall']

describe('streams', () => {
  it.each(streams)('keep the grammar in #$name', async ({ name }) => {
    const upstream = createDemoUpstream({ speed: 0 })
    const { events, ending } = await readEvents(await ask(upstream, bodyFor(`#${name}`)))
    expect({
      broken: brokenRules(events, !unfinished.includes(name)),
      ending,
      open: upstream.stats().open,
    }).toEqual({ broken: [], ending: endings[name] ?? 'closed', open: 0 })
  })

  it.each(streams)('give the same events however the bytes of #$name are cut', async (script) => {
    const whole = createDemoUpstream({ speed: 0 })
    const expected = await readEvents(await ask(whole, bodyFor(`#${script.name}`)))
    for (const seed of [1, 2, 3]) {
      const cut = createDemoUpstream({ speed: 0, chunking: { seed } })
      expect(await readEvents(await ask(cut, bodyFor(`#${script.name}`)))).toEqual(expected)
    }
  })

  it('cut bytes inside UTF-8 sequences', async () => {
    const upstream = createDemoUpstream({ speed: 0, chunking: { seed: 5 } })
    const response = await ask(upstream, bodyFor('#hidden-text'))
    let insideSequence = 0
    const count = (chunk: Uint8Array) => {
      if (((chunk[0] ?? 0) & 0xc0) === 0x80) insideSequence += 1
    }
    await response.body?.pipeTo(new WritableStream({ write: count }))
    expect(insideSequence).toBeGreaterThan(0)
  })

  it('are an event line, a data line and a blank line, again and again', async () => {
    const response = await ask(createDemoUpstream({ speed: 0 }), bodyFor('#citations'))
    expect(await response.text()).toMatch(/^(?:event: \w+\ndata: \{"type":.*\}\n\n)+$/)
  })

  it('pad some events with blanks before the last brace', async () => {
    const text = await (await ask(createDemoUpstream({ speed: 0 }), bodyFor('Hi'))).text()
    expect(text).toMatch(/ +\}\n\n/)
  })

  it('hold pings', async () => {
    const { events } = await readEvents(await ask(createDemoUpstream({ speed: 0 }), bodyFor('Hi')))
    expect(events.some(({ data }) => data.type === 'ping')).toBe(true)
  })

  it('keep a megabyte of nesting within a few seconds and a small limit', async () => {
    const upstream = createDemoUpstream({ speed: 0 })
    const response = await ask(upstream, bodyFor('#nesting', { max_tokens: 256 }))
    const { events } = await readEvents(response)
    const end = events.find(({ data }) => data.type === 'message_delta')
    expect({
      megabyte: upstream.stats().bytesSent > 1_000_000,
      few: events.length < 80,
      delta: end?.data['delta'],
    }).toEqual({
      megabyte: true,
      few: true,
      delta: { stop_reason: 'end_turn', stop_sequence: null },
    })
  })
})

describe('max_tokens of the request', () => {
  it.each([
    { name: 'cuts a text', prompt: '#long-answer', max_tokens: 20 },
    { name: 'cuts thinking', prompt: '#thinking', max_tokens: 3 },
    { name: 'cuts the input of a tool', prompt: '#tool-card', max_tokens: 40 },
    { name: 'cuts after one token', prompt: '#thinking', max_tokens: 1 },
  ])('$name', async ({ prompt, max_tokens }) => {
    const upstream = createDemoUpstream({ speed: 0 })
    const { events } = await readEvents(await ask(upstream, bodyFor(prompt, { max_tokens })))
    const end = events.find(({ data }) => data.type === 'message_delta')
    expect({ broken: brokenRules(events, true), ...end?.data }).toMatchObject({
      broken: [],
      delta: { stop_reason: 'max_tokens' },
      usage: { output_tokens: max_tokens },
    })
  })
})

describe('scripts', () => {
  it('have names and prompts that are unique', () => {
    const names = new Set(demoScripts.map(({ name }) => name))
    const prompts = new Set(demoScripts.map(({ prompt }) => prompt))
    expect([names.size, prompts.size]).toEqual([demoScripts.length, demoScripts.length])
  })

  it('name only hosts that cannot exist', () => {
    const hosts = Array.from(
      JSON.stringify(demoScripts).matchAll(/\/\/(?:[^/\s"'@\\]*@)?([\w.-]+\.[a-z]+)/g),
      (match) => match[1] ?? '',
    )
    expect(hosts.filter((host) => !/\.(test|example)$/.test(host))).toEqual([])
  })

  it.each(demoScripts)('$name answers to its prompt', async ({ name, prompt, reply }) => {
    const upstream = createDemoUpstream({ speed: 0 })
    const byPrompt = await ask(upstream, bodyFor(`Please: ${prompt}`))
    const byName = await ask(upstream, bodyFor(`#${name}`))
    const status = reply.type === 'failure' ? reply.status : 200
    expect([byPrompt.status, byName.status]).toEqual([status, status])
  })

  it('of a test take the place of the demo ones', async () => {
    const own = { ...defaultScript, name: 'own', prompt: 'own' }
    const upstream = createDemoUpstream({ speed: 0, scripts: [own] })
    const response = await ask(upstream, bodyFor('#overloaded', { stream: false }))
    expect(response.status).toBe(200)
  })
})
