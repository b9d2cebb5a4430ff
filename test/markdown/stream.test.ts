import { createMarkdownStream, definePolicy, toSafeTree, type SafeBlock } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { show } from './show.js'

const answer =
  '# Title\n\nSome **words**, `code`.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.'

describe('createMarkdownStream', () => {
  it('ends in the tree of the whole text, however the text was cut', () => {
    const shown = [1, 3, 16].map((size) => {
      const stream = createMarkdownStream()
      for (let at = 0; at < answer.length; at += size) {
        stream.write(answer.slice(at, at + size))
        void stream.blocks
      }
      stream.end()
      return drawn(stream.blocks)
    })
    const whole = show(toSafeTree(answer))
    expect(shown).toEqual([whole, whole, whole])
  })

  it('keeps the blocks before the one that grows', () => {
    const stream = createMarkdownStream()
    stream.write('# Title\n\nOne.\n\nTw')
    const before = stream.blocks
    stream.write('o.')
    const after = stream.blocks
    expect(after.map((block, at) => [block.key, block.open, block === before[at]])).toEqual([
      [0, false, true],
      [1, false, true],
      [2, true, false],
    ])
  })

  it('is empty before anything is written, and takes an empty delta', () => {
    const stream = createMarkdownStream()
    stream.write('')
    expect([stream.text, stream.blocks, stream.findings, stream.ended]).toEqual(['', [], [], false])
  })

  it('shows what lies behind the limit as plain text, and says so', () => {
    const stream = createMarkdownStream({ policy: definePolicy({ limits: { length: 6 } }) })
    for (const delta of ['**a*', '* **b', '** c']) stream.write(delta)
    stream.end()
    expect([drawn(stream.blocks), stream.findings]).toEqual([
      '<p><strong>a</strong></p>\n<p>**b** c</p>',
      [{ kind: 'limit', reason: 'length', block: 1, excerpt: '**b** c' }],
    ])
  })

  it('names the block behind the limit, not the footnotes that stand last', () => {
    const unsafe = 'a[^1]\n\n[^1]: b\n\nc'
    const policy = definePolicy({ limits: { length: unsafe.length - 1 } })
    const stream = createMarkdownStream({ policy })
    stream.write(unsafe)
    stream.end()
    const plain = stream.blocks.find(({ tree }) => show(tree).includes('<p>c</p>'))
    expect(stream.findings.map(({ reason, block }) => [reason, block])).toEqual([
      ['length', plain?.key],
    ])
  })

  it('tells findings in document order, once', () => {
    const stream = createMarkdownStream()
    for (const character of '[a](javascript:b) c\n\n![d](https://evil.test/e) f') {
      stream.write(character)
      void stream.findings
    }
    expect(stream.findings.map(({ kind, block }) => [kind, block])).toEqual([
      ['link', 0],
      ['image', 1],
    ])
  })

  it('says what is wrong with a delta that is no string', () => {
    // @ts-expect-error: what a caller without types may do
    expect(() => createMarkdownStream().write(undefined)).toThrow(
      'Cannot write to the stream: the delta is undefined, expected a string',
    )
  })

  it('takes nothing behind the end, which may be said twice', () => {
    const stream = createMarkdownStream()
    stream.end()
    stream.end()
    expect(() => stream.write('a')).toThrow('it has ended')
  })
})

function drawn(blocks: readonly SafeBlock[]): string {
  return blocks.map(({ tree }) => show(tree)).join('')
}
