import { defaultPolicy, sanitizeTree } from '@glovebox/markdown'
import type { Root } from 'hast'
import { describe, expect, it } from 'vitest'
import { outside } from './outside.js'
import { show } from './show.js'

const text = (value: unknown) => ({ type: 'text', value })
const root = (...children: unknown[]) => ({ type: 'root', children })

function element(tagName: unknown, properties: unknown = {}, ...children: unknown[]) {
  return { type: 'element', tagName, properties, children }
}

/** An object whose field of this name throws when it is read. */
function throwing<T extends object>(name: string, base: T): T {
  const get = () => {
    throw new Error('Read')
  }
  return Object.defineProperty(base, name, { get, enumerable: true })
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {})
  revoke()
  return proxy
}

/** An object that says one thing when it is first read and another from then on. */
function turning(name: string, first: unknown, then: unknown, base: object): object {
  let reads = 0
  const get = () => (reads++ === 0 ? first : then)
  return Object.defineProperty(base, name, { get, enumerable: true })
}

const inside = element('p', {}, text('a'))
inside.children.push(inside)
const insideDeep = element('b', {}, text('a'))
let far: unknown = insideDeep
for (let depth = 0; depth < 500; depth += 1) far = element('em', {}, far)
insideDeep.children.push(far, insideDeep)

const rows: readonly { name: string; unsafe: unknown; safe: string }[] = [
  { name: 'an element inside itself', unsafe: root(inside), safe: '<p>a</p>' },
  { name: 'no tree', unsafe: undefined, safe: '' },
  { name: 'null', unsafe: null, safe: '' },
  { name: 'a string', unsafe: 'abc', safe: '' },
  { name: 'a root without children', unsafe: { type: 'root' }, safe: '' },
  { name: 'children that are a string', unsafe: { type: 'root', children: 'ab' }, safe: '' },
  { name: 'children that cannot be read', unsafe: { type: 'root', children: revoked() }, safe: '' },
  {
    name: 'an element in place of the root',
    unsafe: element('p', {}, text('a')),
    safe: '<p>a</p>',
  },
  { name: 'a script in place of the root', unsafe: element('script', {}, text('a')), safe: '' },
  { name: 'a root in the root', unsafe: root(root(text('a'))), safe: 'a' },
  { name: 'a tag that throws', unsafe: root(throwing('tagName', element('p'))), safe: '' },
  { name: 'a type that throws', unsafe: root(throwing('type', element('p'))), safe: '' },
  { name: 'children that throw', unsafe: root(throwing('children', element('p'))), safe: '' },
  { name: 'a value that throws', unsafe: root(throwing('value', text('a'))), safe: '' },
  {
    name: 'an attribute that throws',
    unsafe: root(element('a', throwing('href', {}), text('a'))),
    safe: 'a',
  },
  {
    name: 'a tag that becomes a script',
    unsafe: root(turning('tagName', 'p', 'script', element('p', {}, text('a')))),
    safe: '<p>a</p>',
  },
  {
    name: 'an address that becomes another',
    unsafe: root(element('a', turning('href', '#a', 'javascript:b', {}), text('a'))),
    safe: '<a href=#glovebox-a>a</a>',
  },
  {
    name: 'attributes that cannot be listed',
    unsafe: root(element('p', revoked(), text('a'))),
    safe: '<p>a</p>',
  },
  {
    name: 'attributes that are no strings',
    unsafe: root(
      element('ol', { start: Symbol('a') }),
      element('a', { href: { toString: () => 'javascript:a' } }, text('a')),
      element('img', { src: ['https://evil.test'], alt: Object.create(null) }),
    ),
    safe: '<ol></ol>a<span dataBlocked=image dataReason=empty></span>',
  },
  {
    name: 'what React would take as its own',
    unsafe: root(
      element(
        'p',
        {
          dangerouslySetInnerHTML: { __html: '<img src=x>' },
          children: 'evil',
          ref: 'r',
          key: 'k',
          style: 'color: red',
          onClick: 'alert(1)',
        },
        text('a'),
      ),
    ),
    safe: '<p>a</p>',
  },
  {
    name: 'a prototype among the attributes',
    unsafe: root(element('a', JSON.parse('{"__proto__":{"href":"https://a.test"}}'), text('a'))),
    safe: 'a',
  },
  {
    name: 'what mdast would read as another element',
    unsafe: root({ ...element('p', {}, text('a')), data: { hName: 'script' } }),
    safe: '<p>a</p>',
  },
  {
    name: 'tags that are names of something else',
    unsafe: root(
      ...['constructor', '__proto__', 'svg:script', 'p onclick', ''].map((name) =>
        element(name, { src: 'a' }, text('a')),
      ),
    ),
    safe: 'aaaaa',
  },
  {
    name: 'components of MDX',
    unsafe: root(
      { type: 'mdxJsxFlowElement', name: 'script', attributes: [], children: [text('a')] },
      { type: 'mdxjsEsm', value: 'alert(1)' },
    ),
    safe: '',
  },
  {
    name: 'the content of a template',
    unsafe: root({ ...element('template'), content: root(element('img', { src: 'a' })) }),
    safe: '',
  },
  { name: 'a value that is an object', unsafe: root(text(new String('a'))), safe: '' },
  { name: 'doctype and comment', unsafe: root({ type: 'doctype' }, { type: 'comment' }), safe: '' },
]

/** The types say that no such tree exists; a plugin hands it over all the same. */
function clean(unsafe: unknown): Root {
  return sanitizeTree(unsafe as Root, defaultPolicy)
}

describe('a tree that is none', () => {
  it.each(rows)('is made one: $name', ({ unsafe, safe }) => {
    const tree = clean(unsafe)
    expect([show(tree), outside(tree)]).toEqual([safe, []])
  })

  it('has its words read once where a node beyond the depth is inside itself', () => {
    expect(show(clean(root(far))).replace(/<\/?em>/g, '')).toBe('a')
  })

  it('ends where shared nodes stand for more than could ever be drawn', () => {
    let shared: unknown = text('a')
    for (let depth = 0; depth < 60; depth += 1) shared = element('em', {}, shared, shared)
    expect(outside(clean(root(shared)))).toEqual([])
  })

  it('ends where a list has holes without end', () => {
    const children: unknown[] = [text('a')]
    children.length = 2 ** 32 - 1
    expect(show(clean({ type: 'root', children }))).toBe('a')
  })
})
