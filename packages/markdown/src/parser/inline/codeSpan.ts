import { endOfRun } from '../skip.js'
import type { InlineContext } from './reading.js'

/** A code span, or a run of backticks that nothing closes, which has no value. */
export interface CodeSpan {
  readonly end: number
  readonly value?: string
}

/** Reads what the run of backticks at `at` begins, places in ascending order. */
export function createCodeReader(
  text: string,
  { work, inTable = false }: InlineContext,
): (at: number) => CodeSpan {
  /** The last place of a run of each length; without it every run would search to the end. */
  let lastRuns: Map<number, number> | undefined

  return (at) => {
    const start = endOfRun(text, at)
    lastRuns ??= findRuns(start)
    const size = start - at
    if ((lastRuns.get(size) ?? 0) < start) return { end: start }
    let end = start
    let closing = text.indexOf('`', start)
    for (; closing >= 0; closing = text.indexOf('`', end)) {
      end = endOfRun(text, closing)
      if (end - closing === size) break
    }
    work.visited += end - at
    const value = withoutPadding(text.slice(start, closing))
    // Pipes work, backslashes do not, but cannot escape pipes either.
    return { end, value: inTable ? value.replace(/\\([\\|])/g, keepBackslash) : value }
  }

  function findRuns(start: number): Map<number, number> {
    const runs = new Map<number, number>()
    work.visited += text.length - start
    for (let at = text.indexOf('`', start); at >= 0; at = text.indexOf('`', at)) {
      const end = endOfRun(text, at)
      runs.set(end - at, at)
      at = end
    }
    return runs
  }
}

function keepBackslash(whole: string, escaped: string): string {
  return escaped === '|' ? escaped : whole
}

/** One blank or line ending goes at both ends, if there is one at both and anything between. */
function withoutPadding(source: string): string {
  const isPad = (at: number) => /[ \r\n]/.test(source.charAt(at))
  if (!isPad(0) || !isPad(source.length - 1) || !/[^ \r\n]/.test(source)) return source
  return source.slice(source.startsWith('\r\n') ? 2 : 1, source.endsWith('\r\n') ? -2 : -1)
}
