import { decodeString } from '../decodeString.js'
import { createLinkReader, readFootnoteLabel, unfinished } from '../linkParts.js'
import { blanks, endOfRun, skip, skipBack } from '../skip.js'
import { blank, isPunctuationSide, sideOf } from './characters.js'
import { closeBracket, readCall } from './closeBracket.js'
import { createCodeReader } from './codeSpan.js'
import { linkTo } from './findLiterals.js'
import { holdAddresses, holdAngle, holdBrackets, holdCode } from './holdBack.js'
import { holdWaiting } from './holdWaiting.js'
import type { RunKind } from './pairRuns.js'
import { type InlineContext, type Reading, swallow, take, takePlain } from './reading.js'
import { createAngleReader, withoutIndent } from './scanAngle.js'
import { createLastMark } from './lastMark.js'
import { createLiteralReader } from './scanLiteral.js'

const bracket = /[[\]]/
const pipe = /\|/

/** Reads text from `start` on into items, left to right; runs of delimiters are not paired yet. */
export function tokenize(text: string, start: number, context: InlineContext): Reading {
  const { work } = context
  const reading: Reading = {
    text,
    context,
    items: [],
    brackets: [],
    textBrackets: [],
    lastBracket: createLastMark(text, start, { mark: bracket, work }),
    lastPipe: createLastMark(text, start, { mark: pipe, work }),
    links: createLinkReader(text, work),
    inactiveBrackets: 0,
    plainStart: start,
    firstRun: undefined,
    unsettled: Infinity,
    swallowed: Infinity,
    waits: [],
    waiting: Infinity,
  }
  const literals = createLiteralReader(text, start, work)
  const readAngle = createAngleReader(text, work)
  const readCode = createCodeReader(text, context)
  let at = start
  let nextLiteral = literals.next(at)

  while (at < text.length) {
    if (at > nextLiteral) nextLiteral = literals.next(at)
    if (at === nextLiteral) {
      const literal = reading.brackets.length > 0 ? undefined : literals.read(at)
      if (literal !== undefined) {
        const { end, url } = literal
        const made = linkTo(url, text.slice(at, end))
        at = take(reading, { start: at, end, made, height: 1 })
        continue
      }
    }
    at = readConstruct(at)
  }
  work.visited += text.length - start
  takePlain(reading, Math.max(reading.plainStart, skipBack(text, text.length, blank)))
  if (context.open) {
    holdBrackets(reading)
    holdAddresses(reading)
  }
  if (context.canWait && reading.waits.length > 0) holdWaiting(reading)
  return reading

  /** Reads what begins at `at`; gives where it ends. What is not taken is plain. */
  function readConstruct(at: number): number {
    switch (text.charCodeAt(at)) {
      case 0x0a:
      case 0x0d:
        return readLineEnding(reading, at)
      case 0x21:
        return text.charAt(at + 1) === '[' ? openBracket(reading, at, at + 2) : at + 1
      case 0x26:
        return readReference(reading, at)
      case 0x2a:
      case 0x5f:
      case 0x7e:
        return readRun(reading, at)
      case 0x3c: {
        const angle = readAngle(at)
        if (angle === unfinished) {
          swallow(reading, at)
          return holdAngle(reading, at)
        }
        if (typeof angle !== 'object') return at + 1
        const { kind, end } = angle
        if (kind === 'html') {
          const value = withoutIndent(text.slice(at, end))
          return take(reading, { start: at, end, made: { type: 'html', value } })
        }
        const words = text.slice(at + 1, end - 1)
        const made = linkTo((kind === 'mail' ? 'mailto:' : '') + words, words)
        return take(reading, { start: at, end, made, height: 1 })
      }
      case 0x5b:
        return readCallAt(reading, at) ?? openBracket(reading, at, at + 1)
      case 0x5c:
        return readEscape(reading, at)
      case 0x5d:
        return closeBracket(reading, at)
      case 0x60: {
        const { end, value } = readCode(at)
        if (value !== undefined)
          return take(reading, { start: at, end, made: { type: 'inlineCode', value } })
        swallow(reading, at)
        return holdCode(reading, at, end)
      }
      default:
        return at + 1
    }
  }
}

/** A line ending with the blanks around it: two spaces or a backslash before it make a break. */
function readLineEnding(reading: Reading, at: number, isEscaped = false): number {
  const { text, plainStart, context } = reading
  const start = Math.max(plainStart, skipBack(text, at, blank))
  const before = text.slice(start, at)
  context.work.visited += before.length
  const end = at + (text.startsWith('\r\n', at) ? 2 : 1)
  const isBreak = isEscaped || (before.length > 1 && !before.includes('\t'))
  take(reading, {
    start: isEscaped ? at - 1 : start,
    end,
    made: isBreak ? { type: 'break' } : text.slice(at, end),
  })
  reading.plainStart = skip(text, end, blanks)
  return reading.plainStart
}

function readEscape(reading: Reading, at: number): number {
  const { text } = reading
  const made = text.charAt(at + 1)
  if (/[\r\n]/.test(made)) return readLineEnding(reading, at + 1, true)
  return /[!-/:-@[-`{-~]/.test(made) ? take(reading, { start: at, end: at + 2, made }) : at + 1
}

function readReference(reading: Reading, at: number): number {
  const shape = /&[#\da-z]{1,32};/iy
  shape.lastIndex = at
  const source = shape.exec(reading.text)?.[0]
  if (source === undefined) return at + 1
  reading.context.work.visited += source.length
  const made = decodeString(source)
  return made === source ? at + 1 : take(reading, { start: at, end: at + source.length, made })
}

function readRun(reading: Reading, at: number): number {
  const { text } = reading
  const marker = text.charAt(at)
  const end = endOfRun(text, at)
  if (marker !== '*' && marker !== '_' && marker !== '~') return end
  const size = end - at
  const isTilde = marker === '~'
  if (isTilde && size > 2) return end
  const before = sideOf(text, at - 1)
  const after = sideOf(text, end)
  const isTildeSide = (place: number) => !isTilde && text.charAt(place) === '~'
  const isLeft = after === 0 || (after === isPunctuationSide && before !== 0) || isTildeSide(end)
  const isRight =
    before === 0 || (before === isPunctuationSide && after !== 0) || isTildeSide(at - 1)
  const isUnderscore = marker === '_'
  takePlain(reading, at)
  reading.items.push({
    kind: 'run',
    start: at,
    marker,
    size,
    canOpen: isLeft && (!isUnderscore || before !== 0 || !isRight),
    canClose: isRight && (!isUnderscore || after !== 0 || !isLeft),
    isTried: false,
  })
  reading.plainStart = end
  const kind: RunKind = isTilde ? 'strikethrough' : 'attention'
  reading.firstRun ??= { kind, at }
  return end
}

function openBracket(reading: Reading, start: number, label: number): number {
  takePlain(reading, start)
  const { brackets, items, text } = reading
  brackets.push({ item: items.length, start, label, isImage: label - start > 1 })
  return take(reading, { start, end: label, made: text.slice(start, label) })
}

/** `[^a]`, if the footnote is known. */
function readCallAt(reading: Reading, at: number): number | undefined {
  const { text, context } = reading
  if (text.charAt(at + 1) !== '^') return undefined
  const label = readFootnoteLabel(text, at, context.work)
  const made = label && readCall(reading, '^' + label.value, { start: at, end: label.end })
  return made && take(reading, { start: at, end: label.end, made })
}
