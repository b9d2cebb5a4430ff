import { append, createOpenText, lengthOf, type OpenText } from './openText.js'

/** A JSON string whose opening quote has been read. */
export interface OpenString {
  readonly text: OpenText
  /** The escape that is open, from its backslash on. */
  escape: string
  state: 'open' | 'closed' | 'not-json' | 'too-long'
}

/** What of a delta is read, and the most units that a string may have. */
export interface StringSpan {
  readonly index: number
  readonly length: number
  readonly most: number
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** Starts a string. */
export function createOpenString(): OpenString {
  return { text: createOpenText(), escape: '', state: 'open' }
}

/** Reads a run of plain characters, or one character that is not plain. Gives the index of what comes next. */
export function readString(string: OpenString, delta: string, span: StringSpan): number {
  const { index, length, most } = span
  if (string.escape !== '') {
    readEscape(string, delta[index] ?? '', most)
    return index + 1
  }
  let stop = index
  while (stop < length && isPlain(delta.charCodeAt(stop))) stop += 1
  if (stop > index) grow(string, delta.slice(index, stop), most)
  if (string.state !== 'open' || stop === length) return stop
  if (delta[stop] === '"') string.state = 'closed'
  else if (delta[stop] === '\\') string.escape = '\\'
  else string.state = 'not-json'
  return stop + 1
}

function readEscape(string: OpenString, character: string, most: number): void {
  const escape = string.escape + character
  string.escape = escape
  if (escape.length === 2) {
    const plain = simpleEscapes.get(character)
    if (plain !== undefined) endEscape(string, plain, most)
    else if (character !== 'u') string.state = 'not-json'
  } else if (!/[\da-fA-F]/.test(character)) string.state = 'not-json'
  else if (escape.length === 6) {
    endEscape(string, String.fromCharCode(Number.parseInt(escape.slice(2), 16)), most)
  }
}

function endEscape(string: OpenString, unit: string, most: number): void {
  string.escape = ''
  grow(string, unit, most)
}

/** Adds as much as the limit allows. */
function grow(string: OpenString, piece: string, most: number): void {
  const room = most - lengthOf(string.text)
  append(string.text, piece.length > room ? piece.slice(0, room) : piece)
  if (piece.length > room) string.state = 'too-long'
}

function isPlain(code: number): boolean {
  return code !== 0x22 && code !== 0x5c && code >= 0x20
}
