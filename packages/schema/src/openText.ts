/** A string that is being read, and how much of it is whole characters. */
export interface OpenText {
  /** What may be shown: whole characters, and nothing from the first broken one on. It only ever grows. */
  shown: string
  /** The first units of `shown`, apart, since to cut them out of a long text costs as much as the text is long. */
  head: string
  /** How many characters `shown` has. */
  points: number
  /** All of it, where it has a broken character; else it is `shown`. */
  broken: string | undefined
  /** The last unit, where it is a first half that may still find its other half. */
  pendingHalf: string
}

/** The most units of a `head`. */
export const headLength = 256

/** Starts a string. */
export function createOpenText(): OpenText {
  return { shown: '', head: '', points: 0, broken: undefined, pendingHalf: '' }
}

/** How many units have been read. */
export function lengthOf({ shown, broken, pendingHalf }: OpenText): number {
  return (broken ?? shown).length + pendingHalf.length
}

/** Adds to a string; costs as much as `piece` is long. */
export function append(open: OpenText, piece: string): void {
  if (piece === '') return
  if (open.broken !== undefined) {
    open.broken += piece
    return
  }
  const joined = open.pendingHalf + piece
  open.pendingHalf = ''
  if (!anyHalf.test(joined)) {
    show(open, joined, joined.length)
    return
  }
  const lone = joined.search(loneHalf)
  if (lone !== -1) {
    open.broken = open.shown + joined
    showPairs(open, joined.slice(0, lone))
  } else if (firstHalfAtEnd.test(joined)) {
    open.pendingHalf = joined.slice(-1)
    showPairs(open, joined.slice(0, -1))
  } else showPairs(open, joined)
}

/** Says that nothing more comes. Gives all of it. */
export function closeText(open: OpenText): string {
  if (open.pendingHalf !== '') {
    open.broken = open.shown + open.pendingHalf
    open.pendingHalf = ''
  }
  return open.broken ?? open.shown
}

/** Every second half in the piece has its first half. */
function showPairs(open: OpenText, piece: string): void {
  const pairs = piece.match(secondHalf)?.length ?? 0
  show(open, piece, piece.length - pairs)
}

function show(open: OpenText, piece: string, points: number): void {
  open.shown += piece
  open.points += points
  if (open.head.length < headLength) {
    open.head += piece.slice(0, headLength - open.head.length)
  }
}

const anyHalf = /[\uD800-\uDFFF]/
const secondHalf = /[\uDC00-\uDFFF]/g
const firstHalfAtEnd = /[\uD800-\uDBFF]$/
/** A first half that something else follows, or a second half that no first half precedes. */
const loneHalf = /[\uD800-\uDBFF](?=[^\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
