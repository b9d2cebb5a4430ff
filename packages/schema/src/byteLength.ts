/** How many UTF-8 bytes a text has. Half a character counts as two, so that a cut between halves changes no sum. */
export function byteLength(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) bytes += bytesOf(text.charCodeAt(index))
  return bytes
}

/** How many units of a text, from its start, have at most `most` bytes, and how many bytes those are. */
export function fitting(
  text: string,
  most: number,
): { readonly length: number; readonly bytes: number } {
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) {
    const next = bytes + bytesOf(text.charCodeAt(index))
    if (next > most) return { length: index, bytes }
    bytes = next
  }
  return { length: text.length, bytes }
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1
  return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3
}
