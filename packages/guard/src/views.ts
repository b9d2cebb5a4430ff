import { joinLiterals, readCharCodes } from './join.js'
import { unescape } from './unescape.js'
import { rewrite, type View } from './view.js'

/** Levels of escapes that are read: a source map quotes a script that quotes JSON that holds a URL. */
const mostLevels = 4

/**
 * Gives the bytes as they are, and as what they may spell: without escapes, joined, from character codes. Each view but
 * the first has all that was rewritten, so that one reading of it is enough.
 */
export function viewsOf(bytes: string): readonly View[] {
  const raw = viewOf(bytes)
  const plain = unescaped(raw)
  // The other way round too: an escaped quote in a literal is its end once it has been read.
  const joinedFirst = rewrite(raw, joinLiterals)
  const views = [
    raw,
    plain,
    rewrite(plain ?? raw, joinLiterals),
    joinedFirst && unescaped(joinedFirst),
    rewrite(raw, readCharCodes),
  ]
  return views.filter((view) => view !== undefined)
}

/** Gives a value as it stands where all escapes have been read: also what only looks like one in it. */
export function withoutEscapes(bytes: string): string {
  return unescaped(viewOf(bytes))?.text ?? bytes
}

function viewOf(bytes: string): View {
  return { text: bytes, form: undefined, sourceOf: (index) => index }
}

function unescaped(raw: View): View | undefined {
  let deepest: View | undefined
  for (let level = 0; level < mostLevels; level += 1) {
    const next = rewrite(deepest ?? raw, unescape)
    if (next === undefined) break
    deepest = next
  }
  return deepest
}
