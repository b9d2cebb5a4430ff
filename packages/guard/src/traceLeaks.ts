import { originalPositionFor, sourceContentFor, TraceMap } from '@jridgewell/trace-mapping'
import { readFileSync, statSync } from 'node:fs'
import type { Rule } from './rule.js'
import type { Leak } from './leak.js'
import { scan } from './scan.js'
import { traceImports } from './traceImports.js'

/** Bytes of a map that is read for positions. */
const largestMap = 64 * 1024 * 1024

/** Adds to each leak in a script or its map where it was written, as far as the map beside the script tells it. */
export function traceLeaks(leaks: readonly Leak[], rules: readonly Rule[]): readonly Leak[] {
  /** The maps read so far; undefined for a file without one. */
  const maps = new Map<string, TraceMap | undefined>()
  const mapOf = (file: string): TraceMap | undefined => {
    if (!maps.has(file)) maps.set(file, readMap(file))
    return maps.get(file)
  }
  return leaks.map((leak) => {
    // A whole map was written nowhere.
    if (leak.rule === 'source-map') return leak
    const isMap = leak.file.endsWith('.map')
    const map = mapOf(isMap ? leak.file : `${leak.file}.map`)
    const source = map && (isMap ? findInSources(leak, map, rules) : positionOf(leak, map))
    if (map === undefined || source === undefined) return leak
    const written = { text: 'written', place: source }
    return { ...leak, source, steps: [...traceImports(map, source.file), written] }
  })
}

function readMap(file: string): TraceMap | undefined {
  try {
    if (statSync(file).size > largestMap) return undefined
    return new TraceMap(readFileSync(file, 'utf8'))
  } catch {
    // There is none, or it is broken: the place in the built file has been told all the same.
    return undefined
  }
}

function positionOf({ line, column }: Leak, map: TraceMap): Leak['source'] {
  const { source, line: at, column: from } = originalPositionFor(map, { line, column: column - 1 })
  return source === null ? undefined : { file: source, line: at, column: from + 1 }
}

/** In a map the sources are quoted: they are read one by one for the same finding. */
function findInSources(leak: Leak, map: TraceMap, rules: readonly Rule[]): Leak['source'] {
  for (const name of map.sources) {
    const content = name === null ? null : sourceContentFor(map, name)
    if (name === null || content === null) continue
    const file = { name, chunks: [Buffer.from(content)] }
    const same = scan([file], rules).find(({ fingerprint }) => fingerprint === leak.fingerprint)
    if (same !== undefined) return { file: name, line: same.line, column: same.column }
  }
  return undefined
}
