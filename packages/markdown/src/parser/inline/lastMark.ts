/** Gives the last mark before a place, of those without a backslash; -1 if there is none. */
export type LastMark = (end: number) => number

/** Searches a text for marks from `start` on, only once. */
export function createLastMark(
  text: string,
  start: number,
  { mark, work }: { readonly mark: RegExp; readonly work: { visited: number } },
): LastMark {
  let readTo = start
  let last = -1

  return (end) => {
    work.visited += Math.max(0, end - readTo)
    for (; readTo < end; readTo += 1) {
      const character = text.charAt(readTo)
      if (mark.test(character)) last = readTo
      if (character === '\\' && /[[\\\]]/.test(text.charAt(readTo + 1))) readTo += 1
    }
    return last
  }
}
