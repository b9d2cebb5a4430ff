import { definePolicy, judgeUrl, toSafeTree } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { draw, findingsOf } from './show.js'

const blocked = (reason: string) => `<p><span dataBlocked=link dataReason=${reason}>x</span></p>`
const foreign = (href: string, words = 'x') =>
  `<p><a href=${href} dataConfirm=foreign>${words}</a></p>`
const deceptive = (href: string, words: string, host: string, letters = '') =>
  `<p><a href=${href} dataConfirm=foreign dataDeceptive=true>${words}</a>` +
  `<span dataTrueHost=${host}>(${host}${letters})</span></p>`

describe('a link', () => {
  it.each([
    {
      name: 'to a web page asks first',
      unsafe: '[x](https://a.test/p?q#f)',
      safe: foreign('https://a.test/p?q#f'),
    },
    {
      name: 'by mail asks first',
      unsafe: '[x](mailto:me@a.test)',
      safe: foreign('mailto:me@a.test'),
    },
    { name: 'by phone asks first', unsafe: '[x](tel:+4930123)', safe: foreign('tel:+4930123') },
    {
      name: 'loses its title',
      unsafe: '[x](https://a.test "bank.test")',
      safe: foreign('https://a.test/'),
    },
    {
      name: 'in the page gets the prefix',
      unsafe: '[x](#delete)',
      safe: '<p><a href=#glovebox-delete>x</a></p>',
    },
    {
      name: 'to IPv6 is that host',
      unsafe: '[x](https://[2001:db8::1]/)',
      safe: foreign('https://[2001:db8::1]/'),
    },
    {
      name: 'to IPv6 is not the host that its words name',
      unsafe: '[bank.example](//[2001:db8::1]:8443/)',
      safe: deceptive('https://[2001:db8::1]:8443/', 'bank.example', '[2001:db8::1]:8443'),
    },
    {
      name: 'of a script is its words',
      unsafe: '[x](javascript:alert(1))',
      safe: blocked('scheme'),
    },
    {
      name: 'of a script in capitals',
      unsafe: '[x](JaVaScRiPt:alert(1))',
      safe: blocked('scheme'),
    },
    {
      name: 'of a script by entity',
      unsafe: '[x](&#106;avascript&colon;alert(1))',
      safe: blocked('scheme'),
    },
    {
      name: 'of a script with a tab inside',
      unsafe: '[x](java&Tab;script:alert(1))',
      safe: blocked('relative'),
    },
    {
      name: 'of a script behind a control',
      unsafe: '[x](&#1;javascript:alert(1))',
      safe: blocked('relative'),
    },
    { name: 'of vbscript', unsafe: '[x](vbscript:a)', safe: blocked('scheme') },
    { name: 'of data', unsafe: '[x](data:text/html,a)', safe: blocked('scheme') },
    { name: 'of a blob', unsafe: '[x](blob:https://a.test/1)', safe: blocked('scheme') },
    { name: 'of a file', unsafe: '[x](file:///etc/passwd)', safe: blocked('scheme') },
    { name: 'to an application', unsafe: '[x](ms-word:ofe|u|a)', safe: blocked('scheme') },
    {
      name: 'to an editor',
      unsafe: '<vscode:a>',
      safe: '<p><span dataBlocked=link dataReason=scheme>vscode:a</span></p>',
    },
    { name: 'relative to the page', unsafe: '[x](/admin)', safe: blocked('relative') },
    { name: 'without an address', unsafe: '[x]()', safe: blocked('empty') },
    {
      name: 'longer than the limit',
      unsafe: `[x](https://a.test/${'a'.repeat(3000)})`,
      safe: blocked('too-long'),
    },
    { name: 'to a broken host', unsafe: '[x](https://a^b/)', safe: blocked('malformed') },
    {
      name: 'without a scheme keeps its host',
      unsafe: '[x](//evil.test/p)',
      safe: foreign('https://evil.test/p'),
    },
    {
      name: 'by reference',
      unsafe: '[x][r]\n\n[R]: https://evil.test',
      safe: foreign('https://evil.test/'),
    },
    {
      name: 'by reference to a script in a quote',
      unsafe: '[x][r]\n\n> [r]: javascript:a',
      safe: blocked('scheme') + '<blockquote></blockquote>',
    },
    {
      name: 'that reads as another host',
      unsafe: '[https://bank.com](https://evil.test)',
      safe: deceptive('https://evil.test/', 'https://bank.com', 'evil.test'),
    },
    {
      name: 'that reads as a bare host',
      unsafe: '[go to bank.com now](https://evil.test)',
      safe: deceptive('https://evil.test/', 'go to bank.com now', 'evil.test'),
    },
    {
      name: 'that reads as a host in capitals',
      unsafe: '[BANK.DE](https://evil.test)',
      safe: deceptive('https://evil.test/', 'BANK.DE', 'evil.test'),
    },
    {
      name: 'that puts the host in front',
      unsafe: '[bank.com](https://bank.com.evil.test)',
      safe: deceptive('https://bank.com.evil.test/', 'bank.com', 'bank.com.evil.test'),
    },
    {
      name: 'that puts the host in the path',
      unsafe: '[bank.com](https://evil.test/bank.com)',
      safe: deceptive('https://evil.test/bank.com', 'bank.com', 'evil.test'),
    },
    {
      name: 'that reads as a host in full-width letters',
      unsafe: '[ｂａｎｋ。com](https://evil.test)',
      safe: deceptive('https://evil.test/', 'ｂａｎｋ。com', 'evil.test'),
    },
    {
      name: 'with a name before the host',
      unsafe: '[x](https://bank.com@evil.test)',
      safe: deceptive('https://bank.com@evil.test/', 'x', 'evil.test'),
    },
    {
      name: 'to a host of mixed scripts',
      unsafe: '[x](https://bаnk.com)',
      safe: deceptive('https://xn--bnk-6cd.com/', 'x', 'xn--bnk-6cd.com', ' = bаnk.com'),
    },
    {
      name: 'to a host that looks Latin',
      unsafe: '[x](https://аррӏе.com)',
      safe: deceptive('https://xn--80ak6aa92e.com/', 'x', 'xn--80ak6aa92e.com', ' = аррӏе.com'),
    },
    {
      name: 'to a host of a script that no name is written in',
      unsafe: '[x](https://ꭰꮲ.com)',
      safe: deceptive('https://xn--58d6k.com/', 'x', 'xn--58d6k.com', ' = ᎠᏢ.com'),
    },
    {
      name: 'to a host with a small capital for a letter',
      unsafe: '[x](https://ᴀpple.com)',
      safe: deceptive('https://xn--pple-k13a.com/', 'x', 'xn--pple-k13a.com', ' = ᴀpple.com'),
    },
    {
      name: 'that reads as the registry its host is below',
      unsafe: '[github.io](https://evil.github.io)',
      safe: deceptive('https://evil.github.io/', 'github.io', 'evil.github.io'),
    },
    {
      name: 'that reads as the ending of a country',
      unsafe: '[bank.co.uk](https://evil.co.uk)',
      safe: deceptive('https://evil.co.uk/', 'bank.co.uk', 'evil.co.uk'),
    },
    {
      name: 'that reads as a club',
      unsafe: '[bank.club](https://evil.test)',
      safe: deceptive('https://evil.test/', 'bank.club', 'evil.test'),
    },
    {
      name: 'that reads as a host and a path',
      unsafe: '[bank.insure/login](https://evil.test)',
      safe: deceptive('https://evil.test/', 'bank.insure/login', 'evil.test'),
    },
    {
      name: 'that reads as a host and calls',
      unsafe: '[bank.com](tel:+4930123)',
      safe: deceptive('tel:+4930123', 'bank.com', 'tel:+4930123'),
    },
    {
      name: 'that reads as a host without a dot',
      unsafe: '[https://intranet/login](https://evil.test)',
      safe: deceptive('https://evil.test/', 'https://intranet/login', 'evil.test'),
    },
    {
      name: 'that reads as an address without a name',
      unsafe: '[http://10.0.0.1](https://evil.test)',
      safe: deceptive('https://evil.test/', 'http://10.0.0.1', 'evil.test'),
    },
    {
      name: 'by mail that reads as another mailbox',
      unsafe: '[me@bank.com](mailto:me@evil.test)',
      safe: deceptive('mailto:me@evil.test', 'me@bank.com', 'evil.test'),
    },
    {
      name: 'that reads as its own port and name',
      unsafe: '[http://localhost:3000/a](http://localhost:3000/a)',
      safe: foreign('http://localhost:3000/a', 'http://localhost:3000/a'),
    },
    {
      name: 'that reads as its own host',
      unsafe: '[www.a.com](https://a.com/p)',
      safe: foreign('https://a.com/p', 'www.a.com'),
    },
    {
      name: 'that reads as its parent host',
      unsafe: '[a.com](https://docs.a.com)',
      safe: foreign('https://docs.a.com/', 'a.com'),
    },
    {
      name: 'that reads as a file',
      unsafe: '[README.md](https://a.com)',
      safe: foreign('https://a.com/', 'README.md'),
    },
    {
      name: 'that reads as code',
      unsafe: '[Array.of](https://a.com)',
      safe: foreign('https://a.com/', 'Array.of'),
    },
    {
      name: 'that reads as a platform',
      unsafe: '[ASP.NET and System.IO](https://a.com)',
      safe: foreign('https://a.com/', 'ASP.NET and System.IO'),
    },
    {
      name: 'that reads as versions, files and methods',
      unsafe: '[v1.2.3, next.config.ts, package.json, list.map, e.g. fs.promises](https://a.com)',
      safe: foreign(
        'https://a.com/',
        'v1.2.3, next.config.ts, package.json, list.map, e.g. fs.promises',
      ),
    },
    {
      name: 'to a Japanese host',
      unsafe: '[x](https://例え.jp)',
      safe: foreign('https://xn--r8jz45g.jp/'),
    },
    {
      name: 'to a Russian host whose letters look Latin',
      unsafe: '[x](https://сорос.рф)',
      safe: foreign('https://xn--n1aafcd.xn--p1ai/'),
    },
    {
      name: 'to a German host',
      unsafe: '[x](https://müller.de)',
      safe: foreign('https://xn--mller-kva.de/'),
    },
  ])('$name', ({ unsafe, safe }) => {
    expect(draw(unsafe)).toBe(safe)
  })

  it.each([
    { name: 'a control', hidden: '\u0001' },
    { name: 'private use', hidden: '\ue000' },
    { name: 'a Braille blank', hidden: '\u2800' },
    { name: 'a soft hyphen', hidden: '\u00ad' },
    { name: 'a separator', hidden: '\u2028' },
    { name: 'three thousand blanks of no width', hidden: '\u200b'.repeat(3_000) },
  ])('that hides its host behind $name is told where hidden text is removed', ({ hidden }) => {
    const policy = definePolicy({ hidden: 'remove' })
    expect(draw(`[${hidden}bank${hidden}.com](https://evil.test)`, policy)).toBe(
      deceptive('https://evil.test/', 'bank.com', 'evil.test'),
    )
  })

  it('is never opened with a referrer or an opener', () => {
    const [paragraph] = toSafeTree('[x](https://a.test)').children
    expect(paragraph).toMatchObject({
      children: [
        {
          properties: {
            rel: ['noopener', 'noreferrer', 'nofollow', 'ugc'],
            referrerPolicy: 'no-referrer',
            target: '_blank',
          },
        },
      ],
    })
  })

  it('that is blocked is reported', () => {
    expect(findingsOf('[x](javascript:a) [bank.com](https://evil.test)')).toEqual([
      'link scheme',
      'deceptive-link host',
    ])
  })
})

describe('judgeUrl', () => {
  it.each([
    { name: 'a line break inside', unsafe: 'https://a.test/\nb', safe: 'control' },
    { name: 'a blank in front', unsafe: ' javascript:a', safe: 'control' },
    { name: 'a NUL', unsafe: 'java\u0000script:a', safe: 'control' },
    { name: 'a lone surrogate', unsafe: 'https://a.test/\ud800', safe: 'control' },
    { name: 'a backslash for a slash', unsafe: 'https:\\\\evil.test', safe: 'backslash' },
    { name: 'a backslash path to a host', unsafe: '/\\evil.test', safe: 'backslash' },
    { name: 'a scheme before a script', unsafe: 'view-source:javascript:a', safe: 'scheme' },
    { name: 'a phone number with words', unsafe: 'tel:call-me', safe: 'malformed' },
    { name: 'a host with a blank of no width', unsafe: 'https://ba\u200bnk.test', safe: 'control' },
    { name: 'a host with a soft hyphen', unsafe: '//ba\u00adnk.test', safe: 'control' },
    { name: 'a host with a selector', unsafe: 'https:ba\ufe0fnk.test', safe: 'control' },
    {
      name: 'a host with a joiner that no name needs',
      unsafe: 'https://ba\u200cnk.test',
      safe: 'malformed',
    },
    { name: 'a mailbox that is reordered', unsafe: 'mailto:a\u202eb@c.test', safe: 'control' },
    { name: 'an application', unsafe: 'vscode://file/etc/passwd', safe: 'scheme' },
    { name: 'a feed of a script', unsafe: 'feed:javascript:a', safe: 'scheme' },
    { name: 'a port out of range', unsafe: 'https://a.test:99999/', safe: 'malformed' },
    { name: 'encoded brackets without IPv6', unsafe: 'https://%5Ba.test%5D/', safe: 'malformed' },
    { name: 'a host that ends in nothing', unsafe: 'https://:80/', safe: 'malformed' },
  ])('blocks $name', ({ unsafe, safe }) => {
    expect(judgeUrl(unsafe, 'link')).toEqual({ ok: false, reason: safe })
  })

  it('gives the address as the browser reads it', () => {
    expect(judgeUrl('HTTPS:EVIL.test:443/%2e%2e/a', 'link')).toEqual({
      ok: true,
      url: 'https://evil.test/a',
      host: 'evil.test',
      foreign: true,
      flags: [],
    })
  })
})

describe('what an address may be', () => {
  it.each([
    { name: 'IPv6', unsafe: 'https://[2001:db8::1]:8443/a', url: 'https://[2001:db8::1]:8443/a' },
    {
      name: 'IPv6 in brackets that are encoded',
      unsafe: 'https://a@%5B2001:db8::1%5d:8443/%5Ba%5D',
      url: 'https://a@[2001:db8::1]:8443/%5Ba%5D',
    },
    { name: 'an octal host', unsafe: 'http://0177.0.0.1/', url: 'http://127.0.0.1/' },
    { name: 'full-width letters', unsafe: 'https://ｅｖｉｌ．test', url: 'https://evil.test/' },
    {
      name: 'percent escapes in the host',
      unsafe: 'https://%65vil.test',
      url: 'https://evil.test/',
    },
    {
      name: 'a joiner behind the host',
      unsafe: 'https://a.test/می\u200cخواهم',
      url: 'https://a.test/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85',
    },
    { name: 'a trailing dot', unsafe: 'https://a.test./', url: 'https://a.test./' },
    {
      name: 'a name that needs a joiner',
      unsafe: 'https://نامه\u200cای.com',
      url: 'https://xn--mgba3gch31f060k.com/',
    },
  ])('$name, as the browser reads it', ({ unsafe, url }) => {
    expect(judgeUrl(unsafe, 'link')).toMatchObject({ ok: true, url })
  })

  it('tells a host in letters where punycode hides it', () => {
    const hosts = ['https://münchen.de:8443/', 'https://a.test', 'https://xn--a.test/'].map(
      (unsafe) => {
        const verdict = judgeUrl(unsafe, 'link')
        return verdict.ok ? [verdict.host, verdict.unicodeHost] : verdict.reason
      },
    )
    expect(hosts).toEqual([
      ['xn--mnchen-3ya.de:8443', 'münchen.de:8443'],
      ['a.test', undefined],
      'malformed',
    ])
  })
})

describe('a scheme of an application', () => {
  const policy = definePolicy({
    origin: 'https://app.test',
    links: { schemes: ['https', 'vscode'] },
  })

  it('is allowed where it is named, and asked about', () => {
    expect(draw('[x](vscode://file/a)', policy)).toBe(
      '<p><a href=vscode://file/a dataConfirm=always>x</a></p>',
    )
  })

  it('is still blocked where another one is named', () => {
    expect(judgeUrl('slack://a', 'link', policy)).toEqual({ ok: false, reason: 'scheme' })
  })

  it('is never one that runs code, in a policy made by hand either', () => {
    const byHand = { ...policy, links: { ...policy.links, schemes: ['javascript', 'data'] } }
    expect(
      ['javascript:a', 'data:text/html,a'].map((unsafe) => judgeUrl(unsafe, 'link', byHand)),
    ).toEqual([
      { ok: false, reason: 'scheme' },
      { ok: false, reason: 'scheme' },
    ])
  })
})
