import { copyOf } from './copyOf.js'
import { byteLength, fitting } from './byteLength.js'
import type { Correction } from './correction.js'
import { mostIssues, type OutputIssue } from './issue.js'
import { createJsonStack } from './jsonStack.js'
import type { OutputLimits } from './limits.js'
import { closeText, type OpenText } from './openText.js'
import { isWhole, longestNumber, nextState, readNumber, type NumberState } from './readNumber.js'
import { createOpenString, readString, type OpenString } from './readString.js'

/** What a value is, as its first character tells. */
export type JsonKind = 'object' | 'array' | 'text' | 'number' | 'true' | 'false' | 'null'

/** What hears of each value that is kept, in the order of the text. */
export interface JsonListener {
  /** A key has been read; its value comes next. */
  key(key: string): void
  /** A value begins: under the last key, as the next item, or as the whole. */
  begin(kind: JsonKind): void
  /** The value that began last and is still open is complete; `text` where it was read as a string. */
  end(value: unknown, text?: OpenText): void
}

/** A JSON text that is read as it arrives. */
export interface JsonReader {
  /**
   * Reads on; costs as much as `delta` is long. Never throws; after an error or a limit nothing more is read. Gives how
   * many units were read.
   */
  write(delta: string): number
  /** Counts a text that is around the JSON. */
  skip(text: string): void
  /** Says that nothing more comes, which closes a number at the very end. */
  end(): void
  /** Adds what is wrong with the text around the JSON, and reads no more. */
  reject(issue: OutputIssue): void
  /** Whether the outermost value has begun and is complete. */
  readonly root: 'absent' | 'open' | 'closed'
  /** The outermost value once it is closed. */
  readonly value: unknown
  /** The string that is open and kept. */
  readonly openText: OpenText | undefined
  /** The text is no JSON, or passed a limit. */
  readonly failed: boolean
  readonly issues: readonly OutputIssue[]
  readonly corrections: readonly Correction[]
  /** The limit that was passed. */
  readonly tooBig: keyof OutputLimits | undefined
}

/** What a reader asks and tells while it reads. */
export interface JsonReaderOptions {
  readonly listener?: JsonListener | undefined
  /** What follows the value is left; else it is wrong. */
  readonly leavesRest?: boolean
  /** Whether digits that no number holds may stand under a path as a text. */
  readonly takesDigits: (path: OutputIssue['path'], digits: string) => boolean
}

type Scalar =
  | { readonly kind: 'number'; text: string; state: NumberState }
  | { readonly kind: 'literal'; readonly word: string; length: number }

type Expect = 'value' | 'item' | 'key' | 'first-key' | 'colon' | 'comma' | 'nothing'

const literals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])
const kinds: ReadonlyMap<string, JsonKind> = new Map<string, JsonKind>([
  ['{', 'object'],
  ['[', 'array'],
  ['"', 'text'],
  ['t', 'true'],
  ['f', 'false'],
  ['n', 'null'],
  ...[...'-0123456789'].map((character): [string, JsonKind] => [character, 'number']),
])

/**
 * Creates a strict RFC 8259 reader. Keys that reach a prototype, keys that come twice, numbers that would change and
 * lone surrogates become issues. What it knows after a text does not depend on how the text was cut.
 */
export function createJsonReader(
  limits: OutputLimits,
  { listener, leavesRest = false, takesDigits }: JsonReaderOptions,
): JsonReader {
  const issues: OutputIssue[] = []
  const corrections: Correction[] = []
  const stack = createJsonStack()
  let expect: Expect = 'value'
  let root: JsonReader['root'] = 'absent'
  let failed = false
  let tooBig: keyof OutputLimits | undefined
  let bytesLeft = limits.bytes
  let keysLeft = limits.keys
  let itemsLeft = limits.items
  let string: OpenString | undefined
  /** The open string is a key. */
  let isKey = false
  let scalar: Scalar | undefined

  function write(written: string): number {
    if (isOver()) return 0
    const delta = copyOf(written)
    const { length, bytes } = fitting(delta, bytesLeft)
    let index = 0
    while (index < length && !isOver()) {
      if (string !== undefined) index = stringStep(string, delta, { index, length })
      else if (scalar === undefined) structureStep(delta[index++] ?? '')
      else if (scalarStep(scalar, delta[index] ?? '')) index += 1
    }
    bytesLeft -= index === delta.length ? bytes : byteLength(delta.slice(0, index))
    if (index === length && length < delta.length && !isOver()) exceed('bytes')
    return index
  }

  function isOver(): boolean {
    return failed || (leavesRest && root === 'closed')
  }

  function structureStep(character: string): void {
    if (character === ' ' || character === '\n' || character === '\r' || character === '\t') return
    const { inside } = stack
    if (character === ',' && expect === 'comma') expect = inside === 'object' ? 'key' : 'value'
    else if (character === ':' && expect === 'colon') expect = 'value'
    else if (character === '}' && inside === 'object' && /comma|first-key/.test(expect)) close()
    else if (character === ']' && inside === 'array' && /comma|item/.test(expect)) close()
    else if (character === '"' && (expect === 'key' || expect === 'first-key')) {
      string = createOpenString()
      isKey = true
    } else if (expect === 'value' || expect === 'item') startValue(character)
    else fail()
  }

  function startValue(character: string): void {
    const kind = kinds.get(character)
    if (stack.inside === 'array') {
      itemsLeft -= 1
      if (itemsLeft < 0) return exceed('items')
    }
    if (kind === undefined) return fail()
    const isContainer = kind === 'object' || kind === 'array'
    if (isContainer && stack.depth >= limits.depth) return exceed('depth')
    if (stack.depth === 0) root = 'open'
    if (stack.isKept) listener?.begin(kind)

    if (isContainer) {
      stack.open(kind === 'object' ? {} : [])
      expect = kind === 'object' ? 'first-key' : 'item'
    } else if (kind === 'text') {
      string = createOpenString()
      isKey = false
    } else if (kind === 'number') {
      scalar = { kind, text: character, state: nextState(undefined, character) ?? 'zero' }
    } else scalar = { kind: 'literal', word: kind, length: 1 }
    return undefined
  }

  function close(): void {
    // The container that closes stands in the one around it, where it was kept when it opened.
    const closed = stack.close()
    afterValue(closed)
  }

  function stringStep(
    open: OpenString,
    delta: string,
    span: { readonly index: number; readonly length: number },
  ): number {
    const wasWhole = open.text.broken === undefined
    const next = readString(open, delta, { ...span, most: limits.stringLength })
    const text = open.state === 'closed' ? closeText(open.text) : ''
    const isWholeText = open.text.broken === undefined
    if (wasWhole && !isWholeText) {
      const path = stack.path()
      report(
        'lone-surrogate',
        'A text has half a character in it',
        isKey ? path.slice(0, -1) : path,
      )
    }
    if (open.state === 'not-json') fail()
    else if (open.state === 'too-long') exceed('stringLength')
    else if (open.state === 'closed') {
      string = undefined
      if (isKey) closeKey(text, isWholeText)
      else closeValue(open.text.shown, open.text)
    }
    return next
  }

  function closeKey(key: string, isWholeText: boolean): void {
    keysLeft -= 1
    if (keysLeft < 0) return exceed('keys')
    const wrong = stack.key(key, isWholeText)
    if (wrong === 'forbidden-key')
      report(wrong, 'An object has a key that is not allowed', stack.path())
    else if (wrong !== undefined) report(wrong, 'An object has the same key twice', stack.path())
    if (stack.isKept) listener?.key(key)
    expect = 'colon'
    return undefined
  }

  /** Gives whether the character belongs to the number or literal; if not, it is read again, as structure. */
  function scalarStep(open: Scalar, character: string): boolean {
    if (open.kind === 'literal') {
      if (open.word[open.length] !== character) fail()
      open.length += 1
      if (open.length === open.word.length) closeScalar(literals.get(open.word))
      return true
    }
    const state = nextState(open.state, character)
    if (state === undefined) {
      if (/[\w.+-]/.test(character)) fail()
      else closeNumber(open)
      return false
    }
    open.state = state
    open.text += character
    if (open.text.length > longestNumber) {
      reportNumber()
      failed = true
    }
    return true
  }

  function closeNumber({
    text,
    state,
  }: {
    readonly text: string
    readonly state: NumberState
  }): void {
    if (!isWhole(state)) return fail()
    const { value, isSafe, isInteger } = readNumber(text)
    if (isSafe) return closeScalar(value)
    if (isInteger && stack.isKept && takesDigits(stack.path(), text)) {
      corrections.push({ path: stack.path(), code: 'digits' })
      return closeScalar(text)
    }
    reportNumber()
    return closeScalar(value)
  }

  function reportNumber(): void {
    report('unsafe-number', 'A number is too large to be kept exactly', stack.path())
  }

  function closeScalar(value: unknown): void {
    scalar = undefined
    closeValue(value)
  }

  function closeValue(value: unknown, text?: OpenText): void {
    stack.place(value)
    afterValue(value, text)
  }

  function afterValue(value: unknown, text?: OpenText): void {
    if (stack.isKept) listener?.end(value, text)
    stack.next()
    if (stack.depth > 0) expect = 'comma'
    else {
      expect = 'nothing'
      root = 'closed'
    }
  }

  function report(code: string, message: string, path: OutputIssue['path']): void {
    if (issues.length < mostIssues) issues.push({ path, code, message })
  }

  function fail(): void {
    report('not-json', 'The text is not JSON', [])
    failed = true
  }

  function exceed(limit: keyof OutputLimits): void {
    tooBig ??= limit
    failed = true
  }

  return {
    write,
    skip(text) {
      bytesLeft -= byteLength(text)
      if (bytesLeft < 0 && !failed) exceed('bytes')
    },
    end() {
      if (failed || scalar === undefined) return
      if (scalar.kind === 'number') closeNumber(scalar)
      else fail()
    },
    reject(issue) {
      if (!failed) report(issue.code, issue.message, issue.path)
      failed = true
    },
    get root() {
      return root
    },
    get value() {
      return root === 'closed' ? stack.root : undefined
    },
    get openText() {
      return isKey || !stack.isKept ? undefined : string?.text
    },
    get failed() {
      return failed
    },
    issues,
    corrections,
    get tooBig() {
      return tooBig
    },
  }
}
