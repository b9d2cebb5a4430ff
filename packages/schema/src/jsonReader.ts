import { mostIssues, type OutputIssue } from './issue.js'
import type { OutputLimits } from './limits.js'

/** A JSON text that is read as it arrives. */
export interface JsonReader {
  /** Reads on; costs as much as `delta` is long. Never throws; after an error or a limit nothing more is read. */
  write(delta: string): void
  /** Says that nothing more comes, which closes a number at the very end. */
  end(): void
  /** The value so far: closed parts by identity, open containers and strings as far as they have come. */
  value(): unknown
  /** The path of what is open, from the root on; empty before the first value and when all is closed. */
  openPath(): readonly (string | number)[]
  readonly state: 'open' | 'closed' | 'failed'
  /** Whether a value, not only blanks, has begun. */
  readonly begun: boolean
  readonly issues: readonly OutputIssue[]
  /** The limit that was passed. */
  readonly tooBig: keyof OutputLimits | undefined
}

type Container = Record<string, unknown> | unknown[]

interface Frame {
  readonly container: Container
  /** Keys met so far, also those that are not kept. */
  readonly keys: Set<string> | undefined
  /** The key whose value comes next; undefined inside an array. */
  key: string | undefined
  /** The value under `key` is not kept: its key is forbidden or came before. */
  drop: boolean
}

type Expect = 'value' | 'item' | 'key' | 'first-key' | 'colon' | 'comma' | 'nothing'

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const literals: Readonly<Record<string, unknown>> = { true: true, false: false, null: null }
const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/**
 * Creates a strict RFC 8259 reader. Keys that reach a prototype, keys that come twice, numbers that would change and
 * lone surrogates become issues; no key is ever assigned that is not an own, plain property.
 */
export function createJsonReader(limits: OutputLimits): JsonReader {
  const issues: OutputIssue[] = []
  const stack: Frame[] = []
  let expect: Expect = 'value'
  let state: JsonReader['state'] = 'open'
  let tooBig: keyof OutputLimits | undefined
  let root: unknown
  let begun = false
  let bytes = 0
  let keys = 0
  let items = 0
  /** The text of the string, number or literal that is open. */
  let token: { kind: 'string' | 'key' | 'number' | 'literal'; text: string } | undefined
  /** The escape that is open, from its backslash on. */
  let escape = ''

  function write(delta: string): void {
    let index = 0
    bytes += byteLength(delta)
    if (bytes > limits.bytes) exceed('bytes')
    while (index < delta.length && state !== 'failed') index = step(delta, index)
  }

  function step(delta: string, index: number): number {
    if (token?.kind === 'string' || token?.kind === 'key') return stringStep(delta, index)
    const character = delta[index] ?? ''
    if (token !== undefined) {
      if (/[\w+.-]/.test(character)) {
        token.text += character
        if (token.kind === 'literal' ? token.text.length > 5 : token.text.length > 1000) fail()
        return index + 1
      }
      closeScalar()
      return index
    }
    if (character === ' ' || character === '\n' || character === '\r' || character === '\t') {
      return index + 1
    }
    structureStep(character)
    return index + 1
  }

  function structureStep(character: string): void {
    const frame = stack.at(-1)
    if (character === ',' && expect === 'comma') {
      expect = frame?.keys === undefined ? 'value' : 'key'
    } else if (character === ':' && expect === 'colon') expect = 'value'
    else if (character === '}' && frame?.keys && (expect === 'comma' || expect === 'first-key')) {
      closeContainer()
    } else if (
      character === ']' &&
      frame &&
      !frame.keys &&
      (expect === 'comma' || expect === 'item')
    ) {
      closeContainer()
    } else if (character === '"' && (expect === 'key' || expect === 'first-key')) {
      token = { kind: 'key', text: '' }
    } else if (expect === 'value' || expect === 'item') startValue(character)
    else fail()
  }

  function startValue(character: string): void {
    begun = true
    if (stack.at(-1) !== undefined && stack.at(-1)?.keys === undefined) {
      items += 1
      if (items > limits.items) return exceed('items')
    }
    if (character === '"') token = { kind: 'string', text: '' }
    else if (character === '{') open({}, new Set())
    else if (character === '[') open([], undefined)
    else if (/[-\d]/.test(character)) token = { kind: 'number', text: character }
    else if (/[tfn]/.test(character)) token = { kind: 'literal', text: character }
    else fail()
  }

  function open(container: Container, keySet: Set<string> | undefined): void {
    if (stack.length >= limits.depth) return exceed('depth')
    place(container)
    stack.push({ container, keys: keySet, key: undefined, drop: false })
    expect = keySet === undefined ? 'item' : 'first-key'
  }

  function closeContainer(): void {
    stack.pop()
    afterValue()
  }

  function stringStep(delta: string, index: number): number {
    if (token === undefined) return index
    if (escape !== '') return escapeStep(delta[index] ?? '', index)
    let end = index
    while (end < delta.length && isPlain(delta.charCodeAt(end))) end += 1
    token.text += delta.slice(index, end)
    if (token.text.length > limits.stringLength) exceed('stringLength')
    else if (end < delta.length) {
      if (delta[end] === '"') closeString(token.kind === 'key', token.text)
      else if (delta[end] === '\\') escape = '\\'
      else fail()
      end += 1
    }
    return end
  }

  function escapeStep(character: string, index: number): number {
    if (token === undefined) return index
    escape += character
    if (escape.length === 2 && character !== 'u') {
      const plain = simpleEscapes[character]
      if (plain === undefined || !Object.hasOwn(simpleEscapes, character)) fail()
      else token.text += plain
      escape = ''
    } else if (escape.length > 2 && !/[\da-fA-F]/.test(character)) fail()
    else if (escape.length === 6) {
      token.text += String.fromCharCode(parseInt(escape.slice(2), 16))
      escape = ''
    }
    return index + 1
  }

  function closeString(isKey: boolean, text: string): void {
    token = undefined
    if (/[\uD800-\uDFFF]/u.test(text)) report('lone-surrogate', 'A text has half a character in it')
    if (!isKey) return closeValue(text)
    const frame = stack.at(-1)
    if (frame === undefined) return
    keys += 1
    if (keys > limits.keys) return exceed('keys')
    frame.drop = true
    if (forbiddenKeys.has(text)) report('forbidden-key', 'An object has a key that is not allowed')
    else if (frame.keys?.has(text)) report('duplicate-key', 'An object has the same key twice')
    else frame.drop = false
    frame.keys?.add(text)
    frame.key = text
    expect = 'colon'
  }

  function closeScalar(): void {
    if (token === undefined) return
    const { kind, text } = token
    token = undefined
    if (kind === 'literal') {
      if (!Object.hasOwn(literals, text)) return fail()
      return closeValue(literals[text])
    }
    if (!numberPattern.test(text)) return fail()
    const value = Number(text)
    const isInteger = /^-?\d+$/.test(text)
    if (!Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value))) {
      report('unsafe-number', 'A number is too large to be kept exactly', pathOfNext())
    }
    closeValue(value)
  }

  function closeValue(value: unknown): void {
    place(value)
    afterValue()
  }

  function place(value: unknown): void {
    const frame = stack.at(-1)
    if (frame === undefined) root = value
    else if (Array.isArray(frame.container)) frame.container.push(value)
    else if (frame.key !== undefined && !frame.drop) frame.container[frame.key] = value
  }

  function afterValue(): void {
    const frame = stack.at(-1)
    if (frame !== undefined) {
      expect = 'comma'
      return
    }
    expect = 'nothing'
    state = 'closed'
  }

  function end(): void {
    if (state !== 'open') return
    if (token?.kind === 'number' || token?.kind === 'literal') closeScalar()
  }

  function report(code: string, message: string, path = openPath()): void {
    if (issues.length < mostIssues) issues.push({ path, code, message })
  }

  function fail(): void {
    if (state === 'failed') return
    report('not-json', 'The text is not JSON')
    state = 'failed'
  }

  function exceed(limit: keyof OutputLimits): void {
    tooBig ??= limit
    state = 'failed'
  }

  function pathOfNext(): readonly (string | number)[] {
    const frame = stack.at(-1)
    if (frame === undefined) return []
    return [
      ...pathOf(stack),
      Array.isArray(frame.container) ? frame.container.length : (frame.key ?? ''),
    ]
  }

  function openPath(): readonly (string | number)[] {
    return token?.kind === 'string' ? pathOfNext() : pathOf(stack)
  }

  /** Copies what is open and shares what is closed. */
  function value(): unknown {
    let isString = token?.kind === 'string'
    let child: unknown = isString ? wellFormedStart(token?.text ?? '') : undefined
    if (stack.length === 0) return isString ? child : root
    for (const frame of stack.toReversed()) {
      const copy: Container = Array.isArray(frame.container)
        ? [...frame.container]
        : { ...frame.container }
      if (child !== undefined) {
        // An open container stands in its parent already, an open string does not.
        if (Array.isArray(copy)) copy[isString ? copy.length : copy.length - 1] = child
        else if (frame.key !== undefined && !frame.drop) copy[frame.key] = child
      }
      isString = false
      child = copy
    }
    return child
  }

  return {
    write,
    end,
    value,
    openPath,
    get state() {
      return state
    },
    get begun() {
      return begun
    },
    get tooBig() {
      return tooBig
    },
    issues,
  }
}

/** The keys and indices that lead from the root to the innermost open container. */
function pathOf(stack: readonly Frame[]): readonly (string | number)[] {
  return stack.slice(0, -1).map(({ container, key }) => {
    return Array.isArray(container) ? container.length - 1 : (key ?? '')
  })
}

function isPlain(code: number): boolean {
  return code !== 0x22 && code !== 0x5c && code >= 0x20
}

/** A text without the first half of a surrogate pair at its end. */
function wellFormedStart(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}

function byteLength(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0x80) bytes += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1
  }
  return bytes
}
