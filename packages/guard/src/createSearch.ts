/** A place where one of several texts begins. */
export type Place = { readonly index: number; readonly wanted: string }

/** Finds every place of several texts, given as one character per byte, in one pass over bytes. */
export type Search = (bytes: Buffer) => readonly Place[]

/** Bytes of a block: what stands at the end of the window decides how far it may move. */
const blockLength = 4

/** Blocks are told apart by this many bits of their hash. */
const hashMask = 0x3ffff

/** The table of moves has a byte for each. */
const longestMove = 255

/**
 * Creates a search for texts of at least four characters, whose time hardly grows with their number (Wu and Manber
 * 1994): a window as long as the shortest text moves by as much as no text can begin in.
 */
export function createSearch(wanted: readonly string[]): Search {
  const texts = [...new Set(wanted)].filter((text) => text.length >= blockLength)
  if (texts.length === 0) return () => []
  const length = Math.min(longestMove, ...texts.map((text) => text.length))
  const moves = new Uint8Array(hashMask + 1).fill(length - blockLength + 1)
  /** The texts whose window ends in a block, by its hash. */
  const ending = new Map<number, Wanted[]>()
  for (const text of texts) {
    const bytes = Buffer.from(text, 'latin1')
    for (let end = blockLength; end <= length; end += 1) {
      const hash = hashAt(bytes, end)
      moves[hash] = Math.min(moves[hash] ?? 0, length - end)
      if (end === length) ending.set(hash, [...(ending.get(hash) ?? []), { text, bytes }])
    }
  }
  return (bytes) => {
    const places: Place[] = []
    let end = length
    while (end <= bytes.length) {
      const hash = hashAt(bytes, end)
      const move = moves[hash] ?? 0
      if (move > 0) {
        end += move
        continue
      }
      const index = end - length
      for (const one of ending.get(hash) ?? []) {
        if (standsAt(bytes, index, one.bytes)) places.push({ index, wanted: one.text })
      }
      end += 1
    }
    return places
  }
}

type Wanted = { readonly text: string; readonly bytes: Buffer }

function standsAt(bytes: Buffer, index: number, wanted: Buffer): boolean {
  for (let at = 0; at < wanted.length; at += 1) if (bytes[index + at] !== wanted[at]) return false
  return true
}

/** The hash of the block that ends before `end`. */
function hashAt(bytes: Buffer, end: number): number {
  const first = bytes[end - 4] ?? 0
  const second = bytes[end - 3] ?? 0
  const third = bytes[end - 2] ?? 0
  const fourth = bytes[end - 1] ?? 0
  return ((first << 11) ^ (second << 7) ^ (third << 4) ^ fourth) & hashMask
}
