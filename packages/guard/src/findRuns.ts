/** A run of characters of one kind. */
export type Run = { readonly index: number; readonly text: string }

/** Which bytes are of a kind: 1 for each. */
export type Characters = Uint8Array

/** Gives the kind that the characters are of. */
export function charactersOf(characters: string): Characters {
  const kind = new Uint8Array(256)
  for (const character of characters) kind[character.charCodeAt(0)] = 1
  return kind
}

/**
 * Gives the runs of a kind of at least a length. It looks at one character in so many, and around it only where that is
 * of the kind.
 */
export function findRuns(bytes: Buffer, length: number, kind: Characters): readonly Run[] {
  const runs: Run[] = []
  let end = 0
  for (let index = length - 1; index < bytes.length; index += length) {
    if (kind[bytes[index] ?? 0] !== 1) continue
    let start = index
    while (start > end && kind[bytes[start - 1] ?? 0] === 1) start -= 1
    end = index + 1
    while (end < bytes.length && kind[bytes[end] ?? 0] === 1) end += 1
    if (end - start >= length)
      runs.push({ index: start, text: bytes.toString('latin1', start, end) })
    index = end - 1
  }
  return runs
}
