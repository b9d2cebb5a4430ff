import { expect, it } from 'vitest'
import { piecesOf } from './compare.js'
import { blockFamilies, inlineFamilies } from './families.js'
import { growth, workOn } from './work.js'

const families = [...blockFamilies, ...inlineFamilies]

it.each(families)(
  'twice the stream is at most 2.2 times the work: $name',
  { timeout: 60_000 },
  ({ write }) => {
    const work = [8_000, 16_000].map((size) => workOn(piecesOf(write(size), 16)))
    expect(growth(work)).toBeLessThanOrEqual(2.2)
  },
)
