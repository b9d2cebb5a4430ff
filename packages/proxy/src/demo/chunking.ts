import { createRandom } from './random.js'

/** Where the body's chunks end: after each event, or anywhere, by a seed, also inside UTF-8. */
export type DemoChunking = 'event' | { readonly seed: number }

/** Cuts bytes into chunks. `push` may hold some back for the next; `flush` gives the rest. */
export interface Chunker {
  push(bytes: Bytes): readonly Bytes[]
  flush(): readonly Bytes[]
}

/** Bytes of a body. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Makes a chunker; one per body. */
export function createChunker(chunking: DemoChunking): Chunker {
  if (chunking === 'event') return { push: (bytes) => [bytes], flush: () => [] }
  const random = createRandom(chunking.seed)
  // Bytes that wait for the next push, so that a chunk can span two events.
  let pending: Bytes = new Uint8Array()
  return {
    push(bytes) {
      pending = join(pending, bytes)
      const chunks: Bytes[] = []
      for (;;) {
        // Larger events come in larger chunks, or a megabyte would take a minute.
        const size = 1 + Math.floor(random() * Math.max(64, bytes.length / 8))
        if (size > pending.length) return chunks
        chunks.push(pending.slice(0, size))
        pending = pending.slice(size)
      }
    },
    flush() {
      const rest = pending
      pending = new Uint8Array()
      return rest.length === 0 ? [] : [rest]
    },
  }
}

function join(first: Bytes, second: Bytes): Bytes {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}
