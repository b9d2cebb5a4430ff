import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createOutputStream, parseOutput } from '@glovebox/schema'
import { documents } from './documents.js'

/** What a prefix shows, as text; what is not a whole number or word yet is missing. */
function partialOf(parts: readonly string[]): unknown {
  const stream = createOutputStream(z.json())
  for (const part of parts) stream.write(part)
  const { snapshot } = stream
  return snapshot.status === 'open' ? snapshot.partial : snapshot
}

/** Whether all of an open value stands in the whole one. */
function isIn(partial: unknown, whole: unknown): boolean {
  if (partial === undefined) return true
  if (typeof partial === 'string') return typeof whole === 'string' && whole.startsWith(partial)
  if (typeof partial !== 'object' || partial === null) return Object.is(partial, whole)
  if (typeof whole !== 'object' || whole === null) return false
  return Object.entries(partial).every(([key, value]) => isIn(value, Reflect.get(whole, key)))
}

describe.each(documents)('the document %j', (text) => {
  const whole: unknown = JSON.parse(text)
  const indices = Array.from({ length: text.length + 1 }, (_, index) => index)

  it('is read as JSON.parse reads it', () => {
    expect(parseOutput(z.unknown(), text)).toEqual({ status: 'valid', value: whole })
  })

  it('is the same for every cut in two', () => {
    const outputs = indices.map((index) => {
      const stream = createOutputStream(z.json())
      stream.write(text.slice(0, index))
      stream.write(text.slice(index))
      return stream.end()
    })
    expect(outputs).toEqual(outputs.map(() => ({ status: 'valid', value: whole })))
  })

  it('shows at every prefix a part of itself, however the prefix was cut', () => {
    const partials = indices.map((index) => partialOf([text.slice(0, index)]))
    expect(partials.filter((partial) => !isIn(partial, whole))).toEqual([])
    expect(indices.map((index) => partialOf(text.slice(0, index).split('')))).toEqual(partials)
  })

  it('is valid at no prefix that JSON.parse refuses', () => {
    const statuses = indices.map((index) => parseOutput(z.unknown(), text.slice(0, index)).status)
    expect(statuses).toEqual(
      indices.map((index) => (isJson(text.slice(0, index)) ? 'valid' : 'invalid')),
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
