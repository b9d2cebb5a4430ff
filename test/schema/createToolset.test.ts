import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createToolset, defineTool, GloveboxSchemaError } from '@glovebox/schema'

const weather = defineTool({
  name: 'show_weather',
  description: 'Shows the weather',
  input: z.object({ place: z.string() }),
  output: z.object({ shown: z.boolean() }),
})
const tools = createToolset([weather])

describe('createToolset', () => {
  it('gives the API’s definitions', () => {
    expect(tools.definitions).toEqual([
      {
        name: 'show_weather',
        description: 'Shows the weather',
        input_schema: {
          type: 'object',
          properties: { place: { type: 'string' } },
          required: ['place'],
          additionalProperties: false,
        },
      },
    ])
  })

  it('refuses two tools of one name', () => {
    expect(() => createToolset([weather, weather])).toThrow(GloveboxSchemaError)
  })

  it('reads a call', () => {
    const block = { type: 'tool_use', id: 'a', name: 'show_weather', input: { place: 'Rome' } }
    expect(tools.parseUse(block)).toEqual({
      name: 'show_weather',
      id: 'a',
      output: { status: 'valid', value: { place: 'Rome' } },
    })
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    'resolves no tool for the name %j',
    (name) => {
      expect(tools.parseUse({ type: 'tool_use', id: 'a', name, input: {} })).toMatchObject({
        name: null,
        output: { status: 'invalid', issues: [{ code: 'unknown-tool' }] },
      })
    },
  )

  it.each([null, undefined, 1, 'x', []])('takes %j for no call', (block) => {
    expect(tools.parseUse(block)).toMatchObject({ name: null })
  })

  it('never calls an input that was cut valid', () => {
    const block = { id: 'a', name: 'show_weather', unsafeJson: '{"place":"Rome"}', complete: false }
    expect(tools.parseUse(block)).toMatchObject({ output: { status: 'cut' } })
  })

  it.each([
    ['max_tokens', 'truncated'],
    ['refusal', 'refused'],
  ])('never calls an input valid that came with %s', (stopReason, status) => {
    const optional = createToolset([
      defineTool({
        name: 'a',
        description: 'A',
        input: z.object({ place: z.string().optional() }),
      }),
    ])
    const block = { type: 'tool_use', id: 'a', name: 'a', input: {} }
    expect(optional.parseUse(block, { stopReason })).toMatchObject({ output: { status } })
  })

  it('reads the empty text of a call without arguments', () => {
    const none = createToolset([defineTool({ name: 'a', description: 'A', input: z.object({}) })])
    const block = { type: 'tool_use', id: 'a', name: 'a', input: {}, unsafeJson: '' }
    expect(none.parseUse(block)).toMatchObject({ output: { status: 'valid', value: {} } })
  })

  it('refuses an input that Claude cannot be asked for, with path and rule', () => {
    const free = defineTool({
      name: 'free',
      description: 'A',
      input: z.object({ map: z.record(z.string(), z.string()) }),
    })
    expect(() => createToolset([free])).toThrow('tool `free`: map: Free keys are not supported')
  })

  it('checks results', () => {
    expect([
      tools.parseResult('show_weather', '{"shown":true}'),
      tools.parseResult('show_weather', '{"shown":1}'),
      tools.parseResult('constructor', '{}'),
    ]).toMatchObject([{ status: 'valid' }, { status: 'invalid' }, { status: 'invalid' }])
  })
})
