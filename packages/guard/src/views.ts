import { readCharCodes, readCodeCalls } from './charCodes.js'
import { joinLiterals } from './join.js'
import { unescape, unescapeAgain } from './unescape.js'
import { unwrapLines } from './unwrap.js'
import { rewrite, viewOf, type Rewriting, type View } from './view.js'

/** Levels of escapes that are read: a source map quotes a script that quotes JSON that holds a URL. */
const mostLevels = 4

/**
 * Gives the views of bytes one after another; each is to be read before the next one is asked for. Some documents are
 * read in a way of their own besides.
 */
export type Viewer = (bytes: Buffer, ofDocument?: Rewriting) => Iterable<Viewed>

/** One view in turn. The plainest one has no escapes and all that stands between them. */
export type Viewed = { readonly view: View; readonly isPlainest: boolean }

/**
 * Creates a viewer that gives bytes as they are, and as what they may spell: without escapes, joined, from character
 * codes, without line ends. Each view but the first has all that was rewritten, so that one reading of it is enough. It writes all views
 * into the same memory.
 */
export function createViewer(length: number): Viewer {
  const [first, second, joining] = [0, 1, 2].map(() => Buffer.alloc(length))
  return function* viewsOf(bytes, ofDocument) {
    const raw = viewOf(bytes)
    const plain = unescaped(raw, first, second)
    yield { view: raw, isPlainest: plain === undefined }
    if (plain !== undefined) yield { view: plain, isPlainest: true }
    const joined = rewrite(plain ?? raw, joinLiterals, joining)
    if (joined !== undefined) yield { view: joined, isPlainest: false }
    // The other way round too: an escaped quote in a literal is its end once it has been read.
    const joinedFirst = plain && rewrite(raw, joinLiterals, joining)
    const joinedPlain = joinedFirst && unescaped(joinedFirst, first, second)
    if (joinedPlain !== undefined) yield { view: joinedPlain, isPlainest: false }
    const listed = rewrite(raw, readCharCodes, joining)
    if (listed !== undefined) yield { view: listed, isPlainest: false }
    const called = rewrite(raw, readCodeCalls, joining)
    const calledJoined = called && rewrite(called, joinLiterals, first)
    if (calledJoined !== undefined) yield { view: calledJoined, isPlainest: false }
    const unwrapped = rewrite(raw, unwrapLines, joining)
    if (unwrapped !== undefined) yield { view: unwrapped, isPlainest: false }
    const seen = ofDocument && rewrite(raw, ofDocument, joining)
    if (seen === undefined) return
    yield { view: seen, isPlainest: false }
    const seenPlain = unescaped(seen, first, second)
    if (seenPlain !== undefined) yield { view: seenPlain, isPlainest: false }
  }
}

/** Gives a value as it stands where all escapes have been read: also what only looks like one in it. */
export function withoutEscapes(value: string): string {
  const bytes = Buffer.from(value, 'latin1')
  const plain = unescaped(viewOf(bytes), Buffer.alloc(bytes.length), Buffer.alloc(bytes.length))
  return plain === undefined ? value : plain.bytes.toString('latin1')
}

function unescaped(raw: View, memory: Buffer | undefined, other: Buffer | undefined) {
  let deepest: View | undefined
  for (let level = 0; level < mostLevels; level += 1) {
    const into = level % 2 === 0 ? memory : other
    const next: View | undefined =
      deepest === undefined ? rewrite(raw, unescape, into) : rewrite(deepest, unescapeAgain, into)
    if (next === undefined) break
    deepest = next
  }
  return deepest
}
