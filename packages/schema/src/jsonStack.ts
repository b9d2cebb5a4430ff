import { isForbiddenKey } from './forbiddenKey.js'

/** An array or object that is open. */
interface Frame {
  readonly container: Record<string, unknown> | unknown[]
  /** Keys met so far, also those that are not kept; undefined for an array. */
  readonly keys: Set<string> | undefined
  /** The key or index of the value that is open or comes next, also of one that is not kept. */
  key: string | number
  /** The value under `key` is not kept: its key is forbidden, broken, or came before. */
  isDropped: boolean
}

/** The arrays and objects that are open, from the outermost on, and the values in them. */
export interface JsonStack {
  readonly depth: number
  /** What is open innermost. */
  readonly inside: 'array' | 'object' | 'nothing'
  /** The outermost value, once there is one. */
  readonly root: unknown
  /** The value that is open or comes next is kept. */
  readonly isKept: boolean
  /** Keys and indices of all that is open, the value that comes next too. */
  path(): readonly (string | number)[]
  /** Opens a container where the next value stands. */
  open(container: Record<string, unknown> | unknown[]): void
  /** Closes what is open innermost, and gives it. */
  close(): unknown
  /** Notes a key. Gives why its value is not kept, where it is not. */
  key(key: string, isWhole: boolean): 'forbidden-key' | 'duplicate-key' | undefined
  /** Keeps a value where it stands. */
  place(value: unknown): void
  /** Goes on to the next item. */
  next(): void
}

/** Creates the stack of what is open. No key is ever assigned that is not an own, plain property. */
export function createJsonStack(): JsonStack {
  const frames: Frame[] = []
  let root: unknown
  /** How many frames were open where the outermost value that is not kept began. */
  let droppedFrom = Infinity

  function place(value: unknown): void {
    const frame = frames.at(-1)
    if (frame === undefined) root = value
    else if (Array.isArray(frame.container)) frame.container.push(value)
    else if (!frame.isDropped) frame.container[frame.key] = value
  }

  return {
    get depth() {
      return frames.length
    },
    get inside() {
      const frame = frames.at(-1)
      if (frame === undefined) return 'nothing'
      return frame.keys === undefined ? 'array' : 'object'
    },
    get root() {
      return root
    },
    get isKept() {
      return frames.length < droppedFrom
    },
    path: () => frames.map(({ key }) => key),
    open(container) {
      place(container)
      const isArray = Array.isArray(container)
      const keys = isArray ? undefined : new Set<string>()
      frames.push({ container, keys, key: isArray ? 0 : '', isDropped: false })
    },
    close: () => frames.pop()?.container,
    key(key, isWhole) {
      const frame = frames.at(-1)
      if (frame?.keys === undefined) return undefined
      const isDuplicate = frame.keys.has(key)
      frame.keys.add(key)
      frame.key = key
      frame.isDropped = !isWhole || isDuplicate || isForbiddenKey(key)
      if (frame.isDropped) droppedFrom = Math.min(droppedFrom, frames.length)
      if (isForbiddenKey(key)) return 'forbidden-key'
      return isDuplicate ? 'duplicate-key' : undefined
    },
    place,
    next() {
      const frame = frames.at(-1)
      if (typeof frame?.key === 'number') frame.key += 1
      if (frames.length === droppedFrom) droppedFrom = Infinity
    },
  }
}
