import { createRules, scan } from '@glovebox/guard'
import type { Environment, Leak } from '@glovebox/guard'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fakeKey } from './fakeKeys.js'

const key = fakeKey('api03')
const value = 'x7-Qp"w/2Lk+9 é=Vt.0Zr&4'
const codes = (text: string): readonly number[] => [...Buffer.from(text)]
const each = (text: string, write: (code: number) => string): string =>
  [...text].map((character) => write(character.charCodeAt(0))).join('')
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')
const halves = (text: string): readonly [string, string] => [text.slice(0, 9), text.slice(9)]
const utf16 = Buffer.from(`"${key}"`, 'utf16le')

function scanBytes(bytes: Uint8Array, environment: Environment = {}): readonly Leak[] {
  return scan([{ name: 'a.js', chunks: [bytes] }], createRules({ environments: [environment] }))
}

/** Every form in which a build or an author may write a text. */
const forms: readonly { readonly name: string; readonly write: (text: string) => string }[] = [
  { name: 'unicode escapes', write: (text) => each(text, (code) => `\\u${hex(code, 4)}`) },
  {
    name: 'unicode escapes in braces',
    write: (text) => each(text, (code) => `\\u{${hex(code, 1)}}`),
  },
  { name: 'hex escapes', write: (text) => each(text, (code) => `\\x${hex(code, 2)}`) },
  { name: 'octal escapes', write: (text) => each(text, (code) => `\\${code.toString(8)}`) },
  { name: 'one escape in the middle', write: (text) => text.replace('-', '\\u002d') },
  {
    name: 'escapes quoted in a source map',
    write: (text) => JSON.stringify(each(text, (code) => `\\x${hex(code, 2)}`)),
  },
  {
    name: 'percent escapes of every character',
    write: (text) =>
      each(text, (code) =>
        code < 128 ? `%${hex(code, 2)}` : encodeURIComponent(String.fromCharCode(code)),
      ),
  },
  { name: 'percent escapes twice', write: (text) => encodeURIComponent(encodeURIComponent(text)) },
  { name: 'HTML’s decimal references', write: (text) => each(text, (code) => `&#${code};`) },
  {
    name: 'HTML’s hexadecimal references',
    write: (text) => each(text, (code) => `&#x${hex(code, 2)};`),
  },
  {
    name: 'HTML’s named references',
    write: (text) =>
      text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('=', '&equals;'),
  },
  {
    name: 'two literals and a plus',
    write: (text) =>
      halves(text)
        .map((half) => JSON.stringify(half))
        .join(' + '),
  },
  {
    name: 'two kinds of quotes',
    write: (text) =>
      `${JSON.stringify(text.slice(0, 9))}+\`${text.slice(9).replaceAll('\\', '\\\\')}\``,
  },
  {
    name: 'a list that is joined',
    write: (text) =>
      `[${halves(text)
        .map((half) => JSON.stringify(half))
        .join(',')}].join("")`,
  },
  { name: 'a list of single characters', write: (text) => JSON.stringify([...text]) },
  {
    name: 'concat',
    write: (text) =>
      halves(text)
        .map((half) => JSON.stringify(half))
        .join('.concat('),
  },
  {
    name: 'a template',
    write: (text) =>
      `\`${halves(text)
        .map((half) => '${' + JSON.stringify(half) + '}')
        .join('')}\``,
  },
  { name: 'character codes', write: (text) => `String.fromCharCode(${codes(text).join(',')})` },
  {
    name: 'hexadecimal character codes',
    write: (text) =>
      `new Uint8Array([${codes(text)
        .map((code) => `0x${hex(code, 2)}`)
        .join(', ')}])`,
  },
  { name: 'base64', write: (text) => Buffer.from(`zz${text}z`).toString('base64') },
  { name: 'base64url', write: (text) => Buffer.from(`z${text}`).toString('base64url') },
  { name: 'hex', write: (text) => Buffer.from(text).toString('hex') },
  { name: 'reversed', write: (text) => [...text].toReversed().join('') },
  {
    name: 'a reversed list of characters',
    write: (text) => `${JSON.stringify([...text].toReversed())}.reverse()`,
  },
]

describe.each(forms)('$name', ({ write }) => {
  it('hides no value of the environment', () => {
    expect(scanBytes(Buffer.from(write(value)), { APP_SECRET: value })).toMatchObject([
      { rule: 'environment-secret' },
    ])
  })

  it('hides no Anthropic key that nobody knows', () => {
    expect(scanBytes(Buffer.from(`x=${write(key)};`))).toMatchObject([{ rule: 'anthropic-key' }])
  })
})

describe('UTF-16', () => {
  it.each([
    { name: 'little-endian', bytes: utf16 },
    { name: 'big-endian', bytes: Buffer.from(utf16).swap16() },
  ])('hides nothing, $name', ({ bytes }) => {
    expect(scanBytes(bytes)).toMatchObject([{ rule: 'anthropic-key' }])
    expect(scanBytes(bytes, { A_KEY: key })).toMatchObject([{ rule: 'environment-secret' }])
  })
})

describe('forms in general', () => {
  it('keeps the place of what was escaped or joined', () => {
    const text = `\n\n  a="${key.slice(0, 5)}"+"${each(key.slice(5), (code) => `\\x${hex(code, 2)}`)}"`
    expect(scanBytes(Buffer.from(text))).toMatchObject([{ line: 3, column: 6 }])
  })

  it('says how a key was found and nothing of it', () => {
    const [leak] = scanBytes(Buffer.from(JSON.stringify([...key])))
    expect(leak?.excerpt).toBe(`sk-ant-${'api03'}-*** (108 characters), in pieces`)
  })

  it.each(forms)(
    'finds all of a file far larger than what is read at once, in $name',
    ({ write }) => {
      const noise = 'const f=(a)=>a.map((b)=>`${b}\\n`);\n'.repeat(20)
      const bytes = Buffer.from(`${noise}\n;${write(key)};`.repeat(400))
      const found = scan([{ name: 'a', chunks: [bytes] }], createRules())
      expect({ size: bytes.length > 300_000, found: found.length }).toEqual({
        size: true,
        found: 400,
      })
    },
  )

  it('finds the same however the bytes are cut', () => {
    const noise = 'const f=(a)=>a.map((b)=>`${b}\\n`);\n'.repeat(900)
    const parts = forms.map(({ write }) => `${noise}\n${write(key)}`)
    const bytes = Buffer.from(parts.join('\n'))
    const rules = createRules({ environments: [{ APP_KEY: value }] })
    const whole = scan([{ name: 'a', chunks: [bytes] }], rules)
    expect(whole).toHaveLength(forms.length)
    fc.assert(
      fc.property(fc.integer({ min: 5_000, max: 60_000 }), (size) => {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        )
        expect(scan([{ name: 'a', chunks }], rules)).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })
})
