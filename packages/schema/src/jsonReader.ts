import { copyOf } from './copyOf.js'
import { fitting } from './byteLength.js'
import { mostIssues, type OutputIssue } from './issue.js'
import type { OutputLimits } from './limits.js'
import { append, closeText, createOpenText, wholeCharacters, type OpenText } from './openText.js'
import { longestNumber, readNumber } from './readNumber.js'

/** A JSON text that is read as it arrives. */
export interface JsonReader {
  /** Reads on; costs as much as `delta` is long. Never throws; after an error or a limit nothing more is read. */
  write(delta: string): void
  /** Says that nothing more comes, which closes a number at the very end. */
  end(): void
  /** Whether the outermost value has begun and is complete. */
  readonly root: 'absent' | 'open' | 'closed'
  /** The outermost value once it is closed. */
  readonly value: unknown
  /** The arrays and objects that are open, from the outermost on. The same object while it stays open. */
  readonly open: readonly OpenContainer[]
  /** The string that is open, without half an escape or half a character at its end. */
  readonly openText: string | undefined
  /** The text is no JSON, or passed a limit. */
  readonly failed: boolean
  readonly issues: readonly OutputIssue[]
  /** The limit that was passed. */
  readonly tooBig: keyof OutputLimits | undefined
}

/** An array or object that is open. */
export interface OpenContainer {
  readonly container: Readonly<Record<string, unknown>> | readonly unknown[]
  /** The keys or indices whose values are closed, in the order of the text. It grows. */
  readonly closed: readonly (string | number)[]
  /** The key or index whose value has begun and is not closed; undefined also where that value is not kept. */
  readonly openKey: string | number | undefined
}

interface Frame extends OpenContainer {
  readonly container: Record<string, unknown> | unknown[]
  readonly closed: (string | number)[]
  /** Keys met so far, also those that are not kept; undefined for an array. */
  readonly keys: Set<string> | undefined
  openKey: string | number | undefined
  /** The key whose value comes next, also one that is not kept. */
  key: string
  /** The value under `key` is not kept: its key is forbidden, broken, or came before. */
  drop: boolean
}

type Token =
  | { readonly kind: 'string' | 'key'; readonly open: OpenText }
  | { readonly kind: 'number' | 'literal'; text: string }

type Expect = 'value' | 'item' | 'key' | 'first-key' | 'colon' | 'comma' | 'nothing'

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const literals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])
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

/** Whether no value under this key is ever kept. */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key)
}

/**
 * Creates a strict RFC 8259 reader. Keys that reach a prototype, keys that come twice, numbers that would change and
 * lone surrogates become issues; no key is ever assigned that is not an own, plain property. What it knows after a text
 * does not depend on how the text was cut.
 */
export function createJsonReader(limits: OutputLimits): JsonReader {
  const issues: OutputIssue[] = []
  const stack: Frame[] = []
  let expect: Expect = 'value'
  let root: JsonReader['root'] = 'absent'
  let rootValue: unknown
  let failed = false
  let tooBig: keyof OutputLimits | undefined
  let bytesLeft = limits.bytes
  let keysLeft = limits.keys
  let itemsLeft = limits.items
  /** The string, number or literal that is open. */
  let token: Token | undefined
  /** The escape that is open, from its backslash on. */
  let escape = ''

  function write(written: string): void {
    if (failed) return
    const delta = copyOf(written)
    const { length, bytes } = fitting(delta, bytesLeft)
    bytesLeft -= bytes
    let index = 0
    while (index < length) {
      index = step(delta, { index, length })
      if (isOver()) return
    }
    if (length < delta.length) exceed('bytes')
  }

  function isOver(): boolean {
    return failed
  }

  function step(delta: string, { index, length }: { index: number; length: number }): number {
    if (token !== undefined && 'open' in token) {
      return stringStep(token.open, delta, { index, length })
    }
    const character = delta[index] ?? ''
    if (token !== undefined && /[\w+.-]/.test(character)) {
      token.text += character
      if (token.kind === 'number' && token.text.length > longestNumber) unsafeNumber(true)
      else if (token.kind === 'literal' && token.text.length > 5) fail()
      return index + 1
    }
    if (token !== undefined) {
      // The character after a number or literal is read again, as structure.
      closeScalar()
      return index
    }
    if (character !== ' ' && character !== '\n' && character !== '\r' && character !== '\t') {
      structureStep(character)
    }
    return index + 1
  }

  function structureStep(character: string): void {
    const frame = stack.at(-1)
    const isObject = frame?.keys !== undefined
    const isKeyNext = expect === 'key' || expect === 'first-key'
    if (character === ',' && expect === 'comma') expect = isObject ? 'key' : 'value'
    else if (character === ':' && expect === 'colon') expect = 'value'
    else if (character === '}' && isObject && (expect === 'comma' || expect === 'first-key')) {
      closeContainer()
    } else if (
      character === ']' &&
      frame &&
      !isObject &&
      (expect === 'comma' || expect === 'item')
    ) {
      closeContainer()
    } else if (character === '"' && isKeyNext) token = { kind: 'key', open: createOpenText() }
    else if (expect === 'value' || expect === 'item') startValue(character)
    else fail()
  }

  function startValue(character: string): void {
    const frame = stack.at(-1)
    if (frame !== undefined && frame.keys === undefined) {
      itemsLeft -= 1
      if (itemsLeft < 0) return exceed('items')
    }
    if (character === '{' || character === '[') {
      if (stack.length >= limits.depth) return exceed('depth')
    } else if (!/["\-\dtfn]/.test(character)) return fail()
    if (frame === undefined) root = 'open'
    else frame.openKey = nextKey(frame)

    if (character === '"') token = { kind: 'string', open: createOpenText() }
    else if (character === '{') openContainer({}, new Set())
    else if (character === '[') openContainer([], undefined)
    else token = { kind: /[-\d]/.test(character) ? 'number' : 'literal', text: character }
    return undefined
  }

  function openContainer(container: Frame['container'], keys: Set<string> | undefined): void {
    place(container)
    stack.push({ container, closed: [], keys, openKey: undefined, key: '', drop: false })
    expect = keys === undefined ? 'item' : 'first-key'
  }

  function closeContainer(): void {
    stack.pop()
    afterValue()
  }

  function stringStep(
    open: OpenText,
    delta: string,
    { index, length }: { index: number; length: number },
  ): number {
    if (escape !== '') {
      escapeStep(open, delta[index] ?? '')
      return index + 1
    }
    let stop = index
    while (stop < length && isPlain(delta.charCodeAt(stop))) stop += 1
    if (!grow(open, delta.slice(index, stop)) || stop === length) return stop
    if (delta[stop] === '"') closeString(open)
    else if (delta[stop] === '\\') escape = '\\'
    else fail()
    return stop + 1
  }

  function escapeStep(open: OpenText, character: string): void {
    escape += character
    if (escape.length === 2 && character !== 'u') {
      escape = ''
      const plain = simpleEscapes.get(character)
      if (plain === undefined) fail()
      else grow(open, plain)
    } else if (escape.length > 2 && !/[\da-fA-F]/.test(character)) fail()
    else if (escape.length === 6) {
      const unit = String.fromCharCode(Number.parseInt(escape.slice(2), 16))
      escape = ''
      grow(open, unit)
    }
  }

  /** Adds to the open string as far as its limit allows. Gives whether it does. */
  function grow(open: OpenText, piece: string): boolean {
    const room = limits.stringLength - open.text.length
    const wasWhole = open.lone === undefined
    append(open, piece.length > room ? piece.slice(0, room) : piece)
    if (wasWhole && open.lone !== undefined) reportLone()
    if (piece.length > room) exceed('stringLength')
    return piece.length <= room
  }

  function closeString(open: OpenText): void {
    const wasWhole = open.lone === undefined
    const isWhole = closeText(open)
    if (wasWhole && !isWhole) reportLone()
    const isKey = token?.kind === 'key'
    token = undefined
    if (isKey) closeKey(open.text, isWhole)
    else closeValue(wholeCharacters(open))
  }

  function closeKey(key: string, isWhole: boolean): void {
    const frame = stack.at(-1)
    if (frame === undefined) return
    keysLeft -= 1
    if (keysLeft < 0) return exceed('keys')
    const path = [...pathOf(stack), key]
    if (forbiddenKeys.has(key))
      report('forbidden-key', 'An object has a key that is not allowed', path)
    else if (frame.keys?.has(key)) report('duplicate-key', 'An object has the same key twice', path)
    frame.drop = !isWhole || forbiddenKeys.has(key) || frame.keys?.has(key) === true
    frame.keys?.add(key)
    frame.key = key
    expect = 'colon'
    return undefined
  }

  function closeScalar(): void {
    if (token?.kind === 'number') {
      const number = readNumber(token.text)
      if (number === undefined) return fail()
      if (!number.isSafe) unsafeNumber(false)
      token = undefined
      return closeValue(number.value)
    }
    if (token?.kind !== 'literal' || !literals.has(token.text)) return fail()
    const literal = literals.get(token.text)
    token = undefined
    return closeValue(literal)
  }

  function unsafeNumber(isTooLong: boolean): void {
    report('unsafe-number', 'A number is too large to be kept exactly', pathOf(stack, true))
    if (isTooLong) failed = true
  }

  function closeValue(closed: unknown): void {
    place(closed)
    afterValue()
  }

  function place(placed: unknown): void {
    const frame = stack.at(-1)
    if (frame === undefined) rootValue = placed
    else if (Array.isArray(frame.container)) frame.container.push(placed)
    else if (!frame.drop) frame.container[frame.key] = placed
  }

  function afterValue(): void {
    const frame = stack.at(-1)
    if (frame === undefined) {
      expect = 'nothing'
      root = 'closed'
      return
    }
    if (frame.openKey !== undefined) frame.closed.push(frame.openKey)
    frame.openKey = undefined
    expect = 'comma'
  }

  function reportLone(): void {
    const path = pathOf(stack, token?.kind === 'string')
    report('lone-surrogate', 'A text has half a character in it', path)
  }

  function report(code: string, message: string, path: OutputIssue['path']): void {
    if (issues.length < mostIssues) issues.push({ path, code, message })
  }

  function fail(): void {
    report('not-json', 'The text is not JSON', [])
    failed = true
  }

  function exceed(limit: keyof OutputLimits): void {
    tooBig = limit
    failed = true
  }

  return {
    write,
    end() {
      if (!failed && (token?.kind === 'number' || token?.kind === 'literal')) closeScalar()
    },
    get root() {
      return root
    },
    get value() {
      return root === 'closed' ? rootValue : undefined
    },
    open: stack,
    get openText() {
      return token?.kind === 'string' ? wholeCharacters(token.open) : undefined
    },
    get failed() {
      return failed
    },
    issues,
    get tooBig() {
      return tooBig
    },
  }
}

/** Where the next value of a container goes; undefined where it is not kept. */
function nextKey(frame: Frame): string | number | undefined {
  if (frame.keys === undefined) return frame.closed.length
  return frame.drop ? undefined : frame.key
}

/** The keys and indices from the root to the innermost open container, and on to the value that is open in it. */
function pathOf(stack: readonly Frame[], isInside = false): readonly (string | number)[] {
  const frames = isInside ? stack : stack.slice(0, -1)
  return frames.map((frame) => (frame.keys === undefined ? frame.closed.length : frame.key))
}

function isPlain(code: number): boolean {
  return code !== 0x22 && code !== 0x5c && code >= 0x20
}
