import { createFinder, describeMatch, type Described, type Found } from './createFinder.js'
import { documentRewriting } from './documents.js'
import type { Leak } from './leak.js'
import { advance, startOfFile } from './position.js'
import type { Rule } from './rule.js'
import type { View } from './view.js'
import { createViewer } from './views.js'

/** A file as the scan sees it: the name it is reported by, and its bytes in pieces cut anywhere. */
export type ScannedFile = {
  readonly name: string
  readonly chunks: Iterable<Uint8Array>
}

/** Gives the leaks in a file, and shows all of its bytes, stretch by stretch, without escapes. */
export type FileScan = (file: ScannedFile, see?: (plain: Buffer) => void) => readonly Leak[]

/** The most bytes that one character of a match takes in a file: `\\\\u0073`, `&#x000073;`. */
const bytesPerCharacter = 12

/** Bytes before a window that are read again: an escape or a literal may have begun in them. */
const contextLength = 256

/** Bytes that are looked at together, besides those that two neighbouring windows share. */
const windowLength = 128 * 1024

/** Creates a scan for one file after another, all of which are read into the same memory. */
export function createFileScan(rules: readonly Rule[]): FileScan {
  const reaches = rules.map((rule) => rule.reach * (rule.asWritten ? 1 : bytesPerCharacter))
  const reach = Math.max(0, ...reaches)
  const window = Buffer.alloc(contextLength + 2 * reach + windowLength)
  const viewsOf = createViewer(window.length)
  const find = createFinder(rules)

  return ({ name, chunks }, see) => {
    const leaks: Leak[] = []
    const ofDocument = documentRewriting(name)
    let position = startOfFile
    // Bytes read but not settled, behind some that are: a match that begins in the last `reach` may go on.
    let filled = 0
    // Where what is not settled begins in the window.
    let start = 0
    // Where the last match ended in the window: a second rule must not report it again.
    let covered = 0

    const settle = (end: number): void => {
      const bytes = window.subarray(0, filled)
      const found: Placed[] = []
      for (const { view, isPlainest } of viewsOf(bytes, ofDocument)) {
        if (isPlainest) see?.(view.bytes)
        found.push(...find(view).map((one) => placeIn(view, one)))
      }
      let told = start
      for (const { rule, index, length, ...leak } of inOrder(found, rules)) {
        if (index < start || index >= end || index < covered) continue
        position = advance(position, bytes, { from: told, to: index })
        told = index
        covered = index + length
        leaks.push({ file: name, ...position, rule: rule.id, ...leak })
      }
      position = advance(position, bytes, { from: told, to: end })
      const cut = Math.max(0, end - contextLength)
      window.copyWithin(0, cut, filled)
      filled -= cut
      start = end - cut
      covered = Math.max(0, covered - cut)
    }

    for (const chunk of chunks) {
      for (let read = 0; read < chunk.length;) {
        const part = chunk.subarray(read, read + window.length - filled)
        window.set(part, filled)
        filled += part.length
        read += part.length
        if (filled === window.length) settle(filled - reach)
      }
    }
    settle(filled)
    return leaks
  }
}

/** What was found, at its place in the file's bytes. */
type Placed = Described & { readonly index: number; readonly length: number }

function placeIn(view: View, found: Found): Placed {
  const { index, length } = found.match
  const from = view.sourceOf(index)
  const to = view.sourceOf(index + length - 1) + 1
  return { ...describeMatch(view, found), index: from, length: to - from }
}

/** In the order of the bytes; at one place the earlier rule first, and what is plain before what has to be read. */
function inOrder(found: readonly Placed[], rules: readonly Rule[]): readonly Placed[] {
  return found.toSorted(
    (left, right) =>
      left.index - right.index || rules.indexOf(left.rule) - rules.indexOf(right.rule),
  )
}
