import { createMarkdownStream, toSafeTree, type Finding } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { show } from './show.js'

/** What is seen and found at each character of a text that grows. */
function steps(unsafe: string) {
  const stream = createMarkdownStream()
  const findings: (readonly Finding[])[] = []
  let marks = 0
  for (const unit of unsafe.split('')) {
    stream.write(unit)
    marks += stream.blocks.some(({ tree }) => show(tree).includes('dataMarkedChar')) ? 1 : 0
    findings.push(stream.findings)
  }
  stream.end()
  return { stream, marks, found: findings.filter((list) => list.length > 0).length }
}

describe('an honest text that grows by half characters', () => {
  it.each([
    { name: 'emoji families', unsafe: 'The 👨‍👩‍👧 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and 1️⃣ here' },
    { name: 'French blanks', unsafe: 'Vraiment\u202f? 10\u2009000\u00a0€ « oui »' },
    { name: 'Persian', unsafe: 'می‌خواهم بروم' },
    { name: 'Hebrew with a mark', unsafe: 'גרסה 2.0\u200f (חדשה) כאן' },
    { name: 'line endings of Windows', unsafe: 'a\r\nb\r\n\r\nc' },
    { name: 'astral letters', unsafe: '𝒜𝒷 𠮷野家' },
  ])('is never marked, and nothing is found: $name', ({ unsafe }) => {
    const { stream, marks, found } = steps(unsafe)
    expect({ marks, found, left: stream.findings }).toEqual({ marks: 0, found: 0, left: [] })
    expect(stream.blocks.map(({ tree }) => show(tree)).join('')).toBe(show(toSafeTree(unsafe)))
  })
})

describe('what is hidden at the end of a text', () => {
  it.each(['a\u200b', 'a\u202e', 'a\u{e0041}', 'a\ud83d', 'a\u200f', `a${'\u200b'.repeat(200)}`])(
    'is marked once the text has ended: %j',
    (unsafe) => {
      const { stream } = steps(unsafe)
      expect(stream.blocks.map(({ tree }) => show(tree)).join('')).toBe(show(toSafeTree(unsafe)))
      expect(stream.findings).toHaveLength(1)
    },
  )

  it('does not wait where it is long', () => {
    const stream = createMarkdownStream()
    stream.write('a' + '\u200b'.repeat(200))
    expect(stream.findings).toHaveLength(1)
  })
})
