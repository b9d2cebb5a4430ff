import { defaultPolicy, definePolicy, type Finding } from '@glovebox/markdown'
import { GloveboxProvider, SafeMarkdown } from '@glovebox/react'
import { SafeReactMarkdown } from '@glovebox/react/react-markdown'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Children, isValidElement, StrictMode, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(cleanup)

const hostileImage = '![a cat](https://evil.test/x.png?q=secret)'

describe('SafeMarkdown', () => {
  it('draws headings, lists, tables and code by their roles', () => {
    const text = '# Title\n\n- one\n\n| a |\n|:-:|\n| b |\n\n```ts\nlet x\n```'
    const { container } = render(<SafeMarkdown>{text}</SafeMarkdown>)
    expect([
      screen.getByRole('heading', { level: 1, name: 'Title' }).tagName,
      screen.getByRole('listitem').textContent,
      screen.getByRole('cell', { name: 'b' }).dataset['align'],
      container.querySelector('code')?.dataset['language'],
      container.querySelector('[style]'),
    ]).toEqual(['H1', 'one', 'center', 'ts', null])
  })

  it('names the boxes of a task list', () => {
    const { container } = render(<SafeMarkdown>{'- [x] a\n- [ ] b'}</SafeMarkdown>)
    expect([
      screen.getByRole('checkbox', { name: 'Done', checked: true }).hasAttribute('disabled'),
      screen.getByRole('checkbox', { name: 'Not done', checked: false }).hasAttribute('disabled'),
      container.querySelector('[style]'),
    ]).toEqual([true, true, null])
  })

  it('draws nothing for an empty text', () => {
    const { container } = render(<SafeMarkdown>{''}</SafeMarkdown>)
    expect(container.textContent).toBe('')
  })

  it('keeps the place of an image and loads it once the reader agrees', async () => {
    const user = userEvent.setup()
    render(<SafeMarkdown>{hostileImage}</SafeMarkdown>)
    const before = screen.queryByRole('img')
    await user.click(screen.getByRole('button', { name: 'Load image from evil.test' }))
    const image = screen.getByRole('img', { name: 'a cat' })
    expect([before, image.getAttribute('src'), image.getAttribute('referrerpolicy')]).toEqual([
      null,
      'https://evil.test/x.png?q=secret',
      'no-referrer',
    ])
  })

  it('asks again when another image takes the place of one that was loaded', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<SafeMarkdown>{hostileImage}</SafeMarkdown>)
    await user.click(screen.getByRole('button'))
    rerender(<SafeMarkdown>{'![a cat](https://evil.test/other.png)'}</SafeMarkdown>)
    expect(screen.queryByRole('img')).toBe(null)
  })

  it('keeps a loaded image while an app passes new components on each render', async () => {
    const user = userEvent.setup()
    const first = <SafeMarkdown components={{ em: 'i' }}>{hostileImage}</SafeMarkdown>
    const second = <SafeMarkdown components={{ em: 'i' }}>{hostileImage}</SafeMarkdown>
    const { rerender } = render(first)
    await user.click(screen.getByRole('button'))
    rerender(second)
    expect(screen.getByRole('img', { name: 'a cat' }).tagName).toBe('IMG')
  })

  it('applies a tightened policy to text on screen at once', () => {
    const open = definePolicy({ images: { allow: ['https://img.test/'] } })
    const text = '![a](https://img.test/a.png) [b](https://b.test/)'
    const { rerender, container } = render(<SafeMarkdown policy={open}>{text}</SafeMarkdown>)
    const before = container.querySelectorAll('img, a').length
    const closed = definePolicy({ images: { otherwise: 'drop' }, links: { allow: [] } })
    rerender(<SafeMarkdown policy={closed}>{text}</SafeMarkdown>)
    expect([before, container.querySelectorAll('img, a').length, container.textContent]).toEqual([
      2,
      0,
      expect.stringContaining('b'),
    ])
  })

  it('takes an image away that the reader loaded when the policy forbids to ask', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<SafeMarkdown>{hostileImage}</SafeMarkdown>)
    await user.click(screen.getByRole('button'))
    const policy = definePolicy({ images: { otherwise: 'text' } })
    rerender(<SafeMarkdown policy={policy}>{hostileImage}</SafeMarkdown>)
    expect(screen.queryByRole('img')).toBe(null)
  })

  it('makes the unfinished end inert while streaming', () => {
    const text = 'See https://bank.example'
    const { rerender } = render(<SafeMarkdown streaming>{text}</SafeMarkdown>)
    const whileOpen = screen.queryByRole('link')
    rerender(<SafeMarkdown>{text}</SafeMarkdown>)
    expect([whileOpen, screen.getByRole('link').getAttribute('href')]).toEqual([
      null,
      'https://bank.example/',
    ])
  })

  it('makes no link of an address that a limit cuts', () => {
    const policy = definePolicy({ limits: { length: 20 } })
    render(<SafeMarkdown policy={policy}>{'https://bank.example.evil.test/'}</SafeMarkdown>)
    expect(screen.queryByRole('link')).toBe(null)
  })

  it('shows what lies beyond a limit as plain text with its words', () => {
    const policy = definePolicy({ limits: { length: 20 } })
    const text = '**bold**\n\nand more text **that is plain**'
    const { container } = render(<SafeMarkdown policy={policy}>{text}</SafeMarkdown>)
    expect([
      container.querySelector('strong')?.textContent,
      container.querySelector('pre')?.textContent.endsWith('**that is plain**'),
    ]).toEqual(['bold', true])
  })

  it('survives thousands of nested quotes', () => {
    const { container } = render(<SafeMarkdown>{'>'.repeat(20_000) + ' deep'}</SafeMarkdown>)
    expect(container.textContent).toContain('deep')
  })

  it('breaks text without a blank anywhere behind a limit, and no other', () => {
    const policy = definePolicy({ limits: { length: 10 } })
    const counts = ['สวัสดี'.repeat(500), 'สวัสดี '.repeat(500)].map((unsafe) => {
      const { container, unmount } = render(<SafeMarkdown policy={policy}>{unsafe}</SafeMarkdown>)
      const found = container.querySelectorAll('pre > .glovebox-unbroken').length
      unmount()
      return found
    })
    expect(counts).toEqual([1, 0])
  })

  it.each([
    { name: 'nests too deep', unsafe: '>'.repeat(200) + ' a', limits: {} },
    { name: 'has too many parts', unsafe: 'a\n\n'.repeat(20), limits: { nodes: 10 } },
    { name: 'has too many links', unsafe: '[a](https://b.test) '.repeat(9), limits: { links: 3 } },
  ])('says that a part of the text is plain where it $name', ({ unsafe, limits }) => {
    const policy = definePolicy({ limits })
    const notes = [SafeMarkdown, SafeReactMarkdown].map((Drawn) => {
      const { queryAllByText, unmount } = render(<Drawn policy={policy}>{unsafe}</Drawn>)
      const found = queryAllByText(/^Parts of this are too many/).length
      unmount()
      return found
    })
    expect(notes).toEqual([1, 1])
  })

  it('reports new findings once, also in StrictMode and as the text grows', () => {
    const reports: Finding[][] = []
    const onBlocked = (findings: readonly Finding[]) => reports.push([...findings])
    const draw = (text: string) => (
      <StrictMode>
        <SafeMarkdown onBlocked={onBlocked}>{text}</SafeMarkdown>
      </StrictMode>
    )
    const { rerender } = render(draw(hostileImage))
    rerender(draw(hostileImage + '\n\nmore'))
    rerender(draw(hostileImage + '\n\nmore [x](javascript:alert(1))'))
    expect(reports.map((findings) => findings.map(({ kind }) => kind))).toEqual([
      ['image'],
      ['link'],
    ])
  })

  it('replaces a block by its words where an own component throws', () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    const components = {
      strong: () => {
        throw new Error('Broken component')
      },
    }
    render(<SafeMarkdown components={components}>{'a **bold** b\n\nstill here'}</SafeMarkdown>)
    errors.mockRestore()
    expect([screen.getByText('a bold b').tagName, screen.getByText('still here').tagName]).toEqual([
      'P',
      'P',
    ])
  })

  it("gives an app's own component each of its children, however many there are", () => {
    const List = ({ children }: { readonly children?: ReactNode }) => (
      <ul data-items={Children.toArray(children).filter((child) => isValidElement(child)).length}>
        {children}
      </ul>
    )
    const text = Array.from({ length: 100 }, (_, index) => `- item ${index}`).join('\n')
    render(<SafeMarkdown components={{ ul: List }}>{text}</SafeMarkdown>)
    expect(screen.getByRole('list').dataset['items']).toBe('100')
  })

  it('replaces a block by its words on a server where an own component throws', () => {
    const components = {
      strong: () => {
        throw new Error('Broken component')
      },
    }
    const html = renderToString(
      <SafeMarkdown components={components}>{'a **bold** b\n\nstill here'}</SafeMarkdown>,
    )
    expect([html.includes('>a bold b</p>'), html.includes('>still here</p>')]).toEqual([true, true])
  })

  it('reports a tag once, when it is settled, and again for another text', () => {
    const reports: number[] = []
    const draw = (text: string) => (
      <SafeMarkdown streaming onBlocked={(findings) => reports.push(findings.length)}>
        {text}
      </SafeMarkdown>
    )
    const { rerender } = render(draw('<div onclick=x>'))
    rerender(draw('<div onclick=x> and'))
    rerender(draw('<div onclick=x> and more\n\nThe\n\nend'))
    rerender(draw('<div onclick=x> and more\n\nThe\n\nend of it'))
    const grown = [...reports]
    rerender(draw('<div onclick=y> and\n\nThe\n\nend'))
    expect([grown, reports]).toEqual([[1], [1, 1]])
  })

  it('never lets two messages share an id, and footnotes work in both', () => {
    const text = 'a[^1]\n\n[^1]: note'
    const { container } = render(
      <>
        <SafeMarkdown>{text}</SafeMarkdown>
        <SafeMarkdown>{text}</SafeMarkdown>
      </>,
    )
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id)
    const targets = [...container.querySelectorAll('a[href^="#"]')].map((link) =>
      String(link.getAttribute('href')).slice(1),
    )
    expect({
      unique: new Set(ids).size === ids.length,
      clean: ids.every((id) => /^glovebox-[a-z0-9-]+$/.test(id)),
      reached: targets.length === 4 && targets.every((target) => ids.includes(target)),
    }).toEqual({ unique: true, clean: true, reached: true })
  })

  it('takes every host for a foreign one in a sandboxed frame, whose origin is `null`', () => {
    render(
      <GloveboxProvider origin="null">
        <SafeMarkdown>{'[x](https://a.test)'}</SafeMarkdown>
      </GloveboxProvider>,
    )
    expect(screen.getByRole('link').getAttribute('data-confirm')).toBe('foreign')
  })

  it('translates every string through the provider', () => {
    const labels = { loadImage: (host: string) => `Bild von ${host} laden`, footnotes: 'Fußnoten' }
    render(
      <GloveboxProvider labels={labels}>
        <SafeMarkdown>{hostileImage + ' a[^1]\n\n[^1]: note'}</SafeMarkdown>
      </GloveboxProvider>,
    )
    expect([
      screen.getByRole('button', { name: 'Bild von evil.test laden' }).tagName,
      screen.getByRole('heading', { name: 'Fußnoten' }).tagName,
    ]).toEqual(['BUTTON', 'H2'])
  })

  it('takes the policy of the provider and a direction per block', () => {
    const policy = definePolicy({ ...defaultPolicy, html: 'text' })
    const { container } = render(
      <GloveboxProvider policy={policy}>
        <SafeMarkdown className="mine">{'<kbd>x</kbd>'}</SafeMarkdown>
      </GloveboxProvider>,
    )
    expect(container.innerHTML).toContain('&lt;kbd&gt;')
    expect(container.querySelector('.glovebox-markdown.mine > p')?.getAttribute('dir')).toBe('auto')
  })
})
