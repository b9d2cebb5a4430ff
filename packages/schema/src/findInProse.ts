import type { Finder, Found } from './extract.js'
import { formsOf } from './formsOf.js'
import { isZod, type OutputSchema } from './outputSchema.js'

/**
 * Finds the value that begins with the first bracket which JSON goes on after: a brace before a quote, but not before a
 * name. Only brackets count that the schema's values begin with. The value ends where that bracket closes.
 */
export function createProseFinder(found: Found, schema: OutputSchema): Finder {
  const brackets = bracketsOf(schema)
  let isInside = false
  /** A bracket and what follows it, while it is not clear whether a value begins with it. */
  let pending = ''
  /** The letters at the end of `pending`. */
  let word = ''

  function write(delta: string): void {
    let index = 0
    while (index < delta.length) {
      if (isInside) {
        index += found.json(delta.slice(index))
        // What is left is not part of the value.
        isInside = index === delta.length
      } else index = pending === '' ? skipTo(delta, index) : decide(delta[index] ?? '', index)
    }
  }

  /** Passes over what comes before the next bracket. */
  function skipTo(delta: string, index: number): number {
    const length = delta.slice(index).search(brackets)
    const stop = length === -1 ? delta.length : index + length
    if (stop > index) found.skip(delta.slice(index, stop))
    pending = delta[stop] ?? ''
    return stop + pending.length
  }

  function decide(character: string, index: number): number {
    const isBlank = word === '' && /[ \t\r\n]/.test(character)
    const longer = word + character
    if (isBlank || isStart(longer)) {
      pending += character
      word = isBlank ? '' : longer
      return index + 1
    }
    const isValue = literals.includes(word)
      ? /[ \t\r\n,\]]/.test(character)
      : word === '' && next.get(pending[0] ?? '')?.test(character)
    if (!isValue) found.skip(pending)
    else if (found.begin()) {
      found.json(pending)
      isInside = true
    }
    pending = ''
    word = ''
    return index
  }

  return {
    write,
    end() {
      if (pending !== '') found.skip(pending)
      pending = ''
    },
  }

  function isStart(letters: string): boolean {
    return pending.startsWith('[') && literals.some((literal) => literal.startsWith(letters))
  }
}

const literals = ['true', 'false', 'null']

/** What may follow the bracket of a value, blanks aside. */
const next: ReadonlyMap<string, RegExp> = new Map([
  ['{', /["}]/],
  ['[', /[\]{["\-\d]/],
])

function bracketsOf(schema: OutputSchema): RegExp {
  if (!isZod(schema)) return /[[{]/
  const kinds = new Set(formsOf(schema).map(({ kind }) => kind))
  if (kinds.has('any') || (kinds.has('object') && kinds.has('array'))) return /[[{]/
  if (kinds.has('object')) return /\{/
  return kinds.has('array') ? /\[/ : /(?!)/
}
