import { charactersOf } from './findRuns.js'
import type { Replace, Rewriting } from './view.js'

/** What a letter behind a backslash stands for, where that is not the letter itself. */
const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\n', ''],
])

/** HTML's names for what stands in keys and around them. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['sol', '/'],
  ['plus', '+'],
  ['equals', '='],
  ['lowbar', '_'],
  ['UnderBar', '_'],
  ['hyphen', '\u2010'],
  ['period', '.'],
  ['colon', ':'],
  ['comma', ','],
  ['excl', '!'],
  ['num', '#'],
  ['dollar', '$'],
  ['percnt', '%'],
  ['commat', '@'],
  ['semi', ';'],
])

/** The longest escape: `&#x000000abcdef;`. */
const longestEscape = 16

/** Reads the escapes of JavaScript, JSON, URLs and HTML, whichever bytes have. */
export const unescape: Rewriting = {
  form: 'escaped',
  read: ({ bytes }, replace) => {
    readEscapes(bytes, { from: 0, to: bytes.length }, replace)
  },
}

/** Reads the escapes that there are since the last ones have been read: each has something in it that was one. */
export const unescapeAgain: Rewriting = {
  form: 'escaped',
  read: ({ bytes, written }, replace) => {
    let end = 0
    for (const index of written) {
      const from = Math.max(end, index - longestEscape)
      end = Math.max(end, readEscapes(bytes, { from, to: index + longestWritten }, replace))
    }
  },
}

/** Bytes of what stands for an escape. */
const longestWritten = 4

/** Reads the escapes that begin in a stretch, and gives where the last one ends. */
function readEscapes(
  bytes: Buffer,
  { from, to }: { readonly from: number; readonly to: number },
  replace: Replace,
): number {
  let index = from
  while (index < to) {
    const escape = beginnings[bytes[index] ?? 0] === 1 ? escapeAt(bytes, index) : undefined
    if (escape === undefined) {
      index += 1
    } else {
      replace(index, index + escape.length, escape.text)
      index += escape.length
    }
  }
  return index
}

const beginnings = charactersOf('\\%&')

/** An escape's bytes, and what it stands for. */
type Escape = { readonly length: number; readonly text: string }

function escapeAt(bytes: Buffer, index: number): Escape | undefined {
  const code = bytes[index]
  if (code === ampersand) return entityAt(bytes, index)
  if (code === percent) {
    const value = hexAt(bytes, index + 1, 2)
    return value < 0 ? undefined : { length: 3, text: String.fromCharCode(value) }
  }
  const next = bytes[index + 1]
  if (next === undefined) return undefined
  // A line that goes on, as Windows ends it.
  if (next === carriageReturn && bytes[index + 2] === lineFeed) return { length: 3, text: '' }
  const kind = next | 0x20
  const digits = kind === letterX ? 2 : kind === letterU ? 4 : 0
  const value = digits === 0 ? -1 : hexAt(bytes, index + 2, digits)
  const isSurrogate = value >= 0xd800 && value < 0xe000
  if (value >= 0 && !isSurrogate) return { length: 2 + digits, text: utf8Of(value) }
  const isRare = digits !== 0 || (next >= 0x30 && next < 0x38)
  return (isRare && backslashEscapeAt(bytes, index)) || { length: 2, text: standsFor(next) }
}

/** What a letter behind a backslash stands for, where that is not the letter itself. */
function standsFor(code: number): string {
  const letter = String.fromCharCode(code)
  return controls.get(letter) ?? letter
}

/** The value of so many hexadecimal digits; -1 where they are not there. */
function hexAt(bytes: Buffer, index: number, digits: number): number {
  let value = 0
  for (let at = index; at < index + digits; at += 1) {
    const digit = digitOf(bytes[at] ?? 0)
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1
}

const [percent, ampersand, hash, semicolon] = [0x25, 0x26, 0x23, 0x3b]
const [carriageReturn, lineFeed] = [0x0d, 0x0a]
const [letterU, letterX] = [0x75, 0x78]

/** `&hyphen` */
const longestName = 9

/** The escapes that are not read digit by digit: in braces, of two halves, and octal. */
const backslashEscape =
  /^\\(?:u\{([\da-f]{1,6})\}|u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|u([\da-f]{4})|([0-3]?[0-7]{1,2}))/i

function backslashEscapeAt(bytes: Buffer, index: number): Escape | undefined {
  const text = bytes.toString('latin1', index, index + longestEscape)
  const [escaped, braced, high, low, unicode, octal] = backslashEscape.exec(text) ?? []
  if (escaped === undefined) return undefined
  const { length } = escaped
  if (high !== undefined && low !== undefined) {
    return { length, text: utf8(String.fromCharCode(parseInt(high, 16), parseInt(low, 16))) }
  }
  if (octal !== undefined) return { length, text: utf8Of(parseInt(octal, 8)) }
  return { length, text: utf8Of(parseInt(braced ?? unicode ?? '', 16)) }
}

const entity = /^&(?:#x0{0,6}([\da-f]{1,6});?|#0{0,7}(\d{1,7});?|([A-Za-z]{2,8});)/i

function entityAt(bytes: Buffer, index: number): Escape | undefined {
  if (!mayBeEntity(bytes, index)) return undefined
  const written = bytes.toString('latin1', index, index + longestEscape)
  const [escaped, hex, decimal, name = ''] = entity.exec(written) ?? []
  if (escaped === undefined) return undefined
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
  const text = name === '' ? utf8Of(code) : named.get(name)
  return text === undefined ? undefined : { length: escaped.length, text }
}

/** Spares most of what is none (`a && b`, `a & b`) a look by the pattern, which takes much longer. */
function mayBeEntity(bytes: Buffer, index: number): boolean {
  if (bytes[index + 1] === hash) return true
  let end = index + 1
  while (end < index + longestName && isLetter(bytes[end] ?? 0)) end += 1
  return bytes[end] === semicolon
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
}

function utf8Of(code: number): string {
  if (code < 0x80) return String.fromCharCode(code)
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
  return code <= 0x10ffff ? utf8(String.fromCodePoint(code)) : ''
}

/** The text as the bytes that it has in a file, one character per byte. */
function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
