import { createMarkdownStream, type Finding } from '@glovebox/markdown'
import { defaultLabels, Findings, GloveboxProvider } from '@glovebox/react'
import { act, cleanup, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function findingsOf(unsafe: string): readonly Finding[] {
  const stream = createMarkdownStream()
  stream.write(unsafe)
  stream.end()
  return stream.findings
}

function many(count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, at) => ({
    kind: 'image',
    reason: 'not-allowed',
    block: at,
    excerpt: `https://evil.test/${at}`,
  }))
}

const items = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)

describe('Findings', () => {
  it('lists what a stream found, each with its reason and excerpt', () => {
    render(
      <Findings
        findings={findingsOf(
          '![x](https://evil.test/?q=1) [y](javascript:1) [bank.com](https://evil.test) a\u202eb',
        )}
      />,
    )
    expect([
      screen.getByRole('list', { name: '4 things blocked or exposed' }).tagName,
      items(),
    ]).toEqual([
      'UL',
      [
        'Image not loaded: its site is not allowedhttps://evil.test/?q=1',
        'Link blocked: its kind of address is not allowedjavascript:1',
        'Misleading link: its words name another sitebank.com → https://evil.test/',
        'Hidden characters: they change the direction of the text\\u{202E}',
      ],
    ])
  })

  it('draws nothing for an empty list', () => {
    expect(renderToString(<Findings findings={[]} />)).toBe('')
  })

  it('says how many more there are than it lists', () => {
    render(<Findings findings={many(1_000)} most={2} />)
    expect(items()).toEqual([
      'Image not loaded: its site is not allowedhttps://evil.test/0',
      'Image not loaded: its site is not allowedhttps://evil.test/1',
      'and 998 more',
    ])
  })

  it('draws an excerpt as text, its hidden characters revealed', () => {
    const excerpt = '<img src=x onerror=alert(1)>\u202e[a](javascript:1)'
    const { container } = render(
      <Findings findings={[{ kind: 'html', reason: 'tag', block: 0, excerpt }]} />,
    )
    expect([container.querySelector('img, a'), container.querySelector('code')?.outerHTML]).toEqual(
      [
        null,
        '<code dir="auto">&lt;img src=x onerror=alert(1)&gt;' +
          '<span data-marked-char="U+202E" title="RIGHT-TO-LEFT OVERRIDE" role="img" ' +
          'aria-label="U+202E RIGHT-TO-LEFT OVERRIDE" dir="ltr">U+202E</span>[a](javascript:1)</code>',
      ],
    )
  })

  it('announces the number once it has settled, not with each finding', () => {
    const spoken = () => screen.getByRole('status').textContent
    const { rerender } = render(<Findings findings={many(1)} />)
    const heard = [spoken()]
    for (let count = 2; count <= 20; count += 1) {
      rerender(<Findings findings={many(count)} />)
      act(() => void vi.advanceTimersByTime(100))
      heard.push(spoken())
    }
    act(() => void vi.advanceTimersByTime(1_000))
    expect([new Set(heard), spoken()]).toEqual([new Set(['']), '20 things blocked or exposed'])
  })

  it('speaks the provider’s language', () => {
    render(
      <GloveboxProvider
        labels={{ findings: (count) => `${count} Funde`, findingKind: (kind) => `Art ${kind}` }}
      >
        <Findings findings={many(1)} />
      </GloveboxProvider>,
    )
    expect([screen.getByRole('list', { name: '1 Funde' }).textContent]).toEqual([
      'Art image: its site is not allowedhttps://evil.test/0',
    ])
  })

  it('shows a kind and a reason of a later version by their words', () => {
    const later = { kind: 'constructor', reason: '__proto__', block: 0, excerpt: '' } as const
    render(<Findings findings={[later as unknown as Finding]} />)
    expect(items()).toEqual(['constructor: __proto__'])
  })

  const reasons =
    'empty too-long control backslash scheme relative malformed userinfo not-allowed host ' +
    'mixed-script comment tag element bidi zero-width variation filler private-use noncharacter ' +
    'surrogate separator format length lines depth delimiters cells nodes parser findings'
  it.each(reasons.split(' '))('has words for the reason %s', (reason) => {
    expect(defaultLabels.findingReason(reason, 'hidden-text')).not.toBe(reason)
  })
})
