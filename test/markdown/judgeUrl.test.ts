import { definePolicy, judgeUrl } from '@glovebox/markdown'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const policy = definePolicy({
  origin: 'https://app.test',
  images: { allow: ['self', 'https://*.ok.test/img/'] },
})
const parts =
  'https http javascript data mailto tel : // / \\ @ . ? # %2f %5c .. app.test cdn.ok.test ' +
  'evil.test img :443 *.ok.test bаnk.com [::1] 。 &Tab; xn--'
const unsafeUrl = fc
  .array(
    fc.oneof(
      fc.constantFrom(...parts.split(' '), '\t', '\n', '\u0000', '\u202e', '\ud800', ' '),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''))

describe('any address', () => {
  it('that is allowed has an allowed scheme and nothing a browser reads in another way', () => {
    fc.assert(
      fc.property(fc.oneof(unsafeUrl, fc.webUrl()), (unsafe) => {
        const verdict = judgeUrl(unsafe, 'link', policy)
        const url = verdict.ok ? verdict.url : 'https://blocked.test/'
        expect(url).toMatch(
          /^(?:https?:\/\/|mailto:|tel:|#)[^\s\\?#]*(?:[?#][\x21-\x7e\p{L}\p{N}_]*)?$/u,
        )
        expect(new URL(url, 'https://app.test/').href).toBe(
          url.startsWith('#') ? 'https://app.test/' + url : url,
        )
      }),
      { numRuns: 3_000 },
    )
  })

  it('of a host with a blank of Braille has no letters to be named by', () => {
    const verdict = judgeUrl('http://a\u2800/', 'link')
    expect(verdict).toMatchObject({ ok: true, host: 'xn--a-4rq', unicodeHost: undefined })
  })

  it('is judged the same when it comes back', () => {
    fc.assert(
      fc.property(unsafeUrl, fc.constantFrom('link', 'image'), (unsafe, use) => {
        const verdict = judgeUrl(unsafe, use, policy)
        expect(verdict.ok ? judgeUrl(verdict.url, use, policy) : verdict).toEqual(verdict)
      }),
      { numRuns: 3_000 },
    )
  })

  it('of an image is of a host and path a rule names', () => {
    fc.assert(
      fc.property(unsafeUrl, (unsafe) => {
        const verdict = judgeUrl(unsafe, 'image', policy)
        expect(verdict.ok ? verdict.url : 'https://app.test/').toMatch(
          /^https:\/\/(?:app\.test\/|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.ok\.test\/img(?:[/?#]|$))/,
        )
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('a place in the page', () => {
  it('is no text that the browser looks for', () => {
    expect(judgeUrl('#a:~:text=Delete&b:~:~:c', 'link')).toMatchObject({
      url: '#a:%7E:text=Delete&b:%7E:%7E:c',
    })
  })
})

describe('a host outside ASCII', () => {
  it('is read as on the first day after many thousand calls (URL.canParse in Node 20)', () => {
    const unsafe = String(JSON.parse('"https://müller.de/"'))
    const verdicts = Array.from({ length: 20_000 }, () => judgeUrl(unsafe, 'link').ok)
    expect(verdicts.indexOf(false)).toBe(-1)
  })
})

describe('the host of a verdict', () => {
  it.each([
    { name: 'is in punycode', unsafe: 'https://müller.de', safe: 'xn--mller-kva.de' },
    { name: 'keeps its port', unsafe: 'https://a.test:8443/', safe: 'a.test:8443' },
    { name: 'has no name before it', unsafe: 'https://a@evil.test/', safe: 'evil.test' },
    { name: 'is the number a browser reads', unsafe: 'http://2130706433/', safe: '127.0.0.1' },
    { name: 'of a full-width dot is a dot', unsafe: 'https://a。test/', safe: 'a.test' },
    { name: 'of mail is the mailbox', unsafe: 'mailto:me@A.test?cc=b@c.test', safe: 'a.test' },
    { name: 'of a number is empty', unsafe: 'tel:+49', safe: '' },
    { name: 'of a place in the page is empty', unsafe: '#a', safe: '' },
  ])('$name', ({ unsafe, safe }) => {
    expect(judgeUrl(unsafe, 'link')).toMatchObject({ ok: true, host: safe })
  })
})
