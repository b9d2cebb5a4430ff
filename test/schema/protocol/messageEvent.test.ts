import { assert, json, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageEventSchema, parseMessageEvent } from '@glovebox/schema/protocol'

describe('an event', () => {
  it.each([
    {
      type: 'message_start',
      message: { id: 'msg_1', model: 'claude-x', usage: { input_tokens: 1 } },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } },
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: 9 },
    },
    {
      type: 'message_delta',
      delta: { stop_reason: 'refusal', stop_details: { type: 'refusal', category: null } },
    },
    { type: 'message_stop' },
    { type: 'ping' },
    { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
  ])('of type $type is read as it is', (event) => {
    expect(parseMessageEvent(JSON.stringify(event))).toEqual(event)
  })

  it.each([
    [
      'a block',
      { type: 'content_block_start', index: 0, content_block: { type: 'new_kind', to: 1 } },
    ],
    ['a delta', { type: 'content_block_delta', index: 0, delta: { type: 'new_delta', x: [1] } }],
    ['a stop reason', { type: 'message_delta', delta: { stop_reason: 'new_reason' } }],
    ['a field', { type: 'message_stop', new_field: { a: 1 } }],
  ])('keeps %s of a kind that is new', (_name, event) => {
    expect(parseMessageEvent(JSON.stringify(event))).toEqual(event)
  })

  it('may have blanks before its end', () => {
    expect(parseMessageEvent('{"type":"content_block_stop","index":0  } ')).toEqual({
      type: 'content_block_stop',
      index: 0,
    })
  })

  it.each([
    ['an unknown kind', '{"type":"new_event"}'],
    ['no type', '{"index":0}'],
    ['no JSON', '{"type":"ping"'],
    ['nothing', ''],
    ['null', 'null'],
    ['a negative index', '{"type":"content_block_stop","index":-1}'],
    ['an index that would fill memory', '{"type":"content_block_stop","index":1e9}'],
    ['a block without a type', '{"type":"content_block_start","index":0,"content_block":{}}'],
    ['a depth of 100,000', `{"type":"ping","x":${'['.repeat(100_000)}`],
  ])('is none for %s', (_name, unsafeJson) => {
    expect(parseMessageEvent(unsafeJson)).toBeUndefined()
  })

  it('takes no prototype from its text', () => {
    const unsafeJson =
      '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","__proto__":{"text":"x"}},"__proto__":{"a":1}}'
    expect(parseMessageEvent(unsafeJson)).toEqual({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta' },
    })
  })

  it('is none or one, and never an error, for any text', () => {
    assert(
      property(string(), json(), (text, value) => {
        const events = [parseMessageEvent(text), parseMessageEvent(value)].filter(Boolean)
        expect(events.every((event) => messageEventSchema.safeParse(event).success)).toBe(true)
      }),
    )
  })
})
