/** A run of characters that keys are made of. */
export type Run = { readonly index: number; readonly text: string }

/**
 * Gives the runs of letters, digits and `_-+/=` of at least a length. It looks at one character in so many, and around
 * it only where that may stand in such a run.
 */
export function findRuns(text: string, length: number): readonly Run[] {
  const runs: Run[] = []
  let end = 0
  for (let index = length - 1; index < text.length; index += length) {
    if (!isKeyCharacter(text.charCodeAt(index))) continue
    let start = index
    while (start > end && isKeyCharacter(text.charCodeAt(start - 1))) start -= 1
    end = index + 1
    while (end < text.length && isKeyCharacter(text.charCodeAt(end))) end += 1
    if (end - start >= length) runs.push({ index: start, text: text.slice(start, end) })
    index = end - 1
  }
  return runs
}

function isKeyCharacter(code: number): boolean {
  return (keyCharacters[code] ?? 0) === 1
}

const keyCharacters = new Uint8Array(256)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=') {
  keyCharacters[character.charCodeAt(0)] = 1
}
