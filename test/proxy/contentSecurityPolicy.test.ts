import { contentSecurityPolicy, recommendedHeaders, type CspChanges } from '@glovebox/proxy'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const closed =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; trusted-types 'none'; " +
  "require-trusted-types-for 'script'"

describe('contentSecurityPolicy', () => {
  it('is closed by default', () => {
    expect(contentSecurityPolicy()).toBe(closed)
  })

  it.each<[string, CspChanges, string]>([
    [
      'image hosts beside the own origin',
      { 'img-src': ['https://cdn.example.com/img/', 'https://*.example.org', 'blob:'] },
      "img-src 'self' https://cdn.example.com/img/ https://*.example.org blob:",
    ],
    [
      'the proxy’s origin and sockets',
      { 'connect-src': ['https://api.example.com:8443', 'ws://127.0.0.1:5173'] },
      "connect-src 'self' https://api.example.com:8443 ws://127.0.0.1:5173",
    ],
    [
      'a nonce and a hash',
      { 'script-src': ["'nonce-rAnd0mrAnd0mrAnd0m=='", `'sha256-${'a'.repeat(43)}='`] },
      `script-src 'self' 'nonce-rAnd0mrAnd0mrAnd0m==' 'sha256-${'a'.repeat(43)}='`,
    ],
    ['a directive that is not there by itself', { 'font-src': ["'self'"] }, "font-src 'self'"],
    [
      'who may frame the page, in the place of nobody',
      { 'frame-ancestors': ["'self'", 'https://portal.example'] },
      "frame-ancestors 'self' https://portal.example",
    ],
    ['a name of a policy', { 'trusted-types': ['nextjs#bundler'] }, 'trusted-types nextjs#bundler'],
    ['where to report', { 'report-uri': ['/csp-reports'] }, 'report-uri /csp-reports'],
    [
      'images of every host, with a reason',
      { dangerouslyAllowAnyImage: { because: 'readers look at pictures of shops' } },
      "img-src 'self' https:",
    ],
    ['a source once', { 'img-src': ["'self'", "'self'"] }, "img-src 'self'"],
    ['an empty list as nothing', { 'form-action': [] }, "form-action 'none'"],
  ])('takes %s', (_, changes, directive) => {
    expect(contentSecurityPolicy(changes).split('; ')).toContain(directive)
  })

  it.each<[string, unknown, string]>([
    ['a semicolon', { 'img-src': ['https://a.example; script-src *'] }, '`img-src` has'],
    ['a line ending', { 'img-src': ['https://a.example\r\nx: y'] }, '`img-src` has'],
    ['a line ending at the end', { 'img-src': ['https://a.example\n'] }, '`img-src` has'],
    ['a blank', { 'img-src': ['https://a.example *'] }, '`img-src` has'],
    ['a comma', { 'img-src': ["https://a.example,default-src'"] }, '`img-src` has'],
    ['every host', { 'img-src': ['*'] }, '`img-src` has'],
    ['every https host', { 'connect-src': ['https:'] }, '`connect-src` has'],
    ['every host below a top-level name', { 'img-src': ['https://*.com'] }, '`img-src` has'],
    ['a host without https', { 'img-src': ['http://a.example'] }, '`img-src` has'],
    ['a host without a scheme', { 'img-src': ['a.example'] }, '`img-src` has'],
    ['a user before the host', { 'img-src': ['https://a@b.example'] }, '`img-src` has'],
    ['inline code', { 'script-src': ["'unsafe-inline'"] }, '`script-src` has'],
    ['code from strings', { 'script-src': ["'unsafe-eval'"] }, '`script-src` has'],
    ['scripts as data', { 'script-src': ['data:'] }, '`script-src` has'],
    ['a nonce that can be guessed', { 'script-src': ["'nonce-1'"] }, '`script-src` has'],
    ['a policy by any name', { 'trusted-types': ['*'] }, '`trusted-types` has'],
    ['a path that is another host', { 'report-uri': ['//evil.test/'] }, '`report-uri` has'],
    ['what is no list', { 'img-src': 'https://a.example' }, '`img-src` is no list'],
    ['what is no string', { 'img-src': [{ toString: () => "'self'" }] }, '`img-src` has'],
    ['a hole', { 'img-src': [, 'https://a.example'] }, '`img-src` has'], // oxlint-disable-line no-sparse-arrays
    ['the floor itself', { 'default-src': ["'self'"] }, '"default-src" is no directive'],
    ['an unknown directive', { 'img-src; x': [] }, '"img-src; x" is no directive'],
    ['a reason that is empty', { dangerouslyAllowAnyImage: { because: ' ' } }, 'is empty'],
    ['a reason that is none', { dangerouslyAllowAnyImage: null }, 'is empty'],
  ])('refuses %s', (_, changes, message) => {
    expect(() => contentSecurityPolicy(changes as CspChanges)).toThrowError(
      expect.objectContaining({
        name: 'GloveboxProxyError',
        code: 'invalid-header',
        message: expect.stringContaining(message),
      }),
    )
  })

  it('never has another directive than those named, whatever it is given', () => {
    const source = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('https://', 'a.example', ';', ' ', '\n', "'", '*', ',', ':', '/'))
        .map((parts) => parts.join('')),
    )
    const directive = fc.constantFrom('img-src', 'script-src', 'trusted-types', 'report-uri')
    fc.assert(
      fc.property(directive, source, (name, unsafe) => {
        let policy: string
        try {
          policy = contentSecurityPolicy({ [name]: [unsafe] })
        } catch {
          return
        }
        const written = policy.split(';').map((part) => part.trim().split(' ')[0])
        const plain = closed.split('; ').map((part) => part.split(' ')[0])
        expect(written.filter((one) => one !== 'report-uri')).toEqual(plain)
        expect(policy).toMatch(/^[\x21-\x2b\x2d-\x7e ]+$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('recommendedHeaders', () => {
  it('is what a server can send as it is', () => {
    expect(Object.fromEntries(new Headers(recommendedHeaders()))).toEqual({
      'content-security-policy': closed,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy':
        'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
    })
  })

  it('carries the changed policy', () => {
    const changes = { 'img-src': ['https://cdn.example.com'] }
    expect(recommendedHeaders(changes)['content-security-policy']).toBe(
      contentSecurityPolicy(changes),
    )
  })

  it('cannot be changed by who has it', () => {
    expect(Object.isFrozen(recommendedHeaders())).toBe(true)
  })
})
