import { judgeUrl } from '@glovebox/markdown'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAddress } from '../../../packages/react/src/describeAddress.js'

describe('an address of a page carries nothing', () => {
  it.each([
    'https://a.test/',
    'https://en.wikipedia.org/wiki/Prompt_injection',
    'https://de.wikipedia.org/wiki/%C3%84quivalenzrelation_(Mathematik)',
    'https://docs.a.test/guide/getting-started/installation.html#windows',
    'https://github.com/facebook/react/blob/main/packages/react/src/ReactHooks.js#L24',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://a.test/search?q=how+to+cook+rice',
    'https://stackoverflow.com/questions/11227809/why-is-processing-a-sorted-array-faster-than-an-unsorted-array',
    'https://developer.mozilla.org/en-US/docs/Web/API/AbortController/abort',
    'https://registry.npmjs.org/@types/react-dom/-/react-dom-19.2.0.tgz',
    'https://internationalization.example.org/a',
    'https://my-very-long-service-name.region-1.example.org/',
    'mailto:me@a.test',
    'mailto:me@a.test?subject=Hello',
    'tel:+4930123456',
  ])('%s', (url) => {
    expect(describeAddress(url).payload).toBe(0)
  })
})

describe('an address that may carry data says how much', () => {
  it.each([
    {
      name: 'a long query',
      url: 'https://evil.test/?q=the+secret+plan+is+to+meet+at+noon+by+the+bridge',
      payload: 51,
    },
    { name: 'base64', url: 'https://evil.test/c2VjcmV0IHRva2VuIDEyMzQ1Njc4', payload: 28 },
    {
      name: 'base64 in a short query',
      url: 'https://evil.test/?d=cGFzc3dvcmQ9aHVudGVyMg',
      payload: 25,
    },
    {
      name: 'a hexadecimal number',
      url: 'https://evil.test/i/736563726574746f6b656e31',
      payload: 26,
    },
    { name: 'a fragment', url: 'https://evil.test/#' + 'word-'.repeat(10), payload: 51 },
    {
      name: 'a long path of words',
      url: 'https://evil.test/' + 'my/secret/'.repeat(13),
      payload: 130,
    },
    {
      name: 'many short parameters',
      url: 'https://evil.test/?' + 'a=1&b=2&'.repeat(6),
      payload: 49,
    },
    {
      name: 'a label of the host',
      url: 'https://nbswy3dpfqqho33snrscc3lq.evil.test/',
      payload: 24,
    },
    {
      name: 'many labels',
      url: 'https://the-secret.plan-is-to.meet-at-noon.by-the-old.bridge.evil.test/',
      payload: 48,
    },
    { name: 'a name before the host', url: 'https://secret:word@evil.test/', payload: 12 },
    {
      name: 'a mail’s body',
      url: 'mailto:a@b.test?body=the%20secret%20plan%20is%20to%20meet%20at%20noon',
      payload: 53,
    },
    { name: 'an application’s address', url: 'vscode://x/' + 'a'.repeat(120), payload: 124 },
  ])('$name', ({ url, payload }) => {
    expect(describeAddress(url).payload).toBe(payload)
  })
})

it('gives the whole address in its parts', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (unsafe) => {
        const verdict = judgeUrl(unsafe, 'link')
        const url = verdict.ok ? String(verdict.url) : 'https://a.test/b'
        const { before, host, after } = describeAddress(url)
        expect([before + host + after, before + host + after + '/']).toContain(url)
      },
    ),
  )
})
