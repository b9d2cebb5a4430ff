/** A string that is being read, and how much of it is whole characters. */
export interface OpenText {
  text: string
  /** Where the first half of a character stands that can find no other half any more. */
  lone: number | undefined
  /** The last unit, where it is a first half that may still find its other half. */
  pendingHalf: string
}

/** Starts a string. */
export function createOpenText(): OpenText {
  return { text: '', lone: undefined, pendingHalf: '' }
}

/** Adds to a string; costs as much as `piece` is long. */
export function append(open: OpenText, piece: string): void {
  const joined = open.pendingHalf + piece
  const start = open.text.length - open.pendingHalf.length
  if (open.lone === undefined && anyHalf.test(joined)) {
    const index = joined.search(loneHalf)
    if (index !== -1) open.lone = start + index
  }
  open.text += piece
  if (piece !== '') open.pendingHalf = firstHalfAtEnd.test(piece) ? piece.slice(-1) : ''
}

/** Says that nothing more comes. Gives whether all of it is whole characters. */
export function closeText(open: OpenText): boolean {
  if (open.pendingHalf !== '') open.lone ??= open.text.length - 1
  return open.lone === undefined
}

/** The text up to the first half of a character. */
export function wholeCharacters(open: OpenText): string {
  if (open.lone !== undefined) return open.text.slice(0, open.lone)
  return open.pendingHalf === '' ? open.text : open.text.slice(0, -1)
}

const anyHalf = /[\uD800-\uDFFF]/
const firstHalfAtEnd = /[\uD800-\uDBFF]$/
/** A first half that something else follows, or a second half that no first half precedes. */
const loneHalf = /[\uD800-\uDBFF](?=[^\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
