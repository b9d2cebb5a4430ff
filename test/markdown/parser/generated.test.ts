import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { ownTree, remarkTree } from './compare.js'
import { mutatedExample, nestedDocument } from './grammar.js'
import { isKnownFault } from './remarkFaults.js'

/** `pnpm fuzz` runs the same law on other seeds for as long as it is told to. */
const run = { seed: 20_260_101, numRuns: 1_500 }

it.each([
  { name: 'constructs in each other', documents: nestedDocument },
  { name: 'examples of the specifications with changes in them', documents: mutatedExample },
])('$name read as remark reads them', { timeout: 60_000 }, ({ documents }) => {
  let faults = 0
  fc.assert(
    fc.property(documents, (markdown) => {
      const own = ownTree(markdown)
      const remark = remarkTree(markdown)
      const isFault = isKnownFault(markdown) && !isDeepStrictEqual(own, remark)
      if (isFault) faults += 1
      else expect(own).toStrictEqual(remark)
    }),
    run,
  )
  expect(faults).toBeLessThan(run.numRuns / 20)
})
