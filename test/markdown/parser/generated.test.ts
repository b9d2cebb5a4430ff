import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mutatedExample, nestedDocument } from './grammar.js'
import { overlookedFaults } from './overlookedFaults.js'
import { readAlike } from './readAlike.js'

/** `pnpm fuzz` runs the same law on other seeds for as long as it is told to. */
const run = { seed: 20_260_101, numRuns: 1_500 }
const overlooked = new Set(overlookedFaults.map(({ name }) => name))

it.each([
  { name: 'constructs in each other', documents: nestedDocument },
  { name: 'examples of the specifications with changes in them', documents: mutatedExample },
])('$name read as remark reads them', { timeout: 60_000 }, ({ documents }) => {
  let faulty = 0
  let excused = 0
  fc.assert(
    fc.property(documents, (markdown) => {
      const { own, remark, faults } = readAlike(markdown)
      if (faults.length > 0) faulty += 1
      if (faults.some((name) => overlooked.has(name))) excused += 1
      expect(own).toStrictEqual(remark)
    }),
    run,
  )
  expect(excused).toBeLessThan(run.numRuns / 100)
  expect(faulty).toBeLessThan(run.numRuns / 15)
})
