/** A place in a file as editors count it: both from 1, columns in UTF-16 units of the text the bytes encode. */
export type Position = { readonly line: number; readonly column: number }

/** Where every file begins. */
export const startOfFile: Position = { line: 1, column: 1 }

/** Gives the position after the bytes between `from` and `to`, read as UTF-8. */
export function advance(
  { line, column }: Position,
  bytes: Buffer,
  { from, to }: { readonly from: number; readonly to: number },
): Position {
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === lineFeed) {
      line += 1
      column = 1
    } else {
      column += unitsBegunBy(byte)
    }
  }
  return { line, column }
}

const lineFeed = 10

/** UTF-8: a continuation byte begins no character, a four-byte lead begins a surrogate pair. */
function unitsBegunBy(byte: number): number {
  if (byte >= 0x80 && byte < 0xc0) return 0
  return byte >= 0xf0 ? 2 : 1
}
