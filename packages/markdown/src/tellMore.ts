import type { Finding } from './finding.js'
import { maxFindings } from './tree/findingsOf.js'

/**
 * Joins what was told before with what is settled now: what is shown another way for a while, as the head of a table that
 * does not come, stays told, and so does what others before it would leave no room for. Gives the list from before where
 * nothing is new.
 */
export function tellMore(
  told: readonly Finding[],
  settled: readonly Finding[],
): readonly Finding[] {
  // A list that is full stays as it was told.
  if (told.length === maxFindings) return told
  const all: Finding[] = []
  // The last of a full list says that there were more.
  const known = settled.slice(0, maxFindings - 1)
  const more = settled[maxFindings - 1]
  let room = maxFindings - 1 - told.length
  let toldTo = 0
  let knownTo = 0
  while (toldTo < told.length || knownTo < known.length) {
    const block = Math.min(told[toldTo]?.block ?? Infinity, known[knownTo]?.block ?? Infinity)
    const toldHere = ofBlock(told, toldTo, block)
    const knownHere = ofBlock(known, knownTo, block)
    toldTo += toldHere.length
    knownTo += knownHere.length
    const fresh = missingIn(toldHere, knownHere)
    const isPart = fresh.length <= room && missingIn(knownHere, toldHere).length === 0
    all.push(...(isPart ? knownHere : [...toldHere, ...fresh.slice(0, room)]))
    room = Math.max(0, room - fresh.length)
  }
  const last = all.at(-1)
  if (more && last) all.push({ ...more, block: Math.max(more.block, last.block) })
  return all.length === told.length ? told : all
}

function ofBlock(findings: readonly Finding[], from: number, block: number): readonly Finding[] {
  let end = from
  while (findings[end]?.block === block) end += 1
  return findings.slice(from, end)
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
