import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { defineTool, GloveboxSchemaError } from '@glovebox/schema'

const weather = { name: 'show_weather', description: 'Shows the weather', input: z.object({}) }

describe('defineTool', () => {
  it('gives the tool, frozen', () => {
    const tool = defineTool(weather)
    expect([tool, Object.isFrozen(tool)]).toEqual([weather, true])
  })

  it.each([
    ['no object', null],
    ['no name', { ...weather, name: undefined }],
    ['a name the API does not take', { ...weather, name: 'show weather' }],
    ['a name of 65 characters', { ...weather, name: 'a'.repeat(65) }],
    ['no description', { ...weather, description: ' ' }],
    ['an input that is no schema', { ...weather, input: { type: 'object' } }],
    ['an input that is no object', { ...weather, input: z.string() }],
    [
      'an input that is one of several objects',
      { ...weather, input: z.union([z.object({}), z.object({})]) },
    ],
    ['an output that is no schema', { ...weather, output: {} }],
  ])('refuses %s', (_name, tool) => {
    const define = defineTool as (unsafeTool: unknown) => unknown
    expect(() => define(tool)).toThrow(GloveboxSchemaError)
  })

  it('names a code', () => {
    const code = new GloveboxSchemaError('invalid-tool', 'x').code
    expect(code).toBe('invalid-tool')
  })
})
