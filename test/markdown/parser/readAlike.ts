import type { Root } from 'mdast'
import { isDeepStrictEqual } from 'node:util'
import { avoidedFaults } from './avoidedFaults.js'
import { ownTree, remarkTree, sourceTree, withoutPositions } from './compare.js'
import { nothing, withoutMarks } from './marks.js'
import { overlookedFaults } from './overlookedFaults.js'

/** How the parser and remark read a text. */
export interface Comparison {
  readonly own: Root
  /** What remark reads where it does not make the faults. */
  readonly remark: Root
  /** Names of the faults that are all they differ in, if they differ. */
  readonly faults: readonly string[]
}

/** Reads with both; where they differ, with remark's known faults taken away one by one. */
export function readAlike(markdown: string): Comparison {
  const own = ownTree(markdown)
  const remark = remarkTree(markdown)
  if (isDeepStrictEqual(own, remark)) return { own, remark, faults: [] }
  const mended = mendRemark(markdown)
  if (isDeepStrictEqual(own, mended.remark)) return { own, ...mended }
  const simple = { own: structuredClone(own), remark: structuredClone(mended.remark) }
  const faults = [...mended.faults]
  for (const { name, concerns, simplify } of overlookedFaults) {
    if (!concerns(markdown)) continue
    simplify(simple.own)
    simplify(simple.remark)
    faults.push(name)
    if (isDeepStrictEqual(simple.own, simple.remark)) return { ...simple, faults }
  }
  return { own, remark: mended.remark, faults }
}

/** More faults than any generated text has. */
const most = 50

function mendRemark(markdown: string): Pick<Comparison, 'remark' | 'faults'> {
  const faults = new Set<string>()
  let text = markdown.replace(/^\ufeff(?!\ufeff)/, '').replace(/^\ufeff/, nothing)
  let remark = sourceTree(text)
  for (let count = 0; count < most; count += 1) {
    const before: string = text
    const found = avoidedFaults.flatMap(({ name, rewrite }) => {
      const rewritten = rewrite?.(before, remark)
      return rewritten === undefined
        ? []
        : [{ name, rewritten, at: firstChange(before, rewritten) }]
    })
    // The first one in the text may be the cause of the others.
    const [first] = found.toSorted((one, other) => one.at - other.at)
    if (first === undefined) break
    faults.add(first.name)
    text = first.rewritten
    remark = sourceTree(text)
  }
  for (const { name, repair } of avoidedFaults) if (repair?.(remark, text)) faults.add(name)
  return { remark: withoutMarks(withoutPositions(remark)), faults: [...faults] }
}

function firstChange(before: string, after: string): number {
  let at = 0
  while (at < before.length && before.charAt(at) === after.charAt(at)) at += 1
  return at
}
