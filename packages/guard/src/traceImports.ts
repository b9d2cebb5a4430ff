import { sourceContentFor, type TraceMap } from '@jridgewell/trace-mapping'
import type { Step } from './leak.js'
import { startOfFile, type Position } from './position.js'

/** Packages that import each other are followed so far. */
const mostSteps = 8

/** The last `node_modules` counts: package managers nest them. */
const packageInPath = /.*(?:^|[\\/])node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/

/**
 * Gives the imports by which a module of a package came into a build, as far as a map's sources tell them, the one in a
 * file of no package first; none for such a file itself.
 */
export function traceImports(map: TraceMap, source: string): readonly Step[] {
  const steps: Step[] = []
  const seen = new Set<string>()
  let name = packageOf(source)
  while (name !== undefined && !seen.has(name) && steps.length < mostSteps) {
    seen.add(name)
    const found = importOf(map, name, seen)
    if (found === undefined) return [{ text: `from the package ${name}` }, ...steps]
    const { file, line, column } = found
    steps.unshift({ text: `${name} is imported`, place: { file, line, column } })
    name = packageOf(file)
  }
  return steps
}

function packageOf(path: string): string | undefined {
  return packageInPath.exec(path)?.[1]?.replace('\\', '/')
}

/** Where a package is imported from outside, before all from a file of no package. */
function importOf(
  map: TraceMap,
  name: string,
  seen: ReadonlySet<string>,
): ({ readonly file: string } & Position) | undefined {
  const quoted = name.replaceAll(/[.+]/g, '\\$&')
  const pattern = new RegExp(
    `(?:\\bfrom|\\bimport|\\brequire)\\s{0,9}\\(?\\s{0,9}["'\`]${quoted}(?:/[^"'\`]*)?["'\`]`,
  )
  const outside = map.sources
    .filter((file) => file !== null)
    .filter((file) => !seen.has(packageOf(file) ?? ''))
    .toSorted(
      (left, right) =>
        Number(packageOf(left) !== undefined) - Number(packageOf(right) !== undefined),
    )
  for (const file of outside) {
    const text = sourceContentFor(map, file) ?? ''
    const index = pattern.exec(text)?.index
    if (index !== undefined) return { file, ...positionIn(text, index) }
  }
  return undefined
}

function positionIn(text: string, index: number): Position {
  const lines = text.slice(0, index).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + startOfFile.column }
}
