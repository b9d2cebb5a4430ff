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

describe('defineTool', () => {
  it.each([
    ['a name the API does not take', { ...weather, name: 'show weather' }],
    ['no description', { ...weather, description: ' ' }],
  ])('refuses %s', (_name, tool) => {
    expect(() => defineTool(tool)).toThrow(GloveboxSchemaError)
  })
})

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

  it('checks results', () => {
    expect([
      tools.parseResult('show_weather', '{"shown":true}'),
      tools.parseResult('show_weather', '{"shown":1}'),
      tools.parseResult('constructor', '{}'),
    ]).toMatchObject([{ status: 'valid' }, { status: 'invalid' }, { status: 'invalid' }])
  })
})
