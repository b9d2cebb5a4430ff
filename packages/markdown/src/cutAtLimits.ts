import { cutAt, cutAtLength, type CutText } from './cutAtLength.js'
import type { Limits } from './policy.js'
import { createLineScan } from './scanLine.js'

type ScannedLimits = Pick<Limits, 'length' | 'depth' | 'lines' | 'delimiters' | 'cells'>

/**
 * Cuts a text before the line that passes a limit, by one linear scan, so that a parser behind it
 * is never given what makes it slow or deep.
 */
export function cutAtLimits(unsafe: string, limits: ScannedLimits): CutText {
  const scan = createLineScan()
  const head = unsafe.slice(0, limits.length)
  const lineEnding = /\r\n|\n|\r/g
  let lines = 0
  let start = 0
  let runStart = 0
  while (start < head.length) {
    lineEnding.lastIndex = start
    const end = lineEnding.test(head) ? lineEnding.lastIndex : head.length
    const line = scan(head.slice(start, end), limits.depth)
    lines += line.weight
    if (line.startsRun) runStart = start
    if (line.depth > limits.depth) return cutAt(unsafe, start, 'depth')
    if (line.cells > limits.cells) return cutAt(unsafe, runStart, 'cells')
    if (line.runDelimiters > limits.delimiters) return cutAt(unsafe, runStart, 'delimiters')
    if (lines > limits.lines) return cutAt(unsafe, start, 'lines')
    start = end
  }
  return cutAtLength(unsafe, limits.length)
}
