/** A text made of a file's bytes (one character per byte), and where each of its places comes from. */
export type View = {
  readonly text: string
  /** How the text was made of what the file holds; undefined for the bytes themselves. */
  readonly form: string | undefined
  /** The place in the bytes for a place in the text. */
  readonly sourceOf: (index: number) => number
}

/** How a view is made of another one. */
export type Rewriting = {
  readonly form: string
  readonly pattern: RegExp
  /** What stands in place of a match, or in place of its parts. */
  readonly write: (match: RegExpExecArray) => string | readonly Part[]
}

/** A piece of new text, and where in the match what it stands for begins. */
export type Part = { readonly text: string; readonly at: number }

/** Makes a view of another one; undefined where nothing is there to rewrite. */
export function rewrite(view: View, { form, pattern, write }: Rewriting): View | undefined {
  /** Where each piece begins in the new text and in the old one, and whether it is a copy. */
  const starts: number[] = []
  const origins: number[] = []
  const isCopy: boolean[] = []
  const pieces: string[] = []
  let length = 0
  let end = 0
  const add = (piece: string, origin: number, copied: boolean): void => {
    if (piece === '') return
    starts.push(length)
    origins.push(origin)
    isCopy.push(copied)
    pieces.push(piece)
    length += piece.length
  }
  let isChanged = false
  for (const match of view.text.matchAll(pattern)) {
    isChanged = true
    add(view.text.slice(end, match.index), end, true)
    const written = write(match)
    const parts = typeof written === 'string' ? [{ text: written, at: 0 }] : written
    for (const { text, at } of parts) add(text, match.index + at, false)
    end = match.index + match[0].length
  }
  if (!isChanged) return undefined
  add(view.text.slice(end), end, true)
  const sourceOf = (index: number): number => {
    const piece = lastAtMost(starts, index)
    const inside = isCopy[piece] === true ? index - (starts[piece] ?? 0) : 0
    return view.sourceOf((origins[piece] ?? 0) + inside)
  }
  return { text: pieces.join(''), form, sourceOf }
}

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
