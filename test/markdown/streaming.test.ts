import { toSafeTree } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { show } from './show.js'

function drawOpen(unsafe: string): string {
  return show(toSafeTree(unsafe, { streaming: true })).replace(/\n/g, '')
}

describe('a text that still grows', () => {
  it.each([
    {
      name: 'an address',
      unsafe: 'see https://bank.example',
      safe: '<p>see https://bank.example</p>',
    },
    {
      name: 'an address before a dot',
      unsafe: 'see https://bank.example.',
      safe: '<p>see https://bank.example.</p>',
    },
    {
      name: 'an address in brackets',
      unsafe: '(https://bank.example)',
      safe: '<p>(https://bank.example)</p>',
    },
    { name: 'a mail address', unsafe: 'a@bank.co', safe: '<p>a@bank.co</p>' },
    {
      name: 'the address of an open link',
      unsafe: '[a](https://bank.example',
      safe: '<p>[a](https://bank.example</p>',
    },
    { name: 'a link', unsafe: '[a](https://bank.example)', safe: '<p>a</p>' },
    { name: 'an image', unsafe: '![a](https://evil.test/i)', safe: '<p>a</p>' },
    { name: 'a definition', unsafe: '[a] b\n\n[a]: https://bank.exam', safe: '<p>[a] b</p>' },
    {
      name: 'a reference that may get an address',
      unsafe: '[a]: https://a.test\n\n[a](https://b',
      safe: '<p>a(https://b</p>',
    },
  ])('does not open $name at its end', ({ unsafe, safe }) => {
    expect(drawOpen(unsafe)).toBe(safe)
  })

  it.each([
    { name: 'an address before a blank', unsafe: 'https://a.test b' },
    { name: 'a link before a word', unsafe: '[a](https://a.test) b' },
    { name: 'a reference to a finished definition', unsafe: '[a] b\n\n[a]: https://a.test\n' },
  ])('opens $name', ({ unsafe }) => {
    expect(drawOpen(unsafe)).toContain('<a href=https://a.test/')
  })
})
