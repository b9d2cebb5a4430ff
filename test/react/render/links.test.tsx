import { definePolicy } from '@glovebox/markdown'
import {
  GloveboxProvider,
  SafeMarkdown,
  SafeMessage,
  type SafeMarkdownProps,
} from '@glovebox/react'
import { cleanup, createEvent, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createPortal } from 'react-dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const opened: unknown[][] = []
beforeEach(() => {
  opened.length = 0
  vi.spyOn(window, 'open').mockImplementation((...about) => {
    opened.push(about)
    return null
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const foreign = '[docs](https://docs.test/a)'

/** Says whether a click was stopped, and stops it then: no test goes anywhere. */
function isStopped(link: HTMLElement): boolean {
  let stopped = true
  const meet = (event: Event) => {
    stopped = event.defaultPrevented
    event.preventDefault()
  }
  link.addEventListener('click', meet, { once: true })
  fireEvent.click(link)
  link.removeEventListener('click', meet)
  return stopped
}

function drawIn(text: string, origin = 'https://app.test') {
  return render(
    <GloveboxProvider origin={origin}>
      <SafeMarkdown>{text}</SafeMarkdown>
    </GloveboxProvider>,
  )
}

describe('a foreign link', () => {
  it('is a real link that sends no referrer', () => {
    drawIn(foreign)
    const link = screen.getByRole('link', { name: 'docs' })
    expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual([
      'https://docs.test/a',
      'noopener noreferrer nofollow ugc',
    ])
  })

  it('asks with the whole address and opens it without an opener', async () => {
    const user = userEvent.setup()
    drawIn(foreign)
    await user.click(screen.getByRole('link', { name: 'docs' }))
    const dialog = screen.getByRole('dialog', { name: 'Open this link?' })
    const shown = dialog.textContent.includes('https://docs.test/a')
    const host = within(dialog).getByText('docs.test').tagName
    await user.click(within(dialog).getByRole('button', { name: 'Open' }))
    expect([shown, host, opened]).toEqual([
      true,
      'STRONG',
      [['https://docs.test/a', '_blank', 'noopener,noreferrer']],
    ])
  })

  it('opens nothing on Cancel or Escape and gives the focus back', async () => {
    const user = userEvent.setup()
    drawIn(foreign)
    const link = screen.getByRole('link', { name: 'docs' })
    await user.click(link)
    const cancel = screen.getByRole('button', { name: 'Cancel' })
    const hadFocus = document.activeElement === cancel
    await user.click(cancel)
    await user.click(link)
    await user.keyboard('{Escape}')
    expect([hadFocus, screen.queryByRole('dialog'), document.activeElement, opened]).toEqual([
      true,
      null,
      link,
      [],
    ])
  })

  it('copies the address', async () => {
    const user = userEvent.setup()
    drawIn(foreign)
    await user.click(screen.getByRole('link', { name: 'docs' }))
    await user.click(screen.getByRole('button', { name: 'Copy address' }))
    await screen.findByText('Address copied')
    expect(await navigator.clipboard.readText()).toBe('https://docs.test/a')
  })

  it('is not asked about again once the reader trusts its host, but for what an address carries', async () => {
    const user = userEvent.setup()
    const heavy = `[heavy](https://docs.test/?${'q'.repeat(99)})`
    drawIn(`${foreign} [other](https://docs.test/b) ${heavy}`)
    await user.click(screen.getByRole('link', { name: 'docs' }))
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: 'Open' }))
    const names = ['other', 'heavy']
    expect(names.map((name) => isStopped(screen.getByRole('link', { name })))).toEqual([
      false,
      true,
    ])
  })

  const ways = [
    { name: 'a click', make: createEvent.click, init: {} },
    { name: 'a click with ctrl', make: createEvent.click, init: { ctrlKey: true } },
    { name: 'a click with meta', make: createEvent.click, init: { metaKey: true } },
    { name: 'a context menu', make: createEvent.contextMenu, init: {} },
    { name: 'a drag', make: createEvent.dragStart, init: {} },
  ]
  it.each(ways)('is met at $name', ({ make, init }) => {
    drawIn(foreign)
    const link = screen.getByRole('link', { name: 'docs' })
    const event = make(link, init)
    fireEvent(link, event)
    expect([event.defaultPrevented, screen.queryByRole('dialog') !== null]).toEqual([true, true])
  })

  it('is met at a middle click', () => {
    drawIn(foreign)
    const link = screen.getByRole('link', { name: 'docs' })
    const event = new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 })
    fireEvent(link, event)
    expect([event.defaultPrevented, screen.queryByRole('dialog') !== null]).toEqual([true, true])
  })

  it('is met at Enter', async () => {
    const user = userEvent.setup()
    drawIn(foreign)
    screen.getByRole('link', { name: 'docs' }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('dialog', { name: 'Open this link?' }).tagName).toBe('DIALOG')
  })

  it('is met also where an own component draws it and drops every attribute', async () => {
    const user = userEvent.setup()
    const follow = vi.fn<() => void>()
    render(
      <SafeMarkdown
        components={{
          a: ({ href, children }) => (
            <a href={href} onClick={follow}>
              {children}
            </a>
          ),
        }}
      >
        {foreign}
      </SafeMarkdown>,
    )
    await user.click(screen.getByRole('link', { name: 'docs' }))
    expect([screen.queryByRole('dialog') !== null, follow.mock.calls.length]).toEqual([true, 0])
  })
})

describe('the question', () => {
  const notes = [
    {
      name: 'what an address carries',
      unsafe: '[x](https://evil.test/?q=' + 'a'.repeat(100) + ')',
      safe: /carries 103 characters/,
    },
    {
      name: 'that words before an @ are not the site',
      unsafe: '[x](https://bank.com@evil.test/)',
      safe: /The site is evil\.test/,
    },
    {
      name: 'that the words name another host',
      unsafe: '[bank.com](https://evil.test/)',
      safe: /suggest another site\. It goes to evil\.test/,
    },
  ]
  it.each([
    ...notes,
    {
      name: 'the name of the site in letters',
      unsafe: '[x](https://münchen.test/)',
      safe: /is called münchen\.test/,
    },
    {
      name: 'how many a mail goes to',
      unsafe: '[x](mailto:a@b.test?bcc=c@d.test,e@f.test&body=x@y)',
      safe: /goes to: 3\./,
    },
  ])('tells $name', async ({ unsafe, safe }) => {
    const user = userEvent.setup()
    drawIn(unsafe)
    await user.click(screen.getByRole('link'))
    expect(within(screen.getByRole('dialog')).getByText(safe).className).toBe('glovebox-warning')
  })

  it('is not asked for a link inside the app or the text', () => {
    drawIn('[in](/settings) a[^1]\n\n[^1]: note')
    const prevented = screen.getAllByRole('link').map(isStopped)
    expect([prevented, screen.queryByRole('dialog')]).toEqual([[false, false, false], null])
  })

  it('is not asked for a link that the app puts around a text', () => {
    render(
      <a href="https://docs.test/">
        <SafeMarkdown>{'text'}</SafeMarkdown>
      </a>,
    )
    expect([isStopped(screen.getByText('text')), screen.queryByRole('dialog')]).toEqual([
      false,
      null,
    ])
  })

  it('is asked for every link where the policy says so', async () => {
    const user = userEvent.setup()
    const policy = definePolicy({ origin: 'https://app.test', links: { confirm: 'always' } })
    render(<SafeMarkdown policy={policy}>{'[in](/settings)'}</SafeMarkdown>)
    await user.click(screen.getByRole('link'))
    expect(screen.getByRole('dialog').textContent).toContain('https://app.test/settings')
  })

  it('is closed where the policy now blocks the address it is about', async () => {
    const user = userEvent.setup()
    const closed = definePolicy({ links: { allow: ['https://app.test/'] } })
    const { rerender } = render(<SafeMarkdown>{foreign}</SafeMarkdown>)
    await user.click(screen.getByRole('link'))
    rerender(<SafeMarkdown policy={closed}>{foreign}</SafeMarkdown>)
    expect(screen.queryByRole('dialog')).toBe(null)
  })

  it('is not answered by the second press of a double click on the link', async () => {
    const user = userEvent.setup()
    drawIn(foreign)
    await user.click(screen.getByRole('link'))
    fireEvent.click(screen.getByRole('button', { name: 'Open' }), { detail: 2 })
    expect([screen.queryByRole('dialog') !== null, opened]).toEqual([true, []])
  })
})

describe('an answer', () => {
  it.each([
    { name: 'mail', unsafe: '[x](mailto:a@docs.test)' },
    { name: 'an address that carries data', unsafe: `[x](https://docs.test/?${'q'.repeat(99)})` },
    { name: 'a deceptive link', unsafe: '[bank.com](https://docs.test/)' },
  ])('cannot be remembered for $name', async ({ unsafe }) => {
    const user = userEvent.setup()
    drawIn(unsafe)
    await user.click(screen.getByRole('link'))
    expect(screen.queryByRole('checkbox')).toBe(null)
  })

  it('gives the focus to the text where the link has gone', async () => {
    const user = userEvent.setup()
    const { container, rerender } = render(<SafeMarkdown>{foreign}</SafeMarkdown>)
    await user.click(screen.getByRole('link'))
    rerender(<SafeMarkdown>{'gone'}</SafeMarkdown>)
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(document.activeElement).toBe(container.firstElementChild)
  })
})

type Component = NonNullable<NonNullable<SafeMarkdownProps['components']>['a']>

describe('a component of the app for links', () => {
  const ways: readonly { readonly name: string; readonly a: Component }[] = [
    {
      name: 'puts a button into the link',
      a: ({ href, children }) => (
        <a href={href}>
          <button type="button">{children}</button>
        </a>
      ),
    },
    {
      name: 'draws the link in a portal',
      a: ({ href, children }) => createPortal(<a href={href}>{children}</a>, document.body),
    },
    {
      name: 'draws the link in SVG',
      a: ({ href, children }) => (
        <svg>
          <a {...{ xlinkHref: href }}>
            <text>{children}</text>
          </a>
        </svg>
      ),
    },
    {
      name: 'draws the link as an area of an image',
      a: ({ href }) => (
        <map name="map">
          <area href={href} alt="docs" data-testid="docs" />
        </map>
      ),
    },
  ]
  it.each(ways)('cannot lose the question where it $name', ({ a }) => {
    render(
      <GloveboxProvider origin="https://app.test">
        <SafeMessage content={foreign} components={{ a }} />
      </GloveboxProvider>,
    )
    fireEvent.click(screen.queryByTestId('docs') ?? screen.getByText('docs'))
    expect(screen.getAllByRole('dialog').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('https://docs.test/a'),
    ])
  })
})
