import {
  defaultPolicy,
  definePolicy,
  GloveboxMarkdownError,
  judgeUrl,
  type PolicyChanges,
} from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'

describe('a rule', () => {
  it.each([
    { name: 'the host itself', rule: 'https://a.test', unsafe: 'https://a.test/x', safe: true },
    { name: 'a trailing dot', rule: 'https://a.test', unsafe: 'https://a.test./x', safe: true },
    {
      name: 'no longer host',
      rule: 'https://a.test',
      unsafe: 'https://a.test.evil.test/',
      safe: false,
    },
    {
      name: 'no host with a name before it',
      rule: 'https://a.test',
      unsafe: 'https://a.test@evil.test/',
      safe: false,
    },
    { name: 'no other scheme', rule: 'https://a.test', unsafe: 'http://a.test/', safe: false },
    { name: 'no other port', rule: 'https://a.test', unsafe: 'https://a.test:8443/', safe: false },
    {
      name: 'whole segments',
      rule: 'https://a.test/img',
      unsafe: 'https://a.test/img/x',
      safe: true,
    },
    {
      name: 'no longer segment',
      rule: 'https://a.test/img',
      unsafe: 'https://a.test/img-evil/x',
      safe: false,
    },
    {
      name: 'no way up',
      rule: 'https://a.test/img/',
      unsafe: 'https://a.test/img/../x',
      safe: false,
    },
    {
      name: 'no escaped way up',
      rule: 'https://a.test/img/',
      unsafe: 'https://a.test/img/%2e%2e/x',
      safe: false,
    },
    {
      name: 'no escaped slash',
      rule: 'https://a.test/img/',
      unsafe: 'https://a.test/img/..%2fx',
      safe: false,
    },
    {
      name: 'subdomains of a star',
      rule: 'https://*.a.test/',
      unsafe: 'https://b.c.a.test/',
      safe: true,
    },
    {
      name: 'not the host of a star',
      rule: 'https://*.a.test/',
      unsafe: 'https://a.test/',
      safe: false,
    },
    {
      name: 'no lookalike of a star',
      rule: 'https://*.a.test/',
      unsafe: 'https://evila.test/',
      safe: false,
    },
    { name: 'relative addresses of the origin', rule: 'self', unsafe: '/x', safe: true },
    { name: 'no foreign address as its own', rule: 'self', unsafe: '//evil.test/x', safe: false },
  ])('allows $name', ({ rule, unsafe, safe }) => {
    const policy = definePolicy({ origin: 'https://app.test', images: { allow: [rule] } })
    expect(judgeUrl(unsafe, 'image', policy).ok).toBe(safe)
  })

  it.each([
    '*',
    'a.test',
    'https://',
    'https://*',
    'https://*.com',
    'https://a.*',
    '/img',
    'https://a.test/?q',
    'https://u@a.test',
    'data:text/html',
    'javascript:',
    'https://a.test/#f',
    'https://a.test/a/*',
    'https://a.test/%2e%2e/',
    'https://*.co.uk',
    'https://*.github.io',
    'https://*.127.0.0.1',
    'ftp://a.test',
    '//a.test',
    ' https://a.test',
    '',
  ])('such as %j is refused', (rule) => {
    expect(() => definePolicy({ images: { allow: [rule] } })).toThrow(GloveboxMarkdownError)
  })
})

describe('definePolicy', () => {
  it.each([
    {
      name: "'self' without an origin",
      changes: { links: { allow: ['self'] } },
      code: 'invalid-rule',
    },
    {
      name: 'an origin with a path',
      changes: { origin: 'https://a.test/x' },
      code: 'invalid-origin',
    },
    { name: 'a limit of nothing', changes: { limits: { depth: 0 } }, code: 'invalid-limit' },
  ])('refuses $name', ({ changes, code }) => {
    expect(() => definePolicy(changes)).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    { name: 'a scheme that is none of the four', changes: { links: { schemes: ['javascript'] } } },
    { name: 'an unknown way to ask', changes: { links: { confirm: 'sometimes' } } },
    { name: 'an unknown place of an image', changes: { images: { otherwise: 'load' } } },
    { name: 'an unknown way with HTML', changes: { html: 'all' } },
    { name: 'an unknown way with hidden text', changes: { hidden: 'show' } },
    { name: 'a rule that is no list', changes: { images: { allow: 'https://a.test' } } },
    { name: 'a scheme in capitals', changes: { links: { schemes: ['HTTPS'] } } },
    { name: 'a scheme with its colon', changes: { links: { schemes: ['https:'] } } },
    {
      name: 'a scheme that starts a program by design',
      changes: { links: { schemes: ['ms-msdt'] } },
    },
    { name: 'a misspelt part', changes: { image: { allow: [] } } },
    { name: 'a misspelt key of links', changes: { links: { scheme: ['https'] } } },
    { name: 'a misspelt key of images', changes: { images: { other: 'ask' } } },
    { name: 'a misspelt limit', changes: { limits: { size: 1 } } },
    { name: 'null for links', changes: { links: null } },
    { name: 'a list for limits', changes: { limits: [1] } },
    { name: 'a list', changes: [] },
    { name: 'null', changes: null },
    { name: 'a word', changes: 'strict' },
  ])('refuses $name in words that name the key', ({ changes }) => {
    const unchecked: PolicyChanges = JSON.parse(JSON.stringify(changes))
    expect(() => definePolicy(unchecked)).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringMatching(/^Cannot define policy: `[a-z.]+` (?:has|is) .+, expected /),
      }),
    )
  })

  it.each(['javascript', 'data', 'vbscript', 'blob', 'filesystem', 'file', 'about', 'view-source'])(
    'allows links of %s in no way',
    (scheme) => {
      expect(() => definePolicy({ links: { schemes: [scheme] } })).toThrow(GloveboxMarkdownError)
    },
  )

  it.each(['data:', 'javascript:'])('takes %s for no rule of links', (rule) => {
    expect(() => definePolicy({ links: { allow: [rule] } })).toThrow(GloveboxMarkdownError)
  })

  it('keeps every default that is not changed', () => {
    expect(definePolicy({})).toEqual(defaultPolicy)
  })

  it('gives a policy nothing can change', () => {
    const policy = definePolicy({ images: { allow: ['https://a.test'] } })
    const parts = [policy, policy.links, policy.links.schemes, policy.images, policy.images.allow]
    expect([...parts, policy.limits].every((part) => Object.isFrozen(part))).toBe(true)
  })

  it('lets links of the origin and of rules open without a question', () => {
    const policy = definePolicy({
      origin: 'https://app.test',
      links: { allow: ['self', 'https://docs.test'] },
    })
    const verdicts = ['/a', 'https://docs.test/', 'https://evil.test/'].map((unsafe) => {
      const verdict = judgeUrl(unsafe, 'link', policy)
      return verdict.ok ? [verdict.url, verdict.foreign] : verdict.reason
    })
    expect(verdicts).toEqual([
      ['https://app.test/a', false],
      ['https://docs.test/', false],
      'not-allowed',
    ])
  })
})
