import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createMarkdownStream } from '@glovebox/markdown'
import { createOutputStream } from '@glovebox/schema'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const length = 96_000
/** All cuts out of all states of the text are over 250 MB. */
const most = 30_000_000

/** Bytes more in use after a text has come in pieces that are cut out of the whole so far, as an app does. */
function growthOf(text: string, write: (delta: string) => void): number {
  collect()
  const before = process.memoryUsage().heapUsed
  let whole = ''
  for (let at = 0; at < text.length; at += 16) {
    whole += text.slice(at, at + 16)
    // To look for something makes one string of the parts.
    expect(whole.indexOf('\u0001')).toBe(-1)
    write(whole.slice(at))
  }
  collect()
  return process.memoryUsage().heapUsed - before
}

const line = 'Words with *emphasis*, `code` and [a link](https://example.com/some/where) in them. '

describe('a text that grows keeps no earlier state of the whole', () => {
  it.each([
    { name: 'paragraphs', text: `${line}\n\n`.repeat(length / line.length) },
    { name: 'one paragraph', text: line.repeat(length / line.length) },
    { name: 'a table', text: `|a|b|\n|-|-|\n${`|${line}|b|\n`.repeat(length / line.length)}` },
    { name: 'a code block', text: `\`\`\`\n${`${line}\n`.repeat(length / line.length)}` },
  ])('as markdown: $name', { timeout: 60_000 }, ({ text }) => {
    const stream = createMarkdownStream()
    const growth = growthOf(text, (delta) => {
      stream.write(delta)
      void stream.blocks
    })
    expect(stream.text.length).toBe(text.length)
    expect(growth).toBeLessThan(most)
  })

  it('as JSON', { timeout: 60_000 }, () => {
    const items = Array.from(
      { length: length / 40 },
      (_, index) => `a sentence with a number: ${index}`,
    )
    const stream = createOutputStream(z.object({ items: z.array(z.string()) }))
    const growth = growthOf(JSON.stringify({ items }), (delta) => {
      stream.write(delta)
      void stream.snapshot
    })
    stream.end()
    expect(stream.snapshot).toMatchObject({ value: { items } })
    expect(growth).toBeLessThan(most)
  })
})
