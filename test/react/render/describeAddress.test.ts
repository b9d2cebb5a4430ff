import { defaultPolicy, judgeUrl } from '@glovebox/markdown'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAddress } from '../../../packages/react/src/describeAddress.js'

const hash = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'
const prose = encodeURIComponent('the password of the shop is hunter2, and mine too')
const base64 = btoa('the password of the shop is hunter2')
const hex = Array.from('the password is hunter2', (letter) =>
  letter.charCodeAt(0).toString(16),
).join('')

describe('an honest address carries nothing', () => {
  it.each([
    { name: 'a bare host', url: 'https://docs.test/' },
    { name: 'an article', url: 'https://en.wikipedia.org/wiki/Glovebox_(disambiguation)' },
    {
      name: 'an article in Cyrillic',
      url: new URL('https://ru.wikipedia.org/wiki/Великая_теорема_Ферма_и_её_история').href,
    },
    {
      name: 'documentation',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/HTMLDialogElement/showModal#exceptions',
    },
    { name: 'a commit', url: `https://github.com/owner/repository/commit/${hash}` },
    { name: 'an id', url: 'https://shop.test/orders/123e4567-e89b-12d3-a456-426614174000' },
    { name: 'a film', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s' },
    { name: 'a search', url: 'https://duckduckgo.com/?q=react+dialog+focus+trap' },
    {
      name: 'a campaign',
      url: 'https://shop.test/?utm_source=newsletter&utm_medium=email&utm_campaign=spring',
    },
    {
      name: 'a news page',
      url: 'https://news.test/2024/06/15/world/europe/how-a-small-town-learned-to-live-with-its-river-again',
    },
    { name: 'a port', url: 'http://localhost:5173/settings' },
    { name: 'an IPv6 address', url: 'http://[2001:db8:85a3::8a2e:370:7334]:8080/' },
    { name: 'a distribution', url: 'https://d111111abcdef8.cloudfront.net/app.js' },
    { name: 'a server in a region', url: 'https://ec2-203-0-113-25.compute-1.amazonaws.com/' },
    { name: 'a name in letters', url: 'https://xn--mnchen-3ya.de/' },
    { name: 'mail', url: 'mailto:help@shop.test?subject=Order%20123' },
    { name: 'a phone', url: 'tel:+4930123456789' },
  ])('such as $name', ({ url }) => {
    expect(describeAddress(url).payload).toBe(0)
  })
})

describe('an address that carries data says how many characters', () => {
  it.each([
    { name: 'base64 in the query', url: `https://evil.test/?q=${base64}`, payload: 51 },
    { name: 'base64 in the path', url: `https://evil.test/${base64}`, payload: 48 },
    { name: 'base64 in the fragment', url: `https://evil.test/#${base64}`, payload: 49 },
    { name: 'hex in the path', url: `https://evil.test/${hex}.png`, payload: 50 },
    { name: 'prose in the query', url: `https://evil.test/?q=${prose}`, payload: 52 },
    {
      name: 'escaped letters',
      url: `https://evil.test/${'%68%75%6e%74%65%72%32'.repeat(3)}`,
      payload: 21,
    },
    {
      name: 'bytes that are no text',
      url: `https://evil.test/${'%ff%a1'.repeat(11)}`,
      payload: 66,
    },
    {
      name: 'many short parameters',
      url: 'https://evil.test/?a=hunter&b=2isth&c=epass&d=wordo&e=fthes&f=hop',
      payload: 47,
    },
    {
      name: 'many segments',
      url: `https://evil.test/${base64.match(/.{8}/g)?.join('/') ?? ''}`,
      payload: 53,
    },
    { name: 'hex before the site', url: `https://${hex}.evil.test/`, payload: 46 },
    { name: 'labels of letters', url: `https://${'hunter.two.'.repeat(4)}evil.test/`, payload: 43 },
    {
      name: 'base32 before the site',
      url: 'https://nb2w45dfojzsa2lt.evil.test/',
      payload: 16,
    },
    {
      name: 'userinfo',
      url: `https://${base64.replaceAll('=', '')}@evil.test/`,
      payload: base64.replaceAll('=', '').length,
    },
    {
      name: 'the text of a mail',
      url: `mailto:a@evil.test?body=${prose}`,
      payload: 66,
    },
    {
      name: 'a copy of a mail',
      url: `mailto:a@b.test?bcc=${hex}@evil.test`,
      payload: 69,
    },
    { name: 'the name of a mailbox', url: `mailto:${hex}@evil.test`, payload: 56 },
  ])('as $name', ({ url, payload }) => {
    expect(describeAddress(url).payload).toBe(payload)
  })
})

describe('the parts of an address', () => {
  const unsafeUrls = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }).map((rest) => 'https://' + rest),
    fc.string().map((rest) => 'https://a:b@evil.test/' + rest),
    fc.string().map((rest) => 'mailto:' + rest),
    fc.string().map((rest) => 'tel:' + rest),
  )

  it('are the whole of it, in order', () => {
    fc.assert(
      fc.property(unsafeUrls, (unsafeUrl) => {
        const verdict = judgeUrl(unsafeUrl, 'link', defaultPolicy)
        fc.pre(verdict.ok && !verdict.url.startsWith('#'))
        const url = verdict.ok ? verdict.url : ''
        const { before, host, after } = describeAddress(url)
        expect(before + host + after).toBe(url)
      }),
      { numRuns: 2_000 },
    )
  })
})
