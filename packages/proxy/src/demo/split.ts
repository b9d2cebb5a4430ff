// Words with the blank before them; digits, punctuation and other scripts in short runs.
const word = /\s*[\p{L}\p{M}']{1,12}|\s*\p{N}{1,3}|\s*[^\p{L}\p{M}\p{N}\s]{1,4}|\s+/gsu

/** Cuts a text into pieces as the API streams them: one to five words, never inside a code point. */
export function splitLikeTokens(text: string, random: () => number): readonly string[] {
  const words = text.match(word) ?? []
  const pieces: string[] = []
  for (let index = 0; index < words.length;) {
    const count = 1 + Math.floor(random() * 5)
    pieces.push(words.slice(index, index + count).join(''))
    index += count
  }
  return pieces
}

/** Cuts a text into pieces of `length` code points; the last may be shorter. */
export function splitByLength(text: string, length: number): readonly string[] {
  const points = Array.from(text)
  const pieces: string[] = []
  for (let index = 0; index < points.length; index += length) {
    pieces.push(points.slice(index, index + length).join(''))
  }
  return pieces
}

/** Estimates how many tokens a text costs: four code points a token, rounded up. */
export function countTokens(text: string): number {
  return Math.ceil(Array.from(text).length / 4)
}

/** Keeps what a number of tokens pays for. */
export function cutToTokens(text: string, tokens: number): string {
  return Array.from(text)
    .slice(0, tokens * 4)
    .join('')
}
