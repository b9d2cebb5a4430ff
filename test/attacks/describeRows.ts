import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArena, type Arena } from './arena.js'
import { failuresByName } from './failuresByName.js'
import { isGap } from './gaps.js'
import type { PathName } from './page/paths.js'
import type { PageRow } from './page/runRow.js'

/** Rows that are run together, and how. */
export interface Trial {
  readonly name: string
  readonly rows: readonly PageRow[]
  readonly path: PathName
  readonly cuts: number
  readonly csp?: 'strict' | 'open'
}

/** Tests each row of the trials in one browser: a test per row, and one for what left the page. */
export function describeRows(trials: readonly Trial[]): void {
  const arenas = new Map<string, Arena>()

  beforeAll(async () => {
    for (const csp of new Set(trials.map(({ csp = 'strict' }) => csp))) {
      arenas.set(csp, await openArena(csp))
    }
  })

  afterAll(async () => {
    for (const arena of arenas.values()) await arena.close()
  })

  for (const { name, rows, path, cuts, csp = 'strict' } of trials) {
    describe(name, () => {
      let failures: ReadonlyMap<string, readonly string[]>
      let alarms: readonly string[]

      beforeAll(async () => {
        const arena = arenas.get(csp)
        failures = failuresByName((await arena?.run(rows, { path, cuts, seed: 1 })) ?? [])
        alarms = (await arena?.takeAlarms()) ?? ['no arena']
      })

      for (const row of rows) {
        const test = isGap(name, row.name) ? it.fails : it
        test(row.name, () => {
          const seen = failures.get(row.name) ?? []
          expect(seen, seen.join('\n')).toEqual([])
        })
      }

      it('asks for nothing', () => {
        expect(alarms).toEqual([])
      })
    })
  }
}
