/** Gives the index of every place where `wanted` begins, without overlaps. */
export function findText(text: string, wanted: string): readonly number[] {
  const places: number[] = []
  let index = text.indexOf(wanted)
  while (index !== -1) {
    places.push(index)
    index = text.indexOf(wanted, index + wanted.length)
  }
  return places
}
