import { describe, expect, it } from 'vitest'
import { parseMessageEvent } from '@glovebox/schema/protocol'
import { createAccumulator } from '../../../packages/react/src/chat/accumulate.js'
import { closeBlock, grow, openBlock, text, toolUse, type WirePart } from './sse.js'

function accumulate(...events: readonly WirePart[]) {
  const accumulator = createAccumulator()
  for (const event of events) {
    const parsed = parseMessageEvent(JSON.stringify(event))
    if (parsed !== undefined) accumulator.add(parsed)
  }
  return accumulator
}

const citation = { type: 'char_location', cited_text: 'The grass', document_title: 'Doc' }

const rows = [
  {
    name: 'joins the deltas of a text',
    events: text(0, 'Hel', '', 'lo'),
    blocks: [{ type: 'text', text: 'Hello' }],
  },
  {
    name: 'keeps citations at the text they came in',
    events: [
      openBlock(0, { type: 'text' }),
      grow(0, { type: 'text_delta', text: 'green' }),
      grow(0, { type: 'citations_delta', citation }),
      grow(0, { type: 'citations_delta', citation: 'none' }),
    ],
    blocks: [{ type: 'text', text: 'green', citations: [citation] }],
  },
  {
    name: 'keeps thinking and its signature',
    events: [
      openBlock(0, { type: 'thinking', thinking: '', signature: '' }),
      grow(0, { type: 'thinking_delta', thinking: 'Hm' }),
      grow(0, { type: 'signature_delta', signature: 'Eq' }),
      closeBlock(0),
    ],
    blocks: [{ type: 'thinking', thinking: 'Hm', signature: 'Eq' }],
  },
  {
    name: 'keeps redacted thinking',
    events: [openBlock(0, { type: 'redacted_thinking', data: 'xyz' })],
    blocks: [{ type: 'redacted_thinking', data: 'xyz' }],
  },
  {
    name: 'keeps the input of an open call as text only',
    events: toolUse(0, 't1', '{"city": "Ber').slice(0, -1),
    blocks: [
      {
        type: 'tool_use',
        id: 't1',
        name: 'weather',
        input: {},
        unsafeJson: '{"city": "Ber',
        complete: false,
      },
    ],
  },
  {
    name: 'parses the input of a call when it closes',
    events: toolUse(0, 't1', '', '{"city": ', '"Bern"}'),
    blocks: [
      {
        type: 'tool_use',
        id: 't1',
        name: 'weather',
        input: { city: 'Bern' },
        unsafeJson: '{"city": "Bern"}',
        complete: true,
      },
    ],
  },
  {
    name: 'takes a call without arguments as an empty object',
    events: toolUse(0, 't1', ''),
    blocks: [
      { type: 'tool_use', id: 't1', name: 'weather', input: {}, unsafeJson: '', complete: true },
    ],
  },
  {
    name: 'leaves the input empty where its text is no JSON',
    events: toolUse(0, 't1', '{"a": "\\d"}'),
    blocks: [
      {
        type: 'tool_use',
        id: 't1',
        name: 'weather',
        input: {},
        unsafeJson: '{"a": "\\d"}',
        complete: true,
      },
    ],
  },
  {
    name: 'keeps a result block as it arrives',
    events: [openBlock(0, { type: 'web_search_tool_result', tool_use_id: 's1', content: [1] })],
    blocks: [{ type: 'web_search_tool_result', tool_use_id: 's1', content: [1] }],
  },
  {
    name: 'keeps a block of an unknown kind and passes over unknown deltas',
    events: [
      openBlock(0, { type: 'fallback', from: { model: 'a' } }),
      grow(0, { type: 'novel_delta' }),
      closeBlock(0),
      ...text(1, 'b'),
    ],
    blocks: [
      { type: 'fallback', from: { model: 'a' } },
      { type: 'text', text: 'b' },
    ],
  },
  {
    name: 'passes over deltas of blocks that are closed, unknown or of another kind',
    events: [
      ...text(0, 'a'),
      grow(0, { type: 'text_delta', text: 'late' }),
      grow(7, { type: 'text_delta', text: 'nowhere' }),
      openBlock(1, { type: 'thinking', thinking: '' }),
      grow(1, { type: 'text_delta', text: 'other' }),
      grow(1, { type: 'thinking_delta', thinking: 3 }),
    ],
    blocks: [
      { type: 'text', text: 'a' },
      { type: 'thinking', thinking: '' },
    ],
  },
  {
    name: 'keeps the first of two blocks with one index',
    events: [...text(0, 'first'), ...text(0, 'second')],
    blocks: [{ type: 'text', text: 'first' }],
  },
]

describe('createAccumulator', () => {
  it.each(rows)('$name', ({ events, blocks }) => {
    expect(accumulate(...events).read()).toEqual(blocks)
  })

  it('keeps the identity of blocks that did not change', () => {
    const accumulator = accumulate(...text(0, 'a'))
    const [before] = accumulator.read()
    const event = parseMessageEvent(JSON.stringify(openBlock(1, { type: 'text' })))
    if (event !== undefined) accumulator.add(event)
    const after = accumulator.read()
    expect([after[0] === before, after.length, accumulator.read() === after]).toEqual([
      true,
      2,
      true,
    ])
  })

  it('gives no object another prototype', () => {
    const json = '{"__proto__": {"admin": true}, "a": 1}'
    const unsafe = `{"type":"content_block_start","index":1,"content_block":{"type":"novel","__proto__":{"admin":true}}}`
    const accumulator = accumulate(...toolUse(0, 't1', json))
    const event = parseMessageEvent(unsafe)
    if (event !== undefined) accumulator.add(event)
    const [call, novel] = accumulator.read()
    const input: unknown = call !== undefined && 'input' in call ? call.input : undefined
    expect([
      Object.getPrototypeOf(input),
      Object.getPrototypeOf(novel),
      Reflect.get({}, 'admin'),
    ]).toEqual([Object.prototype, Object.prototype, undefined])
  })

  it('counts the characters of deltas', () => {
    expect(accumulate(...text(0, 'abc', 'de')).length()).toBe(5)
  })
})
