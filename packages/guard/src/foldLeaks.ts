import type { ScannedFile } from './createFileScan.js'
import { createFinder, describeMatch } from './createFinder.js'
import { foldConstants } from './fold.js'
import type { Leak } from './leak.js'
import type { Rule } from './rule.js'
import { viewOf } from './view.js'

/** Bytes of a script that is parsed; larger ones are read for pieces in their order only. */
const largestScript = 8 * 1024 * 1024

/** Shorter texts hold no key. */
const shortestFolded = 16

/** Finds secrets that a script puts together from constants, in any order and through variables. */
export function foldLeaks(file: ScannedFile, rules: readonly Rule[]): readonly Leak[] {
  const script = readScript(file)
  if (script === undefined) return []
  const places = new Map<string, number>()
  for (const { index, text } of foldConstants(script)) {
    if (text.length >= shortestFolded && !places.has(text)) places.set(text, index)
  }
  const find = createFinder(rules)
  return [...places].flatMap(([text, index]) => {
    const view = viewOf(Buffer.from(text))
    return find(view).map((found) => {
      const { rule, excerpt, advice, fingerprint } = describeMatch(view, found)
      return {
        file: file.name,
        ...positionAt(script, index),
        rule: rule.id,
        excerpt: `${excerpt}, put together by the script`,
        advice,
        fingerprint,
      }
    })
  })
}

/** The text of a script; undefined for one that is too large to be parsed. */
function readScript({ chunks }: ScannedFile): string | undefined {
  const read: Uint8Array[] = []
  let length = 0
  for (const chunk of chunks) {
    length += chunk.length
    if (length > largestScript) return undefined
    // A chunk may be written over by the next one.
    read.push(Uint8Array.from(chunk))
  }
  return Buffer.concat(read).toString('utf8')
}

function positionAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}
