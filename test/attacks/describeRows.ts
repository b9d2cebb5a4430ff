import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArena, type Arena } from './arena.js'
import { failuresByName } from './failuresByName.js'
import type { PageRow, RunOptions } from './page/runRow.js'

/** Rows that are run together, and how. */
export interface Trial extends Omit<RunOptions, 'seed' | 'isBoundsOnly'> {
  readonly name: string
  readonly rows: readonly PageRow[]
}

/** What was seen of the rows of a trial, by name, and what left the page. */
interface Outcome {
  readonly failures: ReadonlyMap<string, readonly string[]>
  readonly alarms: readonly string[]
}

/** Tests every row of the trials by itself: its words, its findings, its bounds. */
export function describeRows(trials: readonly Trial[]): void {
  const arena = useArena('strict')

  describe.each(trials)('$name', ({ rows, path, cuts }) => {
    const outcome = useOutcome(arena, rows, { path, cuts, seed: 1 })

    it.each(rows)('$name', ({ name }) => {
      expect((outcome().failures.get(name) ?? []).join('\n')).toBe('')
    })

    it('asks for nothing', () => {
      expect(outcome().alarms).toEqual([])
    })
  })
}

/** Tests the rows of each trial together, and only that nothing is there that may not be. */
export function describeBounds(csp: 'strict' | 'open', trials: readonly Trial[]): void {
  const arena = useArena(csp)

  describe.each(trials)('$name', ({ rows, path, cuts }) => {
    const outcome = useOutcome(arena, rows, { path, cuts, seed: 1, isBoundsOnly: true })

    it('shows nothing that may not be there', () => {
      const seen = [...outcome().failures].map(([row, lines]) => `${row}: ${lines.join(', ')}`)
      expect(seen.join('\n')).toBe('')
    })

    it('asks for nothing', () => {
      expect(outcome().alarms).toEqual([])
    })
  })
}

function useArena(csp: 'strict' | 'open'): () => Arena {
  let arena: Arena | undefined
  beforeAll(async () => {
    arena = await openArena(csp)
  })
  afterAll(() => arena?.close())
  return () => present(arena)
}

function useOutcome(
  arena: () => Arena,
  rows: readonly PageRow[],
  options: RunOptions,
): () => Outcome {
  let outcome: Outcome | undefined
  beforeAll(async () => {
    const failures = failuresByName(await arena().run(rows, options))
    outcome = { failures, alarms: await arena().takeAlarms() }
  })
  return () => present(outcome)
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Cannot test: nothing was run, expected it to be')
  return value
}
