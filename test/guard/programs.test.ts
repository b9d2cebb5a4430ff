import { describe, expect, it } from 'vitest'
import { check } from '../../packages/guard/src/check.js'
import { createPieces } from '../../packages/guard/src/createPieces.js'
import { fakeKey } from './fakeKeys.js'

const key = fakeKey('api03')
const value = 'kR7pX2vQ9mT4wZs8yL1bN5cD3fG6hJ0a'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const hex = (text: string): string => Buffer.from(text).toString('hex')
const codes = (text: string): readonly number[] => [...Buffer.from(text)]
const reversed = (text: string): string => [...text].toReversed().join('')

function rulesFound(name: string, content: string | Uint8Array, environment = {}) {
  const files = [{ name, chunks: [Buffer.from(content)] }]
  const options = { folder: import.meta.dirname, environment, envFiles: [], publicNames: [] }
  return check({ files, passedOver: [] }, options).report.leaks.map(({ rule }) => rule)
}

/** Ways in which a program may put a text together; `a` and `b` are its halves. */
type Write = (text: string, a: string, b: string) => string
const programs: readonly { readonly name: string; readonly write: Write }[] = [
  { name: 'a choice', write: (_, a, b) => `const k=x?"${a}":"none";f(k+"${b}")` },
  { name: 'a default by ||', write: (_, a, b) => `const k=env.K||"${a}";f(k+"${b}")` },
  { name: 'a default by ??', write: (_, a, b) => `const k=env.K??"${a}";f(k+"${b}")` },
  { name: '+=', write: (_, a, b) => `let k="${a}";k+="${b}";f(k)` },
  {
    name: 'pushed items',
    write: (_, a, b) => `const l=[];l.push("${a}");l.push("${b}");f(l.join(""))`,
  },
  {
    name: 'the values of an object',
    write: (_, a, b) => `f(Object.values({z:"${a}",y:"${b}"}).join(""))`,
  },
  { name: 'items of a list', write: (_, a, b) => `const l=["${b}","${a}"];f(l[1]+l[0])` },
  { name: 'items by at', write: (_, a, b) => `const l=["${b}","n"];f("${a}"+l.at(0))` },
  { name: 'a list taken apart', write: (_, a, b) => `const [y,x]=["${b}","${a}"];f(x+y)` },
  {
    name: 'an object taken apart',
    write: (_, a, b) => `const {p:y,q:x}={p:"${b}",q:"${a}"};f(x+y)`,
  },
  { name: 'defaults of parameters', write: (_, a, b) => `const g=(y="${b}",x="${a}")=>x+y;f(g())` },
  { name: 'arguments', write: (_, a, b) => `const g=(y,x)=>x+y;f(g("${b}","${a}"))` },
  { name: 'results of arrows', write: (_, a, b) => `const q=()=>"${b}",p=()=>"${a}";f(p()+q())` },
  {
    name: 'results of functions',
    write: (_, a, b) => `function q(){return"${b}"}function p(){return"${a}"}f(p()+q())`,
  },
  {
    name: 'fields of a class',
    write: (_, a, b) => `class K{static q="${b}";static p="${a}"}f(K.p+K.q)`,
  },
  {
    name: 'an enum',
    write: (_, a, b) => `var E;(e=>{e.B="${b}";e.A="${a}"})(E||={});f(E.A+E.B)`,
  },
  { name: 'a sequence', write: (_, a, b) => `f((0,"${a}")+(0,"${b}"))` },
  { name: 'optional chaining', write: (_, a, b) => `const o={q:"${b}"};f("${a}"+o?.q)` },
  { name: 'String.raw', write: (_, a, b) => `const q="${b}";f(String.raw\`${a}\${q}\`)` },
  { name: 'a tagged template', write: (_, a, b) => `const q="${b}";f(html\`<p>${a}\${q}</p>\`)` },
  { name: 'a comment in a sum', write: (_, a, b) => `f("${a}"+/* the rest */"${b}")` },
  { name: 'reduce', write: (_, a, b) => `f(["${a}","${b}"].reduce((p,q)=>p+q))` },
  { name: 'a list in a list', write: (_, a, b) => `f([["${a}"],["${b}"]].flat().join(""))` },
  {
    name: 'lists put together',
    write: (_, a, b) => `const l=["${b}"];f(["${a}"].concat(l).join(""))`,
  },
  { name: 'a spread list', write: (_, a, b) => `const l=["${b}"];f(["${a}",...l].join(""))` },
  { name: 'a replaced mark', write: (_, a, b) => `f("${a}@@${b}".replace("@@",""))` },
  { name: 'a replaced pattern', write: (_, a, b) => `f("${a}@@${b}".replace(/@@/g,""))` },
  { name: 'another separator', write: (_, a, b) => `f("${a}@@${b}".split("@@").join(""))` },
  {
    name: 'substr',
    write: (_, a, b) => `const q="${b}zz",p="zz${a}";f(p.substr(2)+q.slice(0,-2))`,
  },
  {
    name: 'base64 in pieces, by the window',
    write: (text) =>
      `const q="${base64(text).slice(20)}",p="${base64(text).slice(0, 20)}";f(window.atob(p+q))`,
  },
  {
    name: 'base64 in pieces, by Buffer',
    write: (text) =>
      `const q="${base64(text).slice(20)}",p="${base64(text).slice(0, 20)}";f(Buffer.from(p+q,"base64").toString())`,
  },
  {
    name: 'hex in pieces',
    write: (text) =>
      `const q="${hex(text).slice(20)}",p="${hex(text).slice(0, 20)}";f(Buffer.from(p+q,"hex").toString())`,
  },
  {
    name: 'a reversed sum',
    write: (text) =>
      `const q="${reversed(text).slice(14)}",p="${reversed(text).slice(0, 14)}";f([...(p+q)].reverse().join(""))`,
  },
  {
    name: 'Array.from',
    write: (text) =>
      `const q="${reversed(text).slice(14)}",p="${reversed(text).slice(0, 14)}";f(Array.from(p+q).reverse().join(""))`,
  },
  {
    name: 'a sum of single codes',
    write: (text) =>
      `f(${codes(text)
        .map((code) => `String.fromCharCode(${code})`)
        .join('+')})`,
  },
  {
    name: 'codes in two calls',
    write: (_, a, b) =>
      `f(String.fromCharCode(${codes(a).join(',')})+String.fromCharCode(${codes(b).join(',')}))`,
  },
  {
    name: 'spread codes',
    write: (text) => `f(String.fromCharCode(...[${codes(text).join(',')}]))`,
  },
  {
    name: 'mapped codes',
    write: (text) =>
      `const l=[${codes(text).join(', ')}];f(l.map(c=>String.fromCharCode(c)).join(""))`,
  },
  {
    name: 'codes in a text, with blanks',
    write: (text) => `f("${codes(text).join(' ')}".split(" "))`,
  },
  {
    name: 'codes in a text, with hyphens',
    write: (text) => `f("${codes(text).join('-')}".split("-"))`,
  },
  { name: 'a literal over two lines', write: (_, a, b) => `f("${a}\\\n${b}")` },
  { name: 'a literal over two lines of Windows', write: (_, a, b) => `f("${a}\\\r\n${b}")` },
  {
    name: 'wrapped base64',
    write: (text) =>
      base64(`${'x'.repeat(30)}${text}`)
        .match(/.{1,64}/g)
        ?.join('\n') ?? '',
  },
  { name: 'a text for eval', write: (_, a, b) => `eval("f('${a}'+'${b}')")` },
  {
    name: 'JSON in a literal',
    write: (text) =>
      `f(JSON.parse(${JSON.stringify(JSON.stringify({ a: JSON.stringify({ text }) }))}))`,
  },
  {
    name: 'a source in a map, in pieces',
    write: (_, a, b) =>
      JSON.stringify({ sourcesContent: [null], x: `const k = "${a}" +\n  "${b}"` }),
  },
]

describe.each(programs)('$name', ({ write }) => {
  const writeHalves = (text: string): string => write(text, text.slice(0, 15), text.slice(15))

  it('hides no value of the environment', () => {
    expect(rulesFound('a.js', writeHalves(value), { APP_TOKEN: value })).toEqual([
      'environment-secret',
    ])
  })

  it('hides no Anthropic key that nobody knows', () => {
    // A half may be found as well, where it is long enough for a key.
    expect([...new Set(rulesFound('a.js', writeHalves(key)))]).toEqual(['anthropic-key'])
  })
})

it('finds a key that is joined by its own hyphens', () => {
  expect(rulesFound('a.js', `f(["${key.split('-').join('","')}"].join("-"))`)).toEqual([
    'anthropic-key',
  ])
})

describe('in documents', () => {
  const cssEscapes = [...key].map((one) => `\\${one.charCodeAt(0).toString(16)} `).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text>${key}</text></svg>`
  const [a, b] = [key.slice(0, 20), key.slice(20)]
  it.each([
    { name: 'a custom property', file: 'a.css', unsafe: `:root{--k:${key};}` },
    { name: 'CSS escapes', file: 'a.css', unsafe: `:root{--k:"${cssEscapes}"}` },
    {
      name: 'CSS escapes of six digits',
      file: 'a.css',
      unsafe: `a{--k:"${key.replaceAll('-', '\\00002d')}"}`,
    },
    {
      name: 'an SVG data URL',
      file: 'a.css',
      unsafe: `url("data:image/svg+xml,${encodeURIComponent(svg)}")`,
    },
    {
      name: 'an SVG data URL in base64',
      file: 'a.css',
      unsafe: `url(data:image/svg+xml;base64,${base64(svg)})`,
    },
    { name: 'escaped base64', file: 'a.html', unsafe: encodeURIComponent(base64(`z${key}"`)) },
    {
      name: 'the tags of a highlighter',
      file: 'a.html',
      unsafe: `<code><span>${a}</span><span class="x">${b}</span>`,
    },
    { name: 'a comment of React', file: 'a.html', unsafe: `${a}<!-- -->${b}` },
    { name: 'a place to break', file: 'a.html', unsafe: `${a}<wbr>${b}` },
    { name: 'soft hyphens', file: 'a.html', unsafe: `${a}&shy;${b}` },
    { name: 'a blank without width', file: 'a.html', unsafe: `${a}\u200b${b}` },
    {
      name: 'tags and references',
      file: 'a.html',
      unsafe: `${a}<b>${b.replaceAll('-', '&#45;')}</b>`,
    },
    {
      name: 'a stream of server components',
      file: 'a.html',
      unsafe: `<script>self.__next_f.push([1,"3:{\\"k\\":\\"${a}"])</script><script>self.__next_f.push([1,"${b}\\"}"])</script>`,
    },
    {
      name: 'a script in a page',
      file: 'a.html',
      unsafe: `<script>var s=${JSON.stringify(JSON.stringify({ key }))}</script>`,
    },
    { name: 'an address', file: 'a.html', unsafe: `<a href="https://user:${key}@host.test/">` },
    { name: 'a header', file: 'a.html', unsafe: `"Basic ${base64(`user:${key}`)}"` },
  ])('$name hides no key', ({ file, unsafe }) => {
    expect(rulesFound(file, unsafe)).toEqual(['anthropic-key'])
  })

  it('finds a key in a module of WebAssembly', () => {
    const module = Buffer.concat([
      Buffer.from('\0asm\x01\0\0\0\x0b\x20\0'),
      Buffer.from(key),
      Buffer.from([0]),
    ])
    expect(rulesFound('a.wasm', module)).toEqual(['anthropic-key'])
  })
})

describe('what is no secret', () => {
  const letters = 'qW3rTx7UioP9asDfGhJkLmNbVcZ1e5Y2'
  it.each([
    {
      name: 'a long hash',
      safe: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
    { name: 'an integrity attribute', safe: `<script integrity="sha384-${letters.repeat(2)}">` },
    { name: 'an image in base64', safe: `data:image/png;base64,iVBORw0KGgo${letters.repeat(20)}=` },
    { name: 'a UUID', safe: '123e4567-e89b-12d3-a456-426614174000' },
    {
      name: 'a Firebase configuration',
      safe: `{apiKey:"AIza${letters}Qx1",authDomain:"a.firebaseapp.com"}`,
    },
    { name: 'a publishable key', safe: `pk_live_${letters}` },
    { name: 'a test key of a documentation', safe: `sk_test_${letters}` },
    {
      name: 'a documentation of keys',
      safe: 'export ANTHROPIC_API_KEY="sk-ant-..." # or sk-ant-api03-xxxx',
    },
    { name: 'a key of x', safe: `sk-ant-${'api03'}-${'x'.repeat(8)}…` },
    { name: 'a list of codes', safe: Array.from({ length: 90 }, (_, at) => 33 + at).join(',') },
    {
      name: 'a table of Unicode',
      safe: String.raw`/[\u0370-\u0373\u0376\u0377\u037a-\u037d\u037f\u0386]/`,
    },
    { name: 'a header that is only named', safe: 'if(name.toLowerCase().startsWith("x-api-"))' },
    { name: 'a class of CSS', safe: '.sk-chase{}.task-ant-design-pro-components-layout{}' },
    { name: 'a JWT without a secret', safe: `eyJhbGciOiJub25lIn0.${letters}.` },
    { name: 'calls that give texts', safe: 'String.fromCharCode(65)+String.fromCharCode(66)' },
  ])('says nothing about $name', ({ safe }) => {
    expect(rulesFound('a.js', `f(${JSON.stringify(safe)})`, { APP_TOKEN: value })).toEqual([])
  })

  it('is a word that a password has too: no script is parsed for it', () => {
    const pieces = createPieces(['correct-horse-battery-staple-9'])
    const verdictOn = (script: string): boolean => {
      pieces.see(Buffer.from(script))
      return pieces.takeVerdict()
    }
    expect([
      verdictOn('is it correct? the battery'),
      verdictOn('"correct-hors"+x;"e-battery-sta"+y'),
      verdictOn(''),
    ]).toEqual([false, true, false])
  })
})
