/** Splits a text at `length`, or one before where a surrogate pair would be cut in two. */
export function splitAt(text: string, length: number): readonly [start: string, rest: string] {
  if (text.length <= length) return [text, '']
  const isPair = /[\ud800-\udbff]/.test(text.charAt(length - 1))
  const end = isPair ? length - 1 : length
  return [text.slice(0, end), text.slice(end)]
}
