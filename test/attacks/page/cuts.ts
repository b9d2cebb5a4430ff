/** Gives numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Gives every place a text can be cut at, or that many spread over it, without its start and end. */
export function everyCut(length: number, most: number): number[] {
  const count = Math.min(length - 1, most)
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    count === length - 1 ? index + 1 : Math.floor(((index + 1) * length) / (count + 1)),
  )
}

/** Gives places at random, far apart in a long text. */
export function randomCuts(length: number, seed: number): number[] {
  const random = randomFrom(seed)
  const longest = Math.max(12, length / 10)
  const cuts: number[] = []
  for (let at = 1 + Math.floor(random() * longest); at < length;) {
    cuts.push(at)
    at += 1 + Math.floor(random() * longest)
  }
  return cuts
}
