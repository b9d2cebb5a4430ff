import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import {
  GloveboxSchemaError,
  requestOutput,
  retryMessage,
  type OutputAnswer,
  type OutputRetry,
} from '@glovebox/schema'

const weather = z.object({ place: z.string() })

/** Answers one after the other, and keeps what it was asked. */
function claude(...answers: readonly OutputAnswer[]) {
  const asked: (OutputRetry | undefined)[] = []
  const ask = async (retry: OutputRetry | undefined): Promise<OutputAnswer> => {
    asked.push(retry)
    return answers[asked.length - 1] ?? { unsafe: '' }
  }
  return { ask, asked }
}

describe('requestOutput', () => {
  it('asks once where the first answer is valid', async () => {
    const { ask, asked } = claude({ unsafe: '{"place":"Rome"}' })
    expect(await requestOutput(weather, ask)).toEqual({
      output: { status: 'valid', value: { place: 'Rome' } },
      tries: 1,
    })
    expect(asked).toEqual([undefined])
  })

  it('asks again with what was wrong, and the answer that was', async () => {
    const { ask, asked } = claude({ unsafe: '{"place":1}' }, { unsafe: '{"place":"Rome"}' })
    expect(await requestOutput(weather, ask)).toMatchObject({
      output: { status: 'valid' },
      tries: 2,
    })
    expect(asked[1]).toEqual({
      unsafe: '{"place":1}',
      tries: 1,
      message: {
        role: 'user',
        content: expect.stringContaining('- place: Expected a string'),
      },
    })
  })

  it('answers a tool call by its result', async () => {
    const { ask, asked } = claude({ unsafe: {}, toolUseId: 'toolu_1' }, { unsafe: { place: 'x' } })
    await requestOutput(weather, ask)
    expect(asked[1]?.message.content).toEqual([
      {
        type: 'tool_result',
        tool_use_id: 'toolu_1',
        is_error: true,
        content: expect.stringContaining('- place: Expected a string'),
      },
    ])
  })

  it.each([
    ['refusal', 'refused'],
    ['max_tokens', 'truncated'],
  ])('does not ask again after %s', async (stopReason, status) => {
    const { ask } = claude({ unsafe: '{"pl', stopReason })
    expect(await requestOutput(weather, ask)).toMatchObject({ output: { status }, tries: 1 })
  })

  it.each([
    [undefined, 3],
    [1, 1],
    [5, 5],
  ])('given mostTries %s, ends after %i answers', async (mostTries, tries) => {
    const { ask, asked } = claude()
    const options = mostTries === undefined ? {} : { mostTries }
    expect(await requestOutput(weather, ask, options)).toMatchObject({
      output: { status: 'invalid' },
      tries,
    })
    expect(asked.length).toBe(tries)
  })

  it('hands on how answers are read', async () => {
    const { ask } = claude({ unsafe: 'Here: {"place":"Rome"}' })
    expect(await requestOutput(weather, ask, { extract: 'prose' })).toMatchObject({
      output: { status: 'valid' },
    })
  })

  it.each([0, 11, 1.5, Number.NaN, Infinity])('refuses mostTries %s', async (mostTries) => {
    const { ask, asked } = claude()
    await expect(requestOutput(weather, ask, { mostTries })).rejects.toThrow(GloveboxSchemaError)
    expect(asked).toEqual([])
  })

  it('rejects with what the request rejects with', async () => {
    const ask = (): Promise<OutputAnswer> => Promise.reject(new Error('offline'))
    await expect(requestOutput(weather, ask)).rejects.toThrow('offline')
  })
})

describe('retryMessage', () => {
  it('is a text where there was no call', () => {
    expect(retryMessage({ status: 'invalid', issues: [], retryPrompt: 'Again' })).toEqual({
      role: 'user',
      content: 'Again',
    })
  })
})
