import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArena, type Arena } from './arena.js'
import { classes } from './corpus/classes.js'
import { failuresByName } from './failuresByName.js'

let arena: Arena

beforeAll(async () => {
  arena = await openArena()
})

afterAll(() => arena.close())

describe.each(classes)('$name', ({ name, rows }) => {
  let failures: ReadonlyMap<string, readonly string[]>
  let alarms: readonly string[]

  beforeAll(async () => {
    const cuts = name === 'flood' ? 8 : 200
    failures = failuresByName(await arena.run(rows, { path: 'stream', cuts, seed: 1 }))
    alarms = await arena.takeAlarms()
  })

  it.each(rows)('$name', ({ name }) => {
    expect(failures.get(name) ?? []).toEqual([])
  })

  it('asks for nothing', () => {
    expect(alarms).toEqual([])
  })
})
