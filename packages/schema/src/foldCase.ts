/** Gives a character as it is where upper and lower case count as the same. */
export function foldCase(character: string): string {
  return character.toUpperCase().toLowerCase()
}

/** Whether two words are the same but for case, character by character. */
export function differInCase(one: string, other: string): boolean {
  if (one === other) return false
  const others = other[Symbol.iterator]()
  for (const character of one) {
    const next = others.next()
    if (next.done === true || foldCase(character) !== foldCase(next.value)) return false
  }
  return others.next().done === true
}
