/**
 * Gives a character as it is where upper and lower case count as the same. What would become several (`ß`) stays, for it
 * differs from those in more than its case.
 */
export function foldCase(character: string): string {
  const folded = character.toUpperCase().toLowerCase()
  return folded.length === character.length ? folded : character
}

/** The words of a schema, to be found in any case. */
export interface WordIndex {
  /** Gives the one word that differs from a text in case alone; where two do, nobody can tell which is meant. */
  find(text: string): string | undefined
}

/** Indexes the texts among values, each values once. */
export function indexWords(values: readonly unknown[]): WordIndex {
  const index =
    known.get(values) ?? createIndex(values.filter((value) => typeof value === 'string'))
  known.set(values, index)
  return index
}

/** zod names the same array of values in each of its issues. */
const known = new WeakMap<readonly unknown[], WordIndex>()

function createIndex(words: readonly string[]): WordIndex {
  const longest = Math.max(0, ...words.map(({ length }) => length))
  const byFolded = new Map<string, Set<string>>()
  for (const word of words) {
    const folded = foldText(word)
    byFolded.set(folded, (byFolded.get(folded) ?? new Set()).add(word))
  }
  return {
    find(text) {
      // Case does not change a length.
      if (text.length > longest) return undefined
      const found = byFolded.get(foldText(text)) ?? new Set()
      const [word] = found
      return found.size === 1 && word !== text ? word : undefined
    },
  }
}

function foldText(text: string): string {
  return Array.from(text, foldCase).join('')
}
