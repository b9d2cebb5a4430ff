import { charactersOf, findRuns } from './findRuns.js'
import type { Rewriting } from './view.js'

/**
 * Joins literals that only a plus, a comma, a bracket, `concat`, `join` or the edge of a template parts: what a bundler
 * or an author has cut in pieces. It asks for no closed literal, so that code it cannot read hides nothing.
 */
export const joinLiterals: Rewriting = {
  form: 'in pieces',
  read: ({ bytes }, replace) => {
    for (let index = 0; index < bytes.length; index += 1) {
      if (beginnings[bytes[index] ?? 0] !== 1) continue
      const end = endOfJoint(bytes, index)
      if (end === 0) continue
      replace(index, end, '')
      index = end - 1
    }
  },
}

/** Where what parts two literals ends, if it begins here; otherwise 0. */
function endOfJoint(bytes: Buffer, index: number): number {
  const code = bytes[index]
  if (isQuote(code)) {
    return (
      (bytes[index - 1] === backslash ? 0 : endBetween(bytes, index + 1)) ||
      endOfHole(bytes, index + 1)
    )
  }
  return code === dollar ? beginningOfHole(bytes, index) : 0
}

/** `"+"`, `","`, `"].concat(["` and their like. */
function endBetween(bytes: Buffer, index: number): number {
  let end = skipSeparators(bytes, index)
  if (startsWith(bytes, concat, end)) end = skipSeparators(bytes, end + concat.length)
  return isQuote(bytes[end]) ? end + 1 : 0
}

/** `"}` behind a literal in a template, and the next one that begins at once. */
function endOfHole(bytes: Buffer, index: number): number {
  const end = skipSpace(bytes, index)
  if (bytes[end] !== closingBrace) return 0
  return beginningOfHole(bytes, end + 1) || end + 1
}

/** `${"` */
function beginningOfHole(bytes: Buffer, index: number): number {
  if (bytes[index] !== dollar || bytes[index + 1] !== openingBrace) return 0
  const end = skipSpace(bytes, index + 2)
  return isQuote(bytes[end]) ? end + 1 : 0
}

function skipSeparators(bytes: Buffer, index: number): number {
  while (separators[bytes[index] ?? 0] === 1) index += 1
  return index
}

function skipSpace(bytes: Buffer, index: number): number {
  while (spaces[bytes[index] ?? 0] === 1) index += 1
  return index
}

function isQuote(code: number | undefined): boolean {
  return code === 0x22 || code === 0x27 || code === 0x60
}

function startsWith(bytes: Buffer, wanted: Buffer, index: number): boolean {
  return bytes[index] === wanted[0] && bytes.subarray(index, index + wanted.length).equals(wanted)
}

const concat = Buffer.from('.concat(')
const [backslash, dollar, openingBrace, closingBrace] = [0x5c, 0x24, 0x7b, 0x7d]
const beginnings = charactersOf('"\'`$')
const spaces = charactersOf(' \t\n\v\f\r')
const separators = charactersOf(' \t\n\v\f\r+,()[]')

const code = /(?:0x[\da-f]{2}|\d{2,3})/gi
const codes = /(?:(?:0x[\da-f]{2}|\d{2,3})\s*,\s*){15,}(?:0x[\da-f]{2}|\d{2,3})/gi

/** Where lists of codes may stand; the shortest is sixteen of two digits, with commas between them. */
const lists = { characters: charactersOf('0123456789abcdefABCDEFxX, \t\n\v\f\r'), length: 47 }

/** Writes out lists of character codes. */
export const readCharCodes: Rewriting = {
  form: 'as character codes',
  read: ({ bytes }, replace) => {
    for (const run of findRuns(bytes, lists)) {
      for (const { 0: list, index } of run.text.matchAll(codes)) {
        const from = run.index + index
        const parts = [...list.matchAll(code)].map(({ 0: written, index: inside }) => ({
          text: String.fromCharCode(Number(written) & 0xff),
          at: from + inside,
        }))
        replace(from, from + list.length, parts)
      }
    }
  },
}
