import type { Finding } from './finding.js'
import { maxFindings } from './tree/findingsOf.js'

/**
 * Joins what was told before with what is settled now: what is shown another way for a while, as the head of a table that
 * does not come, stays told. Gives the list from before where nothing is new.
 */
export function tellMore(
  told: readonly Finding[],
  settled: readonly Finding[],
): readonly Finding[] {
  // A list that is full stays as it was told.
  if (told.length === maxFindings) return told
  const all: Finding[] = []
  let toldTo = 0
  let settledTo = 0
  while (toldTo < told.length || settledTo < settled.length) {
    const block = Math.min(told[toldTo]?.block ?? Infinity, settled[settledTo]?.block ?? Infinity)
    const toldHere = ofBlock(told, toldTo, block)
    const settledHere = ofBlock(settled, settledTo, block)
    toldTo += toldHere.length
    settledTo += settledHere.length
    for (const finding of joinBlock(toldHere, settledHere)) all.push(finding)
  }
  return all.length === told.length ? told : all
}

function ofBlock(findings: readonly Finding[], from: number, block: number): readonly Finding[] {
  let end = from
  while (findings[end]?.block === block) end += 1
  return findings.slice(from, end)
}

/** The longer list, of which the other is a part; where neither is, all of both. */
function joinBlock(told: readonly Finding[], settled: readonly Finding[]): readonly Finding[] {
  if (missingIn(settled, told).length === 0) return settled
  return [...told, ...missingIn(told, settled)]
}

/** What a list does not hold of another one, in its order. */
function missingIn(findings: readonly Finding[], other: readonly Finding[]): readonly Finding[] {
  let from = 0
  return other.filter((one) => {
    let at = from
    while (at < findings.length && !isSame(findings[at], one)) at += 1
    if (at === findings.length) return true
    from = at + 1
    return false
  })
}

function isSame(one: Finding | undefined, other: Finding): boolean {
  return (
    one?.kind === other.kind &&
    one.reason === other.reason &&
    one.block === other.block &&
    one.excerpt === other.excerpt
  )
}
