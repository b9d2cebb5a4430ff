import * as z from 'zod'
import * as mini from 'zod/mini'
import { describe, expect, it } from 'vitest'
import {
  createOutputStream,
  createToolset,
  defineTool,
  parseOutput,
  type StandardSchema,
} from '@glovebox/schema'

type Result = ReturnType<StandardSchema<string>['~standard']['validate']>

/** A schema that no library made. */
function schemaOf(validate: (unsafe: unknown) => Result): StandardSchema<string> {
  return { '~standard': { version: 1, vendor: 'test', validate } }
}

const place = mini.object({ place: mini.string() })
const attack = '<img src=x onerror=alert(1)>'

describe('a schema of another library', () => {
  it('checks an output', () => {
    expect([
      parseOutput(place, '{"place":"Rome"}'),
      parseOutput(place, '{"place":1}'),
      parseOutput(place, '{"place":"Rome"}', { stopReason: 'max_tokens' }),
      parseOutput(place, '{"place":"Rome","place":"Oslo"}'),
    ]).toMatchObject([
      { status: 'valid', value: { place: 'Rome' } },
      { status: 'invalid', issues: [{ path: ['place'], code: 'custom' }] },
      { status: 'truncated', reason: 'max_tokens' },
      { status: 'invalid', issues: [{ code: 'duplicate-key' }] },
    ])
  })

  it('gives what it made of the value', () => {
    const schema = schemaOf((unsafe) => ({ value: String(unsafe).toUpperCase() }))
    expect(parseOutput(schema, '"rome"')).toEqual({ status: 'valid', value: 'ROME' })
  })

  it('has its own words left out, since they may repeat what came', () => {
    const schema = schemaOf((unsafe) => ({
      issues: [{ message: String(unsafe), path: ['a', { key: 1 }, Symbol('s')] }],
    }))
    const output = parseOutput(schema, JSON.stringify(attack))
    expect(output).toMatchObject({
      status: 'invalid',
      issues: [{ path: ['a', 1, 'Symbol(s)'], message: 'The value is not accepted' }],
    })
    expect(JSON.stringify(output)).not.toContain('img')
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error(attack)
      },
    ],
    ['answers later', () => Promise.resolve({ value: 'x' })],
    ['fails later', () => Promise.reject(new Error(attack))],
  ])('that %s gives an issue', async (_name, validate: () => Result) => {
    expect(parseOutput(schemaOf(validate), '"x"')).toMatchObject({
      status: 'invalid',
      issues: [{ code: 'custom', message: 'The value could not be checked' }],
    })
    // An unhandled rejection would fail the run.
    await new Promise((resolve) => setTimeout(resolve))
  })

  it('claims and shows nothing before the end of a stream', () => {
    const stream = createOutputStream(place)
    stream.write('{"place":1')
    const { snapshot } = stream
    expect(
      snapshot.status === 'open' && [snapshot.partial, snapshot.doomed, snapshot.at(['place'])],
    ).toEqual([undefined, false, 'open'])
    stream.write('}')
    expect(stream.end()).toMatchObject({ status: 'invalid', issues: [{ path: ['place'] }] })
  })

  it('finds an object in prose', () => {
    expect(parseOutput(place, 'Here: {"place":"Rome"}', { extract: 'prose' })).toMatchObject({
      status: 'valid',
    })
  })

  it('checks the result of a tool', () => {
    const tool = defineTool({ name: 'a', description: 'A', input: z.object({}), output: place })
    const tools = createToolset([tool])
    expect([tools.parseResult('a', { place: 'Rome' }), tools.parseResult('a', {})]).toMatchObject([
      { status: 'valid' },
      { status: 'invalid' },
    ])
  })
})
