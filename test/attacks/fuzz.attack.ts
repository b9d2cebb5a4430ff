import { afterAll, beforeAll, expect, it } from 'vitest'
import { openArena, type Arena } from './arena.js'
import { hostileText } from './hostileText.js'
import type { Failure, RunOptions } from './page/runRow.js'
import { shrink } from './shrink.js'

const { GLOVEBOX_FUZZ_SECONDS: seconds, GLOVEBOX_FUZZ_SEED: firstSeed = '2000' } = process.env

/** Documents looked at between two looks at the clock. */
const batch = 25

/** Documents per path where no time is given: the same ones on every machine. */
const count = 100

/** Milliseconds a test may take besides what it was given. */
const patience = 60_000

let arena: Arena

beforeAll(async () => {
  arena = await openArena()
})

afterAll(() => arena.close())

it.each<Omit<RunOptions, 'seed'>>([
  { path: 'stream', cuts: 12 },
  { path: 'react-markdown', cuts: 3 },
  { path: 'raw', cuts: 0, isBoundsOnly: true },
  { path: 'hostile-plugins', cuts: 0, isBoundsOnly: true },
  { path: 'plain-raw', cuts: 0, isBoundsOnly: true },
])(
  'finds no hostile document that gets past $path',
  async (options) => {
    const first = Number(firstSeed)
    const end = Date.now() + Number(seconds ?? 0) * 1_000
    let seed = first
    while (seconds === undefined ? seed < first + count : Date.now() < end) {
      const rows = Array.from({ length: batch }, (_, index) => ({
        name: String(seed + index),
        unsafe: hostileText(seed + index),
      }))
      const [failure] = await arena.run(rows, { ...options, seed })
      const seen = failure === undefined ? '' : await explain(failure, { ...options, seed })
      expect(seen).toBe('')
      expect([seed, await arena.takeAlarms(0)]).toEqual([seed, []])
      seed += batch
    }
    expect(await arena.takeAlarms()).toEqual([])
    console.log(`${seed - first} documents through ${options.path}, none gets past it`)
  },
  Number(seconds ?? 0) * 1_000 + patience,
)

/** Says what was seen, with the shortest document that still shows something of the kind. */
async function explain({ name, seen }: Failure, options: RunOptions): Promise<string> {
  const kind = seen.split(' ')[0] ?? ''
  const look = async (unsafe: string) => {
    const failures = await arena.run([{ name, unsafe }], options)
    return failures.find((failure) => failure.seen.startsWith(kind))
  }
  const shortest = await shrink(
    hostileText(Number(name)),
    async (text) => (await look(text)) !== undefined,
  )
  const last = await look(shortest)
  const about = `seed ${name}, ${options.path}: ${last?.when ?? ''}: ${last?.seen ?? seen}`
  return `${about}\n${JSON.stringify(shortest)}`
}
