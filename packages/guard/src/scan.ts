import { advance, startOfFile } from './position.js'
import type { Match, Rule } from './rule.js'

/** A file as the scan sees it: the name it is reported by, and its bytes in pieces cut anywhere. */
export type ScannedFile = {
  readonly name: string
  readonly chunks: Iterable<Uint8Array>
}

/** One secret in one place. `line` and `column` count from 1; `excerpt` is masked and safe to print in a build log. */
export type Leak = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly excerpt: string
  readonly advice: string
}

/**
 * Gives every leak in the files, in the order of the files and of their bytes. All files are read as bytes, whatever
 * their type; memory is bounded by the size of a chunk, not of a file. Throws only what reading a chunk throws.
 */
export function scan(files: Iterable<ScannedFile>, rules: readonly Rule[]): readonly Leak[] {
  return [...files].flatMap((file) => scanFile(file, rules))
}

function scanFile({ name, chunks }: ScannedFile, rules: readonly Rule[]): readonly Leak[] {
  const reach = Math.max(0, ...rules.map((rule) => rule.reach))
  const leaks: Leak[] = []
  let position = startOfFile
  // Bytes read but not settled: a match that begins in the last `reach` bytes may go on in the next chunk.
  let pending = ''
  // Where the last match ended, from the start of `pending`: a second rule must not report it again.
  let covered = 0

  const settle = (end: number): void => {
    let told = 0
    for (const { rule, match } of findAll(pending, rules)) {
      if (match.index >= end || match.index < covered) continue
      position = advance(position, pending, { from: told, to: match.index })
      told = match.index
      covered = match.index + match.length
      const { line, column } = position
      const excerpt = match.masked
      leaks.push({ file: name, line, column, rule: rule.id, excerpt, advice: rule.advice })
    }
    position = advance(position, pending, { from: told, to: end })
    pending = pending.slice(end)
    covered = Math.max(0, covered - end)
  }

  for (const chunk of chunks) {
    pending += Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
    if (pending.length > reach) settle(pending.length - reach)
  }
  settle(pending.length)
  return leaks
}

type Found = { readonly rule: Rule; readonly match: Match }

/** In the order of the bytes; at one place the earlier rule first, since sorting is stable. */
function findAll(bytes: string, rules: readonly Rule[]): readonly Found[] {
  return rules
    .flatMap((rule) => rule.find(bytes).map((match) => ({ rule, match })))
    .toSorted((left, right) => left.match.index - right.match.index)
}
