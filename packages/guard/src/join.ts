import { charactersOf } from './findRuns.js'
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

/** `"+"`, `","`, `"].concat(["` and their like, and where React's stream is cut in a page. */
function endBetween(bytes: Buffer, index: number): number {
  if (bytes[index] === closingBracket) {
    const text = bytes.toString('latin1', index, index + longestCut)
    const cut = streamCut.exec(text)
    if (cut !== null) return index + cut[0].length
  }
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

/** Next.js sends what server components give in scripts that it cuts anywhere. */
const streamCut =
  /^\]\s{0,9}\)\s{0,9};?<\/script>\s{0,9}<script[^>]{0,200}>\s{0,9}(?:self\.)?__next_f\.push\(\s{0,9}\[\s{0,9}1\s{0,9},\s{0,9}"/
const longestCut = 320

const concat = Buffer.from('.concat(')
const [backslash, dollar, openingBrace, closingBrace] = [0x5c, 0x24, 0x7b, 0x7d]
const closingBracket = 0x5d
const beginnings = charactersOf('"\'`$')
const spaces = charactersOf(' \t\n\v\f\r')
const separators = charactersOf(' \t\n\v\f\r+,()[]')
