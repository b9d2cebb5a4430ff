import Anthropic, { APIConnectionError, APIError, RateLimitError } from '@anthropic-ai/sdk'
import { createDemoUpstream } from '@glovebox/proxy/demo'
import type { DemoServer } from '@glovebox/proxy/demo'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { key } from './ask.js'

const upstream = createDemoUpstream({ speed: 0, chunking: { seed: 11 } })
let server: DemoServer
beforeAll(async () => {
  server = await upstream.listen()
})
afterAll(() => server.close())

function client(options: ConstructorParameters<typeof Anthropic>[0] = { apiKey: key }) {
  return new Anthropic({ baseURL: server.url, maxRetries: 0, ...options })
}

function params(content: string) {
  return {
    model: 'claude-demo',
    max_tokens: 4096,
    messages: [{ role: 'user' as const, content }],
  }
}

describe('the official SDK', () => {
  it.each([
    { name: 'apiKey', options: { apiKey: key } },
    { name: 'authToken', options: { apiKey: null, authToken: key } },
    {
      name: 'x-api-key of 2023-06-01',
      options: {
        apiKey: null,
        defaultHeaders: { 'x-api-key': key, 'anthropic-version': '2023-06-01' },
      },
    },
  ])('is let in with $name', async ({ options }) => {
    const message = await client(options).messages.create(params('Hi'))
    expect(message).toMatchObject({ type: 'message', stop_reason: 'end_turn' })
  })

  it.each(['long-answer', 'thinking', 'citations', 'tool-card', 'refusal', 'nesting'])(
    'adds #%s up to the message that comes without a stream',
    async (name) => {
      const streamed = await client()
        .messages.stream(params(`#${name}`))
        .finalMessage()
      const { id: _, ...whole } = await client().messages.create(params(`#${name}`))
      const { content, stop_reason, usage } = whole
      expect({ content, stop_reason, usage }).toEqual({
        content: streamed.content,
        stop_reason: streamed.stop_reason,
        usage: expect.objectContaining({ output_tokens: streamed.usage.output_tokens }),
      })
    },
  )

  it('gets the input of the tool', async () => {
    const message = await client().messages.stream(params('#tool-card')).finalMessage()
    expect(message.content.at(-1)).toMatchObject({
      type: 'tool_use',
      name: 'show_weather',
      input: { place: 'Lindenau', days: [{ day: 'Monday', high: 19 }, {}, {}, {}, {}] },
    })
  })

  it('throws its typed errors', async () => {
    const limited: unknown = await client()
      .messages.create(params('#rate-limited'))
      .catch((e) => e)
    const gateway: unknown = await client()
      .messages.create(params('#bad-gateway-html'))
      .catch((e) => e)
    const noKey: unknown = await client({ apiKey: 'wrong' })
      .messages.create(params('#unauthorized'))
      .catch((e) => e)
    expect([limited instanceof RateLimitError, gateway, noKey]).toMatchObject([
      true,
      { status: 502 },
      { status: 401, type: 'authentication_error' },
    ])
  })

  it('throws the error event of a stream', async () => {
    const stream = client().messages.stream(params('#error-mid-stream'))
    const error: unknown = await stream.finalMessage().catch((e) => e)
    expect([error instanceof APIError, error]).toMatchObject([true, { type: 'overloaded_error' }])
  })

  it.each([
    { name: 'cut', message: 'terminated' },
    { name: 'cut-quietly', message: 'stream ended' },
  ])('has no message of #$name', async ({ name, message }) => {
    const stream = client().messages.stream(params(`#${name}`))
    await expect(stream.finalMessage()).rejects.toThrow(message)
  })

  it('passes over blocks, deltas and events it does not know', async () => {
    const message = await client().messages.stream(params('#wire-kinds')).finalMessage()
    expect(message.content.map(({ type }) => type)).toEqual([
      'fallback',
      'thinking',
      'mcp_tool_use',
      'mcp_tool_result',
      'future_block',
      'server_tool_use',
      'text',
    ])
  })

  it('loses its connection when a message without a stream is cut', async () => {
    const error: unknown = await client()
      .messages.create(params('#cut'))
      .catch((e) => e)
    expect(error instanceof APIConnectionError).toBe(true)
  })
})
