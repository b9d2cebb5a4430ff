/** A run of characters of one kind. */
export type Run = { readonly index: number; readonly text: string }

/** Which runs count. */
export type RunKind = {
  /** 1 for each byte that may be in it. */
  readonly characters: Uint8Array
  /** The shortest run. */
  readonly length: number
  /** 1 for each pair of bytes one of which must be in it. A run without is not made a text of, which takes longest. */
  readonly pairs?: Uint8Array
}

/** Gives a table with a 1 for each of the characters. */
export function charactersOf(characters: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}

/** Gives a table with a 1 for each pair of bytes that one of the texts ends in. */
export function pairsEnding(texts: readonly string[]): Uint8Array {
  const table = new Uint8Array(256 * 256)
  for (const text of texts) {
    table[(text.charCodeAt(text.length - 2) << 8) | text.charCodeAt(text.length - 1)] = 1
  }
  return table
}

/**
 * Gives the runs of a kind, one character per byte. It looks at one byte in so many, and around it only where that may
 * be in a run.
 */
export function findRuns(bytes: Buffer, { characters, length, pairs }: RunKind): readonly Run[] {
  const runs: Run[] = []
  let end = 0
  for (let index = length - 1; index < bytes.length; index += length) {
    if (characters[bytes[index] ?? 0] !== 1) continue
    let start = index
    while (start > end && characters[bytes[start - 1] ?? 0] === 1) start -= 1
    end = index + 1
    while (end < bytes.length && characters[bytes[end] ?? 0] === 1) end += 1
    index = end - 1
    if (end - start < length) continue
    if (pairs !== undefined && !hasPair(bytes, { start, end, pairs })) continue
    runs.push({ index: start, text: bytes.toString('latin1', start, end) })
  }
  return runs
}

function hasPair(
  bytes: Buffer,
  {
    start,
    end,
    pairs,
  }: { readonly start: number; readonly end: number; readonly pairs: Uint8Array },
): boolean {
  for (let index = start + 1; index < end; index += 1) {
    if (pairs[((bytes[index - 1] ?? 0) << 8) | (bytes[index] ?? 0)] === 1) return true
  }
  return false
}
