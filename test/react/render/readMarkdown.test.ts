import { createMarkdownStream, defaultPolicy, definePolicy } from '@glovebox/markdown'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMarkdownReader, type AskedText } from '../../../packages/react/src/readMarkdown.js'

/** What was done with streams: `+` makes one, `.` ends one, all else was written. */
const log: string[] = []
beforeEach(() => {
  log.length = 0
})

function createLoggedReader() {
  return createMarkdownReader((options) => {
    log.push('+')
    const stream = createMarkdownStream(options)
    return {
      write: (delta) => {
        log.push(delta)
        stream.write(delta)
      },
      end: (how) => {
        log.push(how?.isCut === true ? '…' : '.')
        stream.end(how)
      },
      get text() {
        return stream.text
      },
      get ended() {
        return stream.ended
      },
      get isCut() {
        return stream.isCut
      },
      get blocks() {
        return stream.blocks
      },
      get findings() {
        return stream.findings
      },
    }
  })
}

function ask(unsafe: string, more: Partial<AskedText> = {}) {
  const asked = { unsafe, streaming: true, policy: defaultPolicy, idPrefix: 'p-' }
  return { ...asked, withFindings: true, ...more }
}

describe('createMarkdownReader', () => {
  it('writes only what is new, and ends once', () => {
    const { read } = createLoggedReader()
    for (const unsafe of ['# a', '# a\n\nb', '# a\n\nbc']) read(ask(unsafe))
    read(ask('# a\n\nbc', { streaming: false }))
    read(ask('# a\n\nbc', { streaming: false }))
    expect(log).toEqual(['+', '# a', '\n\nb', 'c', '.'])
  })

  it('keeps the blocks that did not change', () => {
    const { read } = createLoggedReader()
    const before = read(ask('# a\n\nb'))
    const after = read(ask('# a\n\nbc'))
    expect([after.blocks[0] === before.blocks[0], after.blocks[1] === before.blocks[1]]).toEqual([
      true,
      false,
    ])
  })

  it('begins anew for a text that was replaced, another policy, and a text that goes on', () => {
    const { read } = createLoggedReader()
    read(ask('one'))
    read(ask('two'))
    const policy = definePolicy({ html: 'text' })
    read(ask('two', { policy }))
    read(ask('two', { policy, streaming: false }))
    read(ask('two more', { policy }))
    expect(log).toEqual(['+', 'one', '+', 'two', '+', 'two', '.', '+', 'two more'])
  })

  it('goes on under a policy that says the same', () => {
    const { read } = createLoggedReader()
    read(ask('one', { policy: definePolicy({ html: 'text' }) }))
    read(ask('one two', { policy: definePolicy({ html: 'text' }) }))
    expect(log).toEqual(['+', 'one', ' two'])
  })

  it('gives what is on screen again, and goes on, after a later render was put off', () => {
    const { read, commit } = createLoggedReader()
    const shown = read(ask('one'))
    commit(shown)
    const later = read(ask('one two'))
    expect([read(ask('one')) === shown, read(ask('one two')) === later]).toEqual([true, true])
    read(ask('one two three'))
    expect(log).toEqual(['+', 'one', ' two', ' three'])
  })

  it('reads a shorter text anew where a longer one was thrown away', () => {
    const { read } = createLoggedReader()
    read(ask('*one* two'))
    const { blocks } = read(ask('*one*'))
    const { blocks: fresh } = createMarkdownReader().read(ask('*one*'))
    expect([blocks, log]).toEqual([fresh, ['+', '*one* two', '+', '*one*']])
  })

  it('cuts at the length of the policy, never through a pair, and leaves the end open', () => {
    const policy = definePolicy({ limits: { length: 4 } })
    const { read } = createLoggedReader()
    const { unsafeRest, findings } = read(ask('abc😀 d', { policy, streaming: false }))
    read(ask('abc😀 d and more', { policy, streaming: false }))
    expect({ log, unsafeRest, findings }).toEqual({
      log: ['+', 'abc', '…'],
      unsafeRest: '😀 d',
      findings: [{ kind: 'limit', reason: 'length', block: 0, excerpt: '😀 d' }],
    })
  })

  it('tells what was found before a cut, and what the cut splits stays unfinished', () => {
    const unsafe = 'a ![b](https://a.test/) https://b.test/'
    const policy = definePolicy({ limits: { length: unsafe.length } })
    const { read } = createLoggedReader()
    const { blocks, findings } = read(ask(unsafe + 'c', { policy }))
    expect([findings.map(({ kind }) => kind), JSON.stringify(blocks).includes('"href"')]).toEqual([
      ['image'],
      false,
    ])
  })

  it('gathers no findings that nobody asked for', () => {
    const { read } = createLoggedReader()
    const unheard = read(ask('![a](https://a.test) b', { withFindings: false })).findings.length
    const heard = read(ask('![a](https://a.test) b')).findings.length
    expect({ unheard, heard, log }).toEqual({
      unheard: 0,
      heard: 1,
      log: ['+', '![a](https://a.test) b'],
    })
  })

  it('gives a text as it is where the stream breaks, and tries again when it has ended', () => {
    let tries = 0
    const { read } = createMarkdownReader(() => {
      tries += 1
      throw new Error('Broken stream')
    })
    const reads = [ask('a'), ask('ab'), ask('ab', { streaming: false })].map(read)
    expect({ tries, texts: reads.map(({ unsafeRest }) => unsafeRest) }).toEqual({
      tries: 2,
      texts: ['a', 'ab', 'ab'],
    })
  })
})
