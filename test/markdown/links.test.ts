import { definePolicy, judgeUrl, toSafeTree } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { draw, findingsOf } from './show.js'

const blocked = (reason: string) => `<p><span dataBlocked=link dataReason=${reason}>x</span></p>`
const foreign = (href: string, words = 'x') =>
  `<p><a href=${href} dataConfirm=foreign>${words}</a></p>`
const deceptive = (href: string, words: string, host: string) =>
  `<p><a href=${href} dataConfirm=foreign dataDeceptive=true>${words}</a>` +
  `<span dataTrueHost=${host}>(${host})</span></p>`

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
      safe: deceptive('https://xn--bnk-6cd.com/', 'x', 'xn--bnk-6cd.com'),
    },
    {
      name: 'to a host that looks Latin',
      unsafe: '[x](https://аррӏе.com)',
      safe: deceptive('https://xn--80ak6aa92e.com/', 'x', 'xn--80ak6aa92e.com'),
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
