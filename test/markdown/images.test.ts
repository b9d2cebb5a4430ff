import { definePolicy, judgeUrl } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { draw, findingsOf } from './show.js'

const place = '<span dataBlocked=image dataHost=evil.test dataUrl=https://evil.test/i?q=1>'

describe('an image', () => {
  it.each([
    {
      name: 'is its words and its host',
      unsafe: '![x](https://evil.test/i?q=1)',
      safe: `<p>${place}x (evil.test)</span></p>`,
    },
    {
      name: 'without words is its host',
      unsafe: '![](https://evil.test/i?q=1)',
      safe: `<p>${place}(evil.test)</span></p>`,
    },
    {
      name: 'by reference is the same (CVE-2025-32711)',
      unsafe: '![x][r]\n\n[r]: https://evil.test/i?q=1',
      safe: `<p>${place}x (evil.test)</span></p>`,
    },
    {
      name: 'without a scheme is the same',
      unsafe: '![x](//evil.test/i?q=1)',
      safe: `<p>${place}x (evil.test)</span></p>`,
    },
    {
      name: 'of IPv6 is its words and that host',
      unsafe: '![x](https://[::1]/i)',
      safe: '<p><span dataBlocked=image dataHost=[::1] dataUrl=https://[::1]/i>x ([::1])</span></p>',
    },
    {
      name: 'of data has no address',
      unsafe: '![x](data:image/svg+xml,a)',
      safe: '<p><span dataBlocked=image dataReason=scheme>x</span></p>',
    },
    {
      name: 'of a relative path has no address',
      unsafe: '![x](/logo.png)',
      safe: '<p><span dataBlocked=image dataReason=relative>x</span></p>',
    },
    {
      name: 'with a name before the host has no address',
      unsafe: '![x](https://a@evil.test)',
      safe: '<p><span dataBlocked=image dataReason=userinfo>x</span></p>',
    },
    {
      name: 'inside a link has no button',
      unsafe: '[![x](https://evil.test/i)](https://a.test)',
      safe: '<p><a href=https://a.test/ dataConfirm=foreign><span dataBlocked=image dataHost=evil.test>x (evil.test)</span></a></p>',
    },
    {
      name: 'marks what its words hide',
      unsafe: '![a\u202eb](data:,)',
      safe: '<p><span dataBlocked=image dataReason=scheme>a<span dataMarkedChar=U+202E title=RIGHT-TO-LEFT OVERRIDE>U+202E</span>b</span></p>',
    },
    {
      name: 'in HTML is text',
      unsafe: 'a <img src="//evil.test">',
      safe: '<p>a <img src="//evil.test"></p>',
    },
  ])('$name', ({ unsafe, safe }) => {
    expect(draw(unsafe)).toBe(safe)
  })

  it('can be words only', () => {
    const policy = definePolicy({ images: { otherwise: 'text' } })
    expect(draw('![x](https://evil.test/i)', policy)).toBe(
      '<p><span dataBlocked=image dataHost=evil.test>x (evil.test)</span></p>',
    )
  })

  it('can be dropped, and is still reported', () => {
    const policy = definePolicy({ images: { otherwise: 'drop' } })
    const unsafe = '![x](https://evil.test/i)'
    expect([draw(unsafe, policy), findingsOf(unsafe, policy)]).toEqual([
      '<p></p>',
      ['image not-allowed'],
    ])
  })

  it('loads lazily and without a referrer where a rule allows it', () => {
    const policy = definePolicy({ images: { allow: ['https://*.ok.test/img/'] } })
    expect(draw('![a\u202eb](https://cdn.ok.test/img/i.png "t")', policy)).toBe(
      '<p><img src=https://cdn.ok.test/img/i.png alt=a U+202E b loading=lazy decoding=async></img></p>',
    )
  })
})

describe('an image of data', () => {
  const policy = definePolicy({ images: { allow: ['data:'] }, limits: { dataUrlLength: 200 } })
  const png = 'data:image/png;base64,iVBORw0KGgo='

  it('is drawn where a rule says so', () => {
    expect(draw(`![x](${png})`, policy)).toContain(`<img src=${png} alt=x loading=lazy`)
  })

  it.each([
    { name: 'without a rule', unsafe: png, by: definePolicy({}), reason: 'scheme' },
    {
      name: 'over its limit',
      unsafe: `data:image/png;base64,${'A'.repeat(200)}`,
      by: policy,
      reason: 'too-long',
    },
    { name: 'as SVG', unsafe: 'data:image/svg+xml;base64,AAAA', by: policy, reason: 'malformed' },
    { name: 'as a page', unsafe: 'data:text/html;base64,AAAA', by: policy, reason: 'malformed' },
    {
      name: 'with parameters',
      unsafe: 'data:image/png;charset=x;base64,AAAA',
      by: policy,
      reason: 'malformed',
    },
    { name: 'without base64', unsafe: 'data:image/png,AAAA', by: policy, reason: 'malformed' },
    { name: 'with more behind it', unsafe: `${png}#a`, by: policy, reason: 'malformed' },
    { name: 'in capitals', unsafe: 'DATA:image/png;base64,AAAA', by: policy, reason: 'malformed' },
  ])('is blocked $name', ({ unsafe, by, reason }) => {
    expect(judgeUrl(unsafe, 'image', by)).toEqual({ ok: false, reason })
  })

  it('is no link', () => {
    expect(judgeUrl(png, 'link', policy)).toEqual({ ok: false, reason: 'scheme' })
  })
})
