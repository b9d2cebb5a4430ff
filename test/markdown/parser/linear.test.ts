import { describe, expect, it } from 'vitest'
import { blockFamilies, inlineFamilies } from './families.js'
import { growth, workOn } from './work.js'

describe('twice the text at once is at most 2.2 times the work:', () => {
  it.each([...blockFamilies, ...inlineFamilies])('$name', { timeout: 60_000 }, ({ write }) => {
    const work = [30_000, 60_000].map((size) => workOn([write(size)]))
    expect(growth(work)).toBeLessThanOrEqual(2.2)
  })
})

it.each([
  { name: '10,000 rows', markdown: '|a|b|\n|-|-|\n' + '|c|d|\n'.repeat(10_000) },
  {
    name: '10,000 columns',
    markdown: ['|a', '|-', '|b'].map((cell) => cell.repeat(10_000)).join('\n'),
  },
  {
    name: '1,000 lists in each other by indentation',
    markdown: Array.from({ length: 1_000 }, (_, n) => '  '.repeat(n) + '- a\n').join(''),
  },
  { name: '100,000 quotes', markdown: '>'.repeat(100_000) },
  { name: '100,000 open brackets', markdown: '['.repeat(100_000) },
  { name: '100,000 marks of emphasis', markdown: '*a '.repeat(100_000) },
])('reads $name with fewer than 20 visits to a character', { timeout: 60_000 }, ({ markdown }) => {
  expect(workOn([markdown]).visited).toBeLessThan(20 * markdown.length)
})
