/** A place where one of several texts begins. */
export type Place = { readonly index: number; readonly wanted: string }

/** Finds every place of several texts in one pass. */
export type Search = (text: string) => readonly Place[]

/** Characters of a block: what stands at the end of the window decides how far it may move. */
const blockLength = 3

/** Blocks are told apart by this many bits of their hash. */
const hashMask = 0xffff

/**
 * Creates a search for texts of at least three characters, whose time does not grow with their number (Wu and Manber
 * 1994): a window as long as the shortest text moves by as much as no text can begin in.
 */
export function createSearch(wanted: readonly string[]): Search {
  const texts = [...new Set(wanted)].filter((text) => text.length >= blockLength)
  const length = Math.min(...texts.map((text) => text.length))
  if (texts.length === 0) return () => []
  const shifts = new Int32Array(hashMask + 1).fill(length - blockLength + 1)
  /** The texts whose window ends in a block, by its hash. */
  const ending = new Map<number, string[]>()
  for (const text of texts) {
    for (let end = blockLength; end <= length; end += 1) {
      const hash = hashOf(text, end)
      shifts[hash] = Math.min(shifts[hash] ?? 0, length - end)
      if (end === length) ending.set(hash, [...(ending.get(hash) ?? []), text])
    }
  }
  return (text) => {
    const places: Place[] = []
    let end = length
    while (end <= text.length) {
      const hash = hashOf(text, end)
      const shift = shifts[hash] ?? 1
      if (shift === 0) {
        const index = end - length
        for (const one of ending.get(hash) ?? []) {
          if (text.startsWith(one, index)) places.push({ index, wanted: one })
        }
      }
      end += Math.max(1, shift)
    }
    return places
  }
}

/** The hash of the block that ends before `end`. */
function hashOf(text: string, end: number): number {
  const first = text.charCodeAt(end - 3)
  const second = text.charCodeAt(end - 2)
  return ((first << 8) ^ (second << 4) ^ text.charCodeAt(end - 1)) & hashMask
}
