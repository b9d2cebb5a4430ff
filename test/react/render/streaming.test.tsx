import { definePolicy } from '@glovebox/markdown'
import { GloveboxProvider, SafeMarkdown, SafeMessage } from '@glovebox/react'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { startTransition, StrictMode, Suspense, use, useState, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(cleanup)

const answer = [
  '# Title with *emphasis*\n\nSome **strong** words and a [link](https://a.test/b).\n\n',
  '- one\n- two\n\n  inside\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quoted\n> more\n\n',
  '```ts\nlet x = 1\n```\n\n![cat](https://evil.test/x.png) and ~~struck~~ `code`[^1]\n\n[^1]: note\n\n',
  '<details>\n<summary>More</summary>\n\n*folded*\n\n- away\n\n</details>\n\nlast <kbd>words</kbd>\n',
].join('')

/** What is on screen, without what tells one component's ids from another's. */
/** With the attributes in one order: the id of a heading comes once it is closed. */
function htmlOf({ innerHTML }: Element): string {
  return innerHTML
    .replace(/glovebox-r[a-z0-9]+-/gi, 'glovebox-r-')
    .replace(/(?: [\w-]+="[^"]*")+/g, (attributes) =>
      (attributes.match(/ [\w-]+="[^"]*"/g) ?? []).toSorted().join(''),
    )
}

function drawWhole(unsafe: string, streaming = false): string {
  const { container, unmount } = render(<SafeMarkdown streaming={streaming}>{unsafe}</SafeMarkdown>)
  const html = htmlOf(container)
  unmount()
  return html
}

describe('a text that grows', () => {
  const ways = [
    { name: 'as it is', wrap: (drawn: ReactNode) => drawn },
    { name: 'in StrictMode', wrap: (drawn: ReactNode) => <StrictMode>{drawn}</StrictMode> },
  ]
  it.each(ways)('ends on the same screen as the whole text, $name', ({ wrap }) => {
    const draw = (unsafe: string, streaming: boolean) =>
      wrap(<SafeMarkdown streaming={streaming}>{unsafe}</SafeMarkdown>)
    const { container, rerender } = render(draw('', true))
    for (let end = 0; end < answer.length; end += 7) rerender(draw(answer.slice(0, end), true))
    rerender(draw(answer, false))
    expect(htmlOf(container)).toBe(drawWhole(answer))
  })

  it('is at each step what a component mounted then would draw', () => {
    const { container, rerender } = render(<SafeMarkdown streaming>{''}</SafeMarkdown>)
    const different: { at: number; own: string; fresh: string }[] = []
    for (let at = 0; at < answer.length; at += 7) {
      rerender(<SafeMarkdown streaming>{answer.slice(0, at)}</SafeMarkdown>)
      const own = htmlOf(container)
      const fresh = drawWhole(answer.slice(0, at), true)
      if (own !== fresh) different.push({ at, own, fresh })
    }
    expect(different).toEqual([])
  })

  it('keeps every element on screen, however long its list becomes', () => {
    const draw = (count: number) => (
      <SafeMarkdown streaming>
        {Array.from({ length: count }, (_, index) => `- item ${index}\n`).join('')}
      </SafeMarkdown>
    )
    const { container, rerender } = render(draw(31))
    const seen = new Map<number, Element>()
    let replaced = 0
    for (const count of [7, 8, 9, 16, 17, 71, 72, 73, 583, 584, 585, 1_090]) {
      rerender(draw(count))
      for (const [index, item] of container.querySelectorAll('li').entries()) {
        if (seen.has(index) && seen.get(index) !== item) replaced += 1
        seen.set(index, item)
      }
    }
    expect([replaced, seen.size]).toEqual([0, 1_090])
  })

  it('keeps every block on screen, however many there are', () => {
    const draw = (count: number) => (
      <SafeMarkdown streaming>
        {Array.from({ length: count }, (_, index) => `block ${index}\n\n`).join('')}
      </SafeMarkdown>
    )
    const { container, rerender } = render(draw(30))
    const before = [...container.querySelectorAll('p')]
    rerender(draw(100))
    rerender(draw(101))
    const after = [...container.querySelectorAll('p')]
    expect([before.every((block, index) => block === after[index]), after.length]).toEqual([
      true,
      101,
    ])
  })

  it('leaves an image loaded that the reader agreed to', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<SafeMarkdown streaming>{'![a](https://a.test/x) b'}</SafeMarkdown>)
    await user.click(screen.getByRole('button'))
    const image = screen.getByRole('img')
    rerender(<SafeMarkdown streaming>{'![a](https://a.test/x) b **c**\n\nd'}</SafeMarkdown>)
    expect(screen.getByRole('img')).toBe(image)
  })

  it('renders own components anew only where something changed', () => {
    const renders: string[] = []
    const components = {
      p: ({ children }: { readonly children?: ReactNode }) => {
        renders.push('p')
        return <p>{children}</p>
      },
      em: ({ children }: { readonly children?: ReactNode }) => {
        renders.push('em')
        return <em>{children}</em>
      },
      li: ({ children }: { readonly children?: ReactNode }) => {
        renders.push('li')
        return <li>{children}</li>
      },
    }
    const start = '*a*\n\n'.repeat(50) + '- *b*\n'.repeat(50) + '- *c* d'
    const draw = (unsafe: string) => (
      <SafeMarkdown streaming components={{ ...components }}>
        {unsafe}
      </SafeMarkdown>
    )
    const { rerender } = render(draw(start))
    renders.length = 0
    rerender(draw(start + 'e'))
    expect(renders).toEqual(['li'])
  })

  it('does not draw the other messages of a conversation anew', () => {
    let renders = 0
    const components = {
      p: () => {
        renders += 1
        return <p />
      },
    }
    const draw = (unsafe: string) => (
      <>
        <SafeMessage content="first" components={components} />
        <SafeMessage content={unsafe} streaming />
      </>
    )
    const { rerender } = render(draw('sec'))
    rerender(draw('second'))
    expect(renders).toBe(1)
  })
})

describe('a text that changes otherwise', () => {
  it('is drawn from its start when it is replaced', () => {
    const { container, rerender } = render(<SafeMarkdown streaming>{'# one\n\ntw'}</SafeMarkdown>)
    rerender(<SafeMarkdown streaming>{'- other\n- te'}</SafeMarkdown>)
    rerender(<SafeMarkdown>{'- other\n- text'}</SafeMarkdown>)
    expect(htmlOf(container)).toBe(drawWhole('- other\n- text'))
  })

  it('is whole at once when it stops to grow, and may go on', () => {
    const { container, rerender } = render(<SafeMarkdown streaming>{'a **b'}</SafeMarkdown>)
    rerender(<SafeMarkdown>{'a **b'}</SafeMarkdown>)
    const stopped = container.textContent
    rerender(<SafeMarkdown streaming>{'a **b** c'}</SafeMarkdown>)
    expect([stopped, container.textContent]).toEqual(['a **b', 'a b c'])
  })

  it('keeps every word behind a limit, however many there are', () => {
    const policy = definePolicy({ limits: { length: 10 } })
    const words = 'a😀 \u202e'.repeat(300) + 'x'.repeat(40_000) + '😀'.repeat(20_000)
    const draw = (unsafe: string) => (
      <SafeMarkdown streaming policy={policy}>
        {'# title\n\n ' + unsafe}
      </SafeMarkdown>
    )
    const { container, rerender } = render(draw(words.slice(0, 50_001)))
    rerender(draw(words))
    const shown = container.querySelector('pre')?.textContent
    expect(shown?.replaceAll('U+202E', '\u202e')).toBe(words)
  })

  it('takes new labels without a change of its text', () => {
    const draw = (footnotes: string) => (
      <GloveboxProvider labels={{ footnotes }}>
        <SafeMarkdown>{'a[^1]\n\n[^1]: note'}</SafeMarkdown>
      </GloveboxProvider>
    )
    const { rerender } = render(draw('Notes'))
    rerender(draw('Fußnoten'))
    expect(screen.getByRole('heading').textContent).toBe('Fußnoten')
  })

  it('shows what is asked for after a later render was thrown away', async () => {
    const never = new Promise<never>(() => {})
    const set: { text?: (text: string) => void } = {}
    const Wait = () => use(never)
    function App() {
      const [text, setText] = useState('*one*')
      set.text = setText
      return (
        <Suspense>
          <SafeMarkdown streaming>{text}</SafeMarkdown>
          {text.includes('three') && <Wait />}
        </Suspense>
      )
    }
    const { container } = render(<App />)
    const shown: string[] = []
    await act(async () => startTransition(() => set.text?.('*one* two three')))
    shown.push(container.textContent)
    await act(async () => set.text?.('*one* four'))
    shown.push(container.textContent)
    expect(shown).toEqual(['one', 'one four'])
  })
})

describe('a text drawn on a server', () => {
  it('is taken over in the browser without a difference, and grows on', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    const container = document.createElement('div')
    const start = answer.slice(0, 180)
    container.innerHTML = renderToString(<SafeMarkdown streaming>{start}</SafeMarkdown>)
    const heading = container.querySelector('h1')
    const root = await act(async () =>
      hydrateRoot(container, <SafeMarkdown streaming>{start}</SafeMarkdown>),
    )
    await act(async () => root.render(<SafeMarkdown>{answer}</SafeMarkdown>))
    const said = errors.mock.calls
    errors.mockRestore()
    const html = htmlOf(container).replace(/<!--.*?-->/g, '')
    expect({ said, html, heading: container.querySelector('h1') === heading }).toEqual({
      said: [],
      html: drawWhole(answer),
      heading: true,
    })
    await act(async () => root.unmount())
  })
})
