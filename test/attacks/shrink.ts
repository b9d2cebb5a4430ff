/** Makes a text as short as it can while it still fails: leaves out ever smaller parts of it. */
export async function shrink(
  text: string,
  fails: (shorter: string) => Promise<boolean>,
): Promise<string> {
  let shortest = text
  let tries = 0
  for (
    let size = Math.ceil(text.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < shortest.length && tries < 600;) {
      const shorter = shortest.slice(0, at) + shortest.slice(at + size)
      tries += 1
      if (await fails(shorter)) shortest = shorter
      else at += size
    }
  }
  return shortest
}
