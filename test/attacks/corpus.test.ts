import { expect, it } from 'vitest'
import { classes } from './corpus/classes.js'
import { honestRows } from './honest/rows.js'

const rows = classes.flatMap(({ rows }) => rows)

it('has five hundred attacks or more, each of them once', () => {
  const names = new Set(rows.map(({ name }) => name))
  const texts = new Set(rows.map(({ unsafe }) => unsafe))
  expect([names.size, texts.size]).toEqual([rows.length, rows.length])
  expect(rows.length).toBeGreaterThanOrEqual(500)
})

it('has a hundred honest answers or more, each of them once', () => {
  const names = new Set(honestRows.map(({ name }) => name))
  expect(names.size).toBe(honestRows.length)
  expect(honestRows.length).toBeGreaterThanOrEqual(100)
})
