/** Bytes made of a file's, and where each of them comes from. */
export type View = {
  readonly bytes: Buffer
  /** How they were made of what the file holds; undefined for that itself. */
  readonly form: string | undefined
  /** The place in the file's bytes for a place in these. */
  readonly sourceOf: (index: number) => number
  /** Where something was written anew, ascending. */
  readonly written: readonly number[]
}

/** How a view is made of another one. */
export type Rewriting = {
  readonly form: string
  /** Tells of each stretch that is to be rewritten, in their order, none of which overlap. */
  readonly read: (view: View, replace: Replace) => void
}

/** Puts new bytes, which are never more, in place of the old ones between `from` and `to`. */
export type Replace = (from: number, to: number, written: string | readonly Part[]) => void

/** Some of the new bytes, one character each, and where what they stand for begins. */
export type Part = { readonly text: string; readonly at: number }

/** Gives the view of the bytes themselves. */
export function viewOf(bytes: Buffer): View {
  return { bytes, form: undefined, sourceOf: (index) => index, written: [] }
}

/** Makes a view of another one in memory that is lent for it; undefined where nothing is there to rewrite. */
export function rewrite(
  view: View,
  { form, read }: Rewriting,
  memory: Buffer = Buffer.alloc(view.bytes.length),
): View | undefined {
  const { bytes } = view
  /** Where each piece begins in the new bytes and in the old ones; what is no copy has the complement of its place. */
  const starts: number[] = []
  const origins: number[] = []
  const anew: number[] = []
  let length = 0
  let end = 0
  const copy = (to: number): void => {
    if (to === end) return
    starts.push(length)
    origins.push(end)
    if (to - end > longCopy) {
      length += bytes.copy(memory, length, end, to)
      end = to
    }
    for (; end < to; end += 1, length += 1) memory[length] = bytes[end] ?? 0
  }
  const write = (part: string, origin: number): void => {
    if (part === '') return
    starts.push(length)
    origins.push(~origin)
    for (let index = 0; index < part.length; index += 1, length += 1) {
      memory[length] = part.charCodeAt(index)
    }
  }
  read(view, (from, to, written) => {
    copy(from)
    anew.push(length)
    if (typeof written === 'string') write(written, from)
    else for (const part of written) write(part.text, part.at)
    end = to
  })
  if (end === 0) return undefined
  copy(bytes.length)
  return {
    bytes: memory.subarray(0, length),
    form,
    written: anew,
    sourceOf: (index) => {
      const piece = lastAtMost(starts, index)
      const origin = origins[piece] ?? 0
      return view.sourceOf(origin < 0 ? ~origin : origin + index - (starts[piece] ?? 0))
    },
  }
}

/** From so many bytes on, a call that copies them is quicker than a loop. */
const longCopy = 128

/** The last of ascending numbers that is not greater. */
function lastAtMost(ascending: readonly number[], number: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ascending[middle] ?? 0) <= number) low = middle
    else high = middle - 1
  }
  return low
}
