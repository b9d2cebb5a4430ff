import type { Failure } from './page/runRow.js'

/** One cause is often seen at every cut. */
const mostLines = 8

/** Gives what was seen under the name of each row, as lines that say where. */
export function failuresByName(
  failures: readonly Failure[],
): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>()
  for (const { name, when, seen } of failures) {
    const lines = byName.get(name) ?? []
    if (lines.length < mostLines) lines.push(`${when}: ${seen}`)
    byName.set(name, lines)
  }
  return byName
}
