import { longestNumber, nextState, type NumberState } from './readNumber.js'

/** A number or literal whose first character has been read. */
export type OpenScalar =
  | { readonly kind: 'number'; text: string; state: NumberState }
  | { readonly kind: 'literal'; readonly word: 'true' | 'false' | 'null'; length: number }

/** What a character is to a scalar: part of it, its last, the first after it, or wrong. */
export type ScalarStep = 'part' | 'last' | 'after' | 'not-json' | 'too-long'

/** Starts a scalar with its first character. */
export function createOpenScalar(
  kind: 'number' | 'true' | 'false' | 'null',
  character: string,
): OpenScalar {
  if (kind !== 'number') return { kind: 'literal', word: kind, length: 1 }
  return { kind, text: character, state: nextState(undefined, character) ?? 'minus' }
}

/** Reads one more character of a scalar, if it is one. */
export function readScalar(open: OpenScalar, character: string): ScalarStep {
  if (open.kind === 'literal') {
    if (open.word[open.length] !== character) return 'not-json'
    open.length += 1
    return open.length === open.word.length ? 'last' : 'part'
  }
  const state = nextState(open.state, character)
  if (state === undefined) return /[\w+.-]/.test(character) ? 'not-json' : 'after'
  open.state = state
  open.text += character
  return open.text.length > longestNumber ? 'too-long' : 'part'
}
