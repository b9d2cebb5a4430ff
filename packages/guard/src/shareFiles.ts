import type { MessagePort } from 'node:worker_threads'
import type { Leak } from './leak.js'
import type { ScanOrder } from './scanOrder.js'

/** What a second thread is given. */
export type SharedScan = {
  readonly order: ScanOrder
  /** The files, by the names they are read by. */
  readonly names: readonly string[]
  readonly shared: SharedArrayBuffer
  readonly port: MessagePort
}

/** What it answers: the leaks of the files it took, by their index, or why it could not. */
export type SharedAnswer =
  | { readonly leaks: readonly (readonly [index: number, leaks: readonly Leak[]])[] }
  | { readonly failed: string }

/** Where in the shared memory what stands. */
const place = { next: 0, state: 1, pulse: 2 } as const

const states = { waiting: 0, started: 1, ended: 2, closed: 3 } as const

/** Files that two threads take one after the other, each file by one of them. */
export type SharedFiles = {
  /** Takes the next file; undefined where none is left. */
  take(): number | undefined
  /** Says that a thread begins; gives false where the other has done all by then. */
  start(): boolean
  end(): void
  /** Says that no thread may begin any more; gives whether one has. */
  close(): boolean
  /** Waits until the other thread has ended; gives false where it has taken no file for a while. */
  waitForEnd(milliseconds: number): boolean
}

/** Makes the memory that both threads see. */
export function createSharedMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(Object.keys(place).length * Int32Array.BYTES_PER_ELEMENT)
}

/** Sees so many files in memory that another thread sees too. */
export function shareFiles(shared: SharedArrayBuffer, count: number): SharedFiles {
  const memory = new Int32Array(shared)
  const become = (from: number, to: number): boolean =>
    Atomics.compareExchange(memory, place.state, from, to) === from

  return {
    take() {
      Atomics.add(memory, place.pulse, 1)
      const index = Atomics.add(memory, place.next, 1)
      return index < count ? index : undefined
    },
    start: () => become(states.waiting, states.started),
    end() {
      Atomics.store(memory, place.state, states.ended)
      Atomics.notify(memory, place.state)
    },
    close: () => !become(states.waiting, states.closed),
    waitForEnd(milliseconds) {
      for (;;) {
        const pulse = Atomics.load(memory, place.pulse)
        const waited = Atomics.wait(memory, place.state, states.started, milliseconds)
        if (waited !== 'timed-out') return true
        if (Atomics.load(memory, place.pulse) === pulse) return false
      }
    },
  }
}
