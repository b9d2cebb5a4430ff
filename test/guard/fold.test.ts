import { describe, expect, it } from 'vitest'
import { check } from '../../packages/guard/src/check.js'
import { fakeKey } from './fakeKeys.js'

const key = fakeKey('api03')
const value = 'kR7-pX2vQ9-mT4w-Zs8yL1'
const [a, b, c] = [value.slice(0, 8), value.slice(8, 15), value.slice(15)]
const [start, end] = [key.slice(0, 12), key.slice(12)]

function leaksOf(script: string, environment = {}) {
  const files = [{ name: 'app.js', chunks: [Buffer.from(script)] }]
  const folder = import.meta.dirname
  const options = { folder, environment, envFiles: [], publicNames: [] }
  return check({ files, passedOver: [] }, options).report.leaks
}

describe('a secret that a script puts together', () => {
  it.each([
    { name: 'variables in another order', script: `const y="${b}",z="${c}",x="${a}";f(x+y+z)` },
    {
      name: 'a template of variables',
      script: `let q="${c}";const p="${a}",o="${b}";f(\`\${p}\${o}\${q}\`)`,
    },
    { name: 'assignments', script: `var p,q;q="${b}"+"${c}";p="${a}";f(p.concat(q))` },
    {
      name: 'properties',
      script: `const k={end:"${c}",mid:"${b}",start:"${a}"};f(k.start+k.mid+k["end"])`,
    },
    {
      name: 'a list in a variable',
      script: `const l=["${c}","${b}","${a}"];const s=["${a}",l[1]];f(["${a}","${b}","${c}"].join(""))`,
    },
    {
      name: 'a list with a separator',
      script: `f(["${value.slice(0, 3)}","${value.slice(4, 10)}","${value.slice(11)}"].join("-"))`,
    },
    {
      name: 'a reversed text',
      script: `const r="${[...value].toReversed().join('')}x";f(r.slice(0,-1).split("").reverse().join(""))`,
    },
    {
      name: 'base64 in pieces',
      script: `const t="${btoa(value).slice(10)}",s="${btoa(value).slice(0, 10)}";f(atob(s+t))`,
    },
    {
      name: 'a name that has other values too',
      script: `{const e="one";f(e)}{const n="${b}${c}";{const e="${a}";f(e+n)}}`,
    },
    { name: 'a classic script', script: `with(x){}var n="${b}${c}",m="${a}";f(m+n)` },
  ])('is found in $name', ({ script }) => {
    expect(leaksOf(script, { APP_TOKEN: value }).map(({ rule }) => rule)).toEqual([
      'environment-secret',
    ])
  })

  it('is found where nobody knows its value, with its place', () => {
    const script = `const rest="${end}"\n  ,first="${start}"\nfetch("/",{k:first+rest})`
    expect(leaksOf(script)).toMatchObject([
      {
        rule: 'anthropic-key',
        line: 3,
        column: 14,
        excerpt: expect.stringContaining('put together'),
      },
    ])
  })

  it('is reported once where it is found without parsing too', () => {
    expect(leaksOf(`f("${a}"+"${b}"+"${c}")`, { APP_TOKEN: value })).toHaveLength(1)
  })
})

describe('what is no such script', () => {
  it.each([
    { name: 'a broken one', script: `const a = ("${a}"` },
    { name: 'pieces that are never joined', script: `g("${b}${c}");h("${a}")` },
    { name: 'a name that stands for itself', script: `var x=x+"${a}";x=x+x;f(x)` },
    { name: 'a sum of ten thousand', script: `f(${Array(10_000).fill(`"${a}"`).join('+')})` },
    { name: 'lists in lists', script: `f(${'['.repeat(500)}"${a}"${']'.repeat(500)}.join(""))` },
    {
      name: 'names that double each other',
      script:
        Array.from({ length: 40 }, (_, at) => `var v${at + 1}=v${at}+v${at};`).join('') +
        `var v0="${a}"`,
    },
  ])('gives nothing for $name, and ends', ({ script }) => {
    expect(leaksOf(script, { APP_TOKEN: value })).toEqual([])
  })
})
