import { defaultPolicy, definePolicy, sanitizeTree, toSafeTree } from '@glovebox/markdown'
import { rehypeGlovebox } from '@glovebox/markdown/rehype'
import type { Properties, Root } from 'hast'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { draw, show } from './show.js'

function rootOf(tagName: string, properties: Properties): Root {
  const children = [{ type: 'text' as const, value: 'x' }]
  return { type: 'root', children: [{ type: 'element', tagName, properties, children }] }
}

describe('a tree from elsewhere', () => {
  it.each([
    { name: 'a handler', unsafe: rootOf('p', { onClick: 'a' }), safe: '<p>x</p>' },
    { name: 'a style', unsafe: rootOf('p', { style: 'position:fixed' }), safe: '<p>x</p>' },
    { name: 'a class', unsafe: rootOf('p', { className: ['modal'] }), safe: '<p>x</p>' },
    { name: 'an id', unsafe: rootOf('h2', { id: 'config' }), safe: '<h2 id=glovebox-x>x</h2>' },
    { name: 'a name', unsafe: rootOf('a', { name: 'cookie' }), safe: 'x' },
    {
      name: 'a ping',
      unsafe: rootOf('a', { href: '#a', ping: ['https://evil.test'] }),
      safe: '<a href=#glovebox-a>x</a>',
    },
    { name: 'a background', unsafe: rootOf('td', { background: 'https://evil.test' }), safe: 'x' },
    { name: 'a script', unsafe: rootOf('script', {}), safe: '' },
    { name: 'a frame', unsafe: rootOf('iframe', { src: 'https://evil.test' }), safe: 'x' },
    { name: 'a tag in capitals', unsafe: rootOf('SCRIPT', {}), safe: 'x' },
    {
      name: 'a property of the prototype',
      unsafe: rootOf('p', { constructor: 'a', dangerouslySetInnerHTML: 'b' }),
      safe: '<p>x</p>',
    },
    { name: 'a forged true host', unsafe: rootOf('span', { dataTrueHost: 'bank.com' }), safe: '' },
    {
      name: 'a forged address of a blocked image',
      unsafe: rootOf('span', { dataBlocked: 'image', dataUrl: 'javascript:a', dataHost: '"><b>' }),
      safe: '<span dataBlocked=image dataReason=not-allowed>x</span>',
    },
    {
      name: 'a class as a language',
      unsafe: rootOf('code', { className: ['language-../evil'] }),
      safe: '<code>x</code>',
    },
  ])('loses $name', ({ unsafe, safe }) => {
    expect(show(sanitizeTree(unsafe, defaultPolicy))).toBe(safe)
  })

  it('goes through the same step as a rehype plugin', () => {
    const unsafe = rootOf('p', { onClick: 'a' })
    expect(show(rehypeGlovebox()(unsafe))).toBe('<p>x</p>')
  })

  it('is judged by the policy and the prefix a pipeline gives the plugin', () => {
    const policy = definePolicy({ images: { otherwise: 'drop' } })
    const pipeline = unified().use(rehypeGlovebox, policy, { idPrefix: 'm1-' })
    const link: Root = rootOf('a', { href: '#a' })
    const image: Root = rootOf('img', { src: 'https://evil.test/' })
    const unsafe: Root = { type: 'root', children: [...link.children, ...image.children] }
    expect(pipeline.runSync(unsafe)).toEqual(rootOf('a', { href: '#m1-a', dir: 'auto' }))
  })
})

describe('ids', () => {
  const unsafe = 'a[^1]\n\n[^1]: b'

  it('of two messages never meet', () => {
    const idsOf = (idPrefix: string) =>
      [...show(toSafeTree(unsafe, { idPrefix })).matchAll(/ id=(\S+?)[ >]/g)].map(([, id]) => id)
    expect([idsOf('m1-'), idsOf('m2-')]).toEqual([
      ['m1-fnref-1', 'm1-footnote-label', 'm1-fn-1'],
      ['m2-fnref-1', 'm2-footnote-label', 'm2-fn-1'],
    ])
  })

  it('and the addresses of footnotes match', () => {
    const shown = show(toSafeTree(unsafe, { idPrefix: 'm1-' }))
    const targets = [...shown.matchAll(/ href=#(\S+?)[ >]/g)].map(([, id]) => id)
    expect(targets.map((id) => shown.includes(` id=${id}`))).toEqual([true, true])
  })

  it('of headings are not those of the footnotes', () => {
    const ids = [
      ...draw('# footnote-label\n# fn 1\n# fnref-1\n\na[^1]\n\n[^1]: b').matchAll(
        / id=(\S+?)[ >]/g,
      ),
    ]
    expect(ids.map(([, id]) => id)).toEqual([
      'glovebox-footnote-label-1',
      'glovebox-section-fn-1',
      'glovebox-section-fnref-1',
      'glovebox-fnref-1',
      'glovebox-footnote-label',
      'glovebox-fn-1',
    ])
  })
})

describe('a table, a task and a fence', () => {
  it.each([
    {
      name: 'align by data',
      unsafe: '|a|\n|:-:|',
      safe: '<table><thead><tr><th dataAlign=center>a</th></tr></thead></table>',
    },
    {
      name: 'keep a box that does nothing',
      unsafe: '- [x] a',
      safe: '<ul><li dataTask=><input type=checkbox disabled=true checked=true></input> a</li></ul>',
    },
    {
      name: 'keep the language and drop the rest',
      unsafe: '```c++ onload=a\nb\n```',
      safe: '<pre><code dataLanguage=c++>b</code></pre>',
    },
    {
      name: 'drop a language that is a path',
      unsafe: '```../evil\nb\n```',
      safe: '<pre><code>b</code></pre>',
    },
  ])('$name', ({ unsafe, safe }) => {
    expect(draw(unsafe)).toBe(safe)
  })
})
