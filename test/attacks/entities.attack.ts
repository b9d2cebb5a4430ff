import { afterAll, beforeAll, expect, it } from 'vitest'
import { openArena, type Arena } from './arena.js'

const rows = [{ name: 'an entity', unsafe: 'Fish &amp; chips', safe: 'Fish & chips' }]

let arena: Arena

beforeAll(async () => {
  arena = await openArena('strict', 'dom')
})

afterAll(() => arena.close())

it('draws entities under Trusted Types with whatever build of the decoder a bundler takes', async () => {
  expect(await arena.run(rows, { path: 'stream', cuts: 200, seed: 1 })).toEqual([])
})

it('draws entities under Trusted Types through react-markdown too', async () => {
  expect(await arena.run(rows, { path: 'react-markdown', cuts: 0, seed: 1 })).toEqual([])
})
