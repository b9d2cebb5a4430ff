import { array, assert, nat, property, sample } from 'fast-check'
import type { ZodType } from 'zod'
import { describe, expect, it } from 'vitest'
import {
  createOutputStream,
  parseOutput,
  type OpenOutput,
  type OutputStream,
} from '@glovebox/schema'
import { cases, words } from './schemas.js'

/** More of them, and others, by hand. */
const numRuns = Number(process.env['GLOVEBOX_RUNS'] ?? 1000)
const seed = Number(process.env['GLOVEBOX_SEED'] ?? 1)

/** What zod says of the value; a schema that throws refuses. */
function parse(schema: ZodType, value: unknown): { readonly value: unknown } | 'invalid' {
  try {
    const result = schema.safeParse(value)
    return result.success ? { value: result.data } : 'invalid'
  } catch {
    return 'invalid'
  }
}

/** What becomes of a text that is there as a whole. */
function whole(schema: ZodType, text: string): { readonly value: unknown } | 'invalid' {
  const output = parseOutput(schema, text)
  return output.status === 'valid' ? { value: output.value } : 'invalid'
}

/** The values that a value may be, if the words under some paths stand in it in another case. */
function inOtherCase(value: unknown, [path, ...others]: readonly Path[]): readonly unknown[] {
  if (path === undefined) return [value]
  const text = String(valueAt(value, path))
  return words
    .filter((word) => word !== text && word.toLowerCase() === text.toLowerCase())
    .flatMap((word) => inOtherCase(withWord(value, path, word), others))
}

type Path = readonly (string | number)[]

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value)
}

function withWord(value: unknown, [key, ...rest]: Path, word: string): unknown {
  if (key === undefined) return word
  const copy: object = Array.isArray(value) ? [...value] : { ...Object(value) }
  Reflect.set(copy, key, withWord(valueAt(value, [key]), rest, word))
  return copy
}

function open(stream: OutputStream<unknown>): OpenOutput<unknown> {
  const { snapshot } = stream
  if (snapshot.status !== 'open') throw new Error('The stream has ended')
  return snapshot
}

function snapshots(schema: ZodType, text: string): readonly OpenOutput<unknown>[] {
  const stream = createOutputStream(schema)
  return [...text].map((character) => {
    stream.write(character)
    return open(stream)
  })
}

/** The paths of all values in a JSON value. */
function pathsOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (typeof path)[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys: readonly (string | number)[] = Array.isArray(value)
    ? [...value.keys()]
    : Object.keys(value)
  return [path, ...keys.flatMap((key) => pathsOf(Reflect.get(value, key), [...path, key]))]
}

/** Whether nothing that was shown has gone or become something else. */
function keeps(earlier: unknown, later: unknown): boolean {
  if (earlier === undefined) return true
  if (typeof earlier === 'string') return typeof later === 'string' && later.startsWith(earlier)
  if (typeof earlier !== 'object' || earlier === null) return Object.is(earlier, later)
  if (typeof later !== 'object' || later === null) return false
  if (Array.isArray(earlier) !== Array.isArray(later)) return false
  return Object.entries(earlier).every(([key, value]) => keeps(value, Reflect.get(later, key)))
}

function law(check: (schema: ZodType, text: string) => void) {
  assert(
    property(cases, ([schema, text]) => check(schema, text)),
    { numRuns, seed },
  )
}

describe('for any schema and value, a stream', { timeout: 600_000 }, () => {
  it('ends in what zod says of the whole, but for the case of words', () => {
    law((schema, text) => {
      const stream = createOutputStream(schema)
      stream.write(text)
      const output = stream.end()
      expect(output).toEqual(parseOutput(schema, text))
      const value: unknown = JSON.parse(text)
      if (output.status !== 'valid') {
        expect(parse(schema, value)).toBe('invalid')
        return
      }
      const { corrections = [] } = output
      expect(corrections.length > 0).toBe(parse(schema, value) === 'invalid')
      const paths = corrections.map(({ path }) => path)
      const outcomes = inOtherCase(value, paths).map((one) => parse(schema, one))
      expect(outcomes).toContainEqual({ value: output.value })
    })
  })

  it('is given words in all cases', () => {
    const examples = sample(cases, { numRuns, seed })
    const corrected = examples.filter(([schema, text]) => {
      const output = parseOutput(schema, text)
      return output.status === 'valid' && output.corrections !== undefined
    })
    expect(corrected.length).toBeGreaterThan(numRuns / 100)
  })

  it('is never doomed while the text can become valid, and stays doomed', () => {
    law((schema, text) => {
      const doomed = snapshots(schema, text).map((snapshot) => snapshot.doomed)
      const isInvalid = whole(schema, text) === 'invalid'
      expect(isInvalid || !doomed.includes(true)).toBe(true)
      expect(doomed.slice(doomed.indexOf(true)).includes(false)).toBe(!doomed.includes(true))
    })
  })

  it('is doomed for as long as it names an issue', () => {
    law((schema, text) => {
      for (const { doomed, issues } of snapshots(schema, text)) {
        expect(issues.length > 0).toBe(doomed)
      }
    })
  })

  it('never takes back what it has shown, and shows no more than the end', () => {
    law((schema, text) => {
      const expected = whole(schema, text)
      let before: unknown
      for (const { partial } of snapshots(schema, text)) {
        expect(keeps(before, partial) || { before, partial }).toBe(true)
        before = partial
      }
      if (expected !== 'invalid')
        expect(keeps(before, expected.value) || { before, expected }).toBe(true)
    })
  })

  it('shows in a snapshot the same, whenever it is looked at', () => {
    law((schema, text) => {
      const lazy = snapshots(schema, text)
      const stream = createOutputStream(schema)
      const paths = pathsOf(JSON.parse(text))
      for (const [index, character] of [...text].entries()) {
        stream.write(character)
        const { partial, issues, doomed } = open(stream)
        const states = paths.map(open(stream).at)
        expect({ ...lazy[index], at: paths.map((path) => lazy[index]?.at(path)) }).toEqual({
          status: 'open',
          partial,
          issues,
          doomed,
          at: states,
        })
      }
    })
  })

  it('never changes its mind about a part that is valid or invalid', () => {
    law((schema, text) => {
      const all = snapshots(schema, text)
      for (const path of pathsOf(JSON.parse(text))) {
        const states = all
          .map(({ at }) => at(path))
          .filter((state, index, list) => state !== list[index - 1])
        const order = ['absent', 'open', 'valid', 'invalid']
        expect(states).toEqual(
          states.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)),
        )
        expect(states.includes('valid') && states.includes('invalid')).toBe(false)
      }
    })
  })

  it('is the same for any chunking', () => {
    assert(
      property(cases, array(nat(9)), ([schema, text], lengths) => {
        const all = snapshots(schema, text)
        const stream = createOutputStream(schema)
        let start = 0
        for (const length of lengths) {
          stream.write(text.slice(start, (start += length)))
          const read = Array.from(text.slice(0, start)).length
          if (read > 0 && !/[\uD800-\uDBFF]$/.test(text.slice(0, start))) {
            const { partial, doomed, issues } = open(stream)
            expect({ partial, doomed, issues }).toEqual({
              partial: all[read - 1]?.partial,
              doomed: all[read - 1]?.doomed,
              issues: all[read - 1]?.issues,
            })
          }
        }
      }),
      { numRuns, seed },
    )
  })
})
