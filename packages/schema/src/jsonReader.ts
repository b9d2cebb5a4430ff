import { copyOf } from './copyOf.js'
import { byteLength, fitting } from './byteLength.js'
import type { Correction } from './correction.js'
import { mostIssues, type OutputIssue } from './issue.js'
import type { JsonKind, JsonReader, JsonReaderOptions } from './jsonReading.js'
import { createJsonStack } from './jsonStack.js'
import type { OutputLimits } from './limits.js'
import { closeText, type OpenText } from './openText.js'
import { isWhole, readNumber, type NumberState } from './readNumber.js'
import { createOpenScalar, readScalar, type OpenScalar } from './readScalar.js'
import { createOpenString, readString, type OpenString, type StringSpan } from './readString.js'

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
  const most = limits.stringLength
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
  let scalar: OpenScalar | undefined

  function write(written: string): number {
    if (isOver()) return 0
    const delta = copyOf(written)
    const { length, bytes } = fitting(delta, bytesLeft)
    let index = 0
    while (index < length && !isOver()) {
      if (string !== undefined) index = stringStep(string, delta, { index, length, most })
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
    else if (character === '}' && inside === 'object' && mayClose('first-key')) close()
    else if (character === ']' && inside === 'array' && mayClose('item')) close()
    else if (character === '"' && (expect === 'key' || expect === 'first-key')) {
      string = createOpenString()
      isKey = true
    } else if (expect === 'value' || expect === 'item') startValue(character)
    else fail()
  }

  /** A container may close after a value, or where its first one would begin. */
  function mayClose(first: Expect): boolean {
    return expect === 'comma' || expect === first
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
    } else scalar = createOpenScalar(kind, character)
    return undefined
  }

  function close(): void {
    // The container that closes stands in the one around it, where it was kept when it opened.
    const closed = stack.close()
    afterValue(closed)
  }

  function stringStep(open: OpenString, delta: string, span: StringSpan): number {
    const wasWhole = open.text.broken === undefined
    const next = readString(open, delta, span)
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
  function scalarStep(open: OpenScalar, character: string): boolean {
    const step = readScalar(open, character)
    if (step === 'not-json') fail()
    else if (step === 'too-long') {
      reportNumber()
      failed = true
    } else if (step === 'last' && open.kind === 'literal') closeScalar(literals.get(open.word))
    else if (step === 'after' && open.kind === 'number') closeNumber(open)
    return step !== 'after'
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
