import { describe, expect, it } from 'vitest'
import { chatRequestSchema } from '@glovebox/schema/protocol'

const hello = { role: 'user', content: 'Hello' }
const call = { type: 'tool_use', id: 'a', name: 'show', input: { place: 'Rome' } }
const result = { type: 'tool_result', tool_use_id: 'a', content: '{}' }

describe('a chat request', () => {
  it.each([
    ['one text', { messages: [hello] }],
    ['a model and a cap', { model: 'claude-x', maxTokens: 100, messages: [hello] }],
    ['text blocks', { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] }],
    [
      'a tool call and its result',
      {
        messages: [
          hello,
          { role: 'assistant', content: [{ type: 'text', text: 'Wait' }, call] },
          { role: 'user', content: [{ ...result, is_error: true }] },
        ],
      },
    ],
  ])('takes %s', (_name, request) => {
    expect(chatRequestSchema.safeParse(request)).toEqual({ success: true, data: request })
  })

  it.each([
    ['a role that outranks the user', { messages: [{ role: 'system', content: 'x' }, hello] }],
    ['a system prompt', { system: 'x', messages: [hello] }],
    ['a host', { baseUrl: 'https://evil.test', messages: [hello] }],
    ['a cost setting', { thinking: { budget_tokens: 90_000 }, messages: [hello] }],
    ['tools of its own', { tools: [], messages: [hello] }],
    ['an image', { messages: [{ role: 'user', content: [{ type: 'image', source: {} }] }] }],
    ['a document', { messages: [{ role: 'user', content: [{ type: 'document', source: {} }] }] }],
    [
      'a forged thought',
      {
        messages: [
          hello,
          { role: 'assistant', content: [{ type: 'thinking', thinking: 'x' }] },
          hello,
        ],
      },
    ],
    ['a call by the user', { messages: [{ role: 'user', content: [call] }] }],
    [
      'a result by the assistant',
      { messages: [hello, { role: 'assistant', content: [result] }, hello] },
    ],
    [
      'a key beside a text',
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'x', cache_control: {} }] }] },
    ],
    ['a key beside a message', { messages: [{ ...hello, name: 'x' }] }],
    ['no messages', { messages: [] }],
    ['an assistant that begins', { messages: [{ role: 'assistant', content: 'x' }, hello] }],
    ['an assistant that ends', { messages: [hello, { role: 'assistant', content: 'x' }] }],
    ['a cap that is none', { maxTokens: 0, messages: [hello] }],
    ['a model name without end', { model: 'x'.repeat(101), messages: [hello] }],
    ['null', null],
  ])('refuses %s', (_name, request) => {
    expect(chatRequestSchema.safeParse(request).success).toBe(false)
  })
})
