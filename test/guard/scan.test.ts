import { createRules, scan } from '@glovebox/guard'
import type { Environment } from '@glovebox/guard'
import * as fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fakeKey } from './fakeKeys.js'

const key = fakeKey('api03')
const secret = 'p"4\\s/w+rd é=ü:0123456789'

function scanText(text: string, environment: Environment = {}) {
  const file = { name: 'app.js', chunks: [Buffer.from(text)] }
  return scan([file], createRules({ environments: [environment] }))
}

describe('keys by their form', () => {
  const kinds = ['api01', 'api03', 'api04', 'admin01', 'oat01', 'ort01']
  it.each(kinds)('finds a key of the kind %s', (kind) => {
    expect(scanText(`x="${fakeKey(kind)}"`)).toMatchObject([{ rule: 'anthropic-key' }])
  })

  it.each([20, 60, 95, 128, 400])('finds a key whose last part has %d characters', (length) => {
    expect(scanText(fakeKey('api03', length))).toHaveLength(1)
  })

  it.each([
    { name: 'quotes', unsafe: `"${key}"` },
    { name: 'a source map’s escapes', unsafe: `{"sections":["k=\\"${key}\\"\\n"]}` },
    { name: 'a new line written as an escape', unsafe: `\\n${key}\\n` },
    { name: 'a URL parameter', unsafe: `?key=${key}&a=1` },
    { name: 'percent escapes', unsafe: `%22${key}%22` },
    { name: 'an attribute without quotes', unsafe: `<p data-key=${key}>` },
    { name: 'an entity', unsafe: `&quot;${key}&quot;` },
    { name: 'round brackets', unsafe: `(${key})` },
    { name: 'square brackets', unsafe: `[${key},1]` },
    { name: 'a template', unsafe: `\`Bearer ${key}\`` },
    { name: 'letters before it', unsafe: `n${key}` },
  ])('finds a key between $name', ({ unsafe }) => {
    expect(scanText(unsafe)).toMatchObject([{ rule: 'anthropic-key' }])
  })

  it.each([
    { name: 'an ellipsis', safe: 'A key starts with sk-ant-… and stays on the server' },
    { name: 'dots', safe: `sk-ant-${'api03'}-...` },
    { name: 'a short placeholder', safe: `sk-ant-${'api03'}-your-key-here` },
    { name: 'the pattern of a scanner', safe: 'sk-ant-api0\\d-[A-Za-z0-9_-]{90,128}' },
    { name: 'words joined by hyphens', safe: 'ask-anthropic-about-this-very-long-sentence' },
  ])('says nothing about $name in prose', ({ safe }) => {
    expect(scanText(safe)).toEqual([])
  })
})

describe('names', () => {
  it.each(['dangerouslyAllowBrowser', 'anthropic-dangerous-direct-browser-access'])(
    'finds %s',
    (name) => {
      expect(scanText(`a={${name}:!0}`)).toMatchObject([{ rule: 'browser-access', excerpt: name }])
    },
  )
})

describe('values of secret variables', () => {
  const json = JSON.stringify(secret).slice(1, -1)
  it.each([
    { name: 'plain', unsafe: secret },
    { name: 'JSON-escaped', unsafe: JSON.stringify({ secret }) },
    { name: 'JSON in JSON', unsafe: JSON.stringify({ source: json }) },
    { name: 'URL-encoded', unsafe: encodeURIComponent(secret) },
    { name: 'a form’s body', unsafe: new URLSearchParams({ secret }).toString() },
    { name: 'base64 at offset 0', unsafe: Buffer.from(`${secret}zz`).toString('base64') },
    { name: 'base64 at offset 1', unsafe: Buffer.from(`z${secret}z`).toString('base64') },
    { name: 'base64 at offset 2', unsafe: Buffer.from(`zz${secret}`).toString('base64url') },
    { name: 'hex', unsafe: Buffer.from(secret).toString('hex') },
    { name: 'upper-case hex', unsafe: Buffer.from(secret).toString('hex').toUpperCase() },
  ])('are found as $name', ({ unsafe }) => {
    expect(scanText(unsafe, { APP_SECRET: secret })).toMatchObject([{ rule: 'environment-secret' }])
  })

  it.each([
    'API_KEY',
    'GITHUB_TOKEN',
    'SESSION_SECRET',
    'VITE_API_KEY',
    'secret',
    'X_APIKEY',
    'KEY_PROD',
    'TOKEN_2',
  ])('are found for the name %s', (name) => {
    expect(scanText(`"${secret}"`, { [name]: secret })).toHaveLength(1)
  })

  it.each([
    { name: 'a short value', environment: { APP_KEY: 'development' }, text: 'development' },
    { name: 'one repeated letter', environment: { APP_KEY: 'a'.repeat(40) }, text: 'a'.repeat(40) },
    { name: 'the identifier of a key', environment: { ACCESS_KEY_ID: secret }, text: secret },
    { name: 'another kind of name', environment: { APP_TITLE: secret }, text: secret },
    { name: 'an empty value', environment: { APP_KEY: '', B_KEY: undefined }, text: secret },
  ])('are not looked for with $name', ({ environment, text }) => {
    expect(scanText(text, environment)).toEqual([])
  })

  it('are addresses with a password under any name', () => {
    const url = 'postgres://app:p4ssw0rd-x@db.host.test/app'
    expect(scanText(`"${url}"`, { DATABASE_URL: url })).toMatchObject([
      { rule: 'environment-secret' },
    ])
    expect(scanText(`"${url}"`, { DATABASE_URL: url.replace('app:p4ssw0rd-x@', '') })).toEqual([])
  })

  it('are let through where their variable is public on purpose', () => {
    const rules = createRules({
      environments: [{ VITE_MAPS_KEY: secret }],
      publicNames: ['VITE_MAPS_KEY'],
    })
    expect(scan([{ name: 'a.js', chunks: [Buffer.from(secret)] }], rules)).toEqual([])
  })

  it('are reported once where two rules hold at one place', () => {
    expect(scanText(key, { ANTHROPIC_API_KEY: key })).toMatchObject([
      { rule: 'environment-secret' },
    ])
  })
})

describe('places', () => {
  it('counts lines and columns from 1, columns as an editor does', () => {
    expect(scanText(`é\n\n😀é "${key}"`)).toMatchObject([{ file: 'app.js', line: 3, column: 6 }])
  })

  it('reports every leak in order', () => {
    const text = `${key}\n${key} ${fakeKey('oat01')}\ndangerouslyAllowBrowser`
    expect(scanText(text).map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [2, 1],
      [2, 110],
      [3, 1],
    ])
  })

  it('masks the key in the excerpt', () => {
    expect(scanText(key)[0]?.excerpt).toBe(`sk-ant-${'api03'}-*** (108 characters)`)
  })

  it('names the variable and no character of its value', () => {
    expect(scanText(secret, { APP_KEY: secret })[0]?.excerpt).toBe(
      'value of APP_KEY, plain (27 characters)',
    )
  })

  it('gives the same leaks however the bytes are cut into chunks', () => {
    const rules = createRules({ environments: [{ APP_KEY: secret }] })
    const encoded = Buffer.from(secret).toString('base64')
    const text = `ü\n${key}${key}\n${'x'.repeat(900)}${secret}\n${encoded} ${fakeKey('api03', 600)}`
    const bytes = Buffer.from(text)
    const whole = scan([{ name: 'a', chunks: [bytes] }], rules)
    const cuts = fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 })
    fc.assert(
      fc.property(cuts, (places) => {
        const edges = [0, ...places.toSorted((left, right) => left - right), bytes.length]
        const chunks = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge))
        expect(scan([{ name: 'a', chunks }], rules)).toEqual(whole)
      }),
    )
    expect(whole).toHaveLength(4)
  })
})

describe('a huge file', () => {
  /** Gives many megabytes of noise that no reader may keep, a key behind them, and notes what memory is held meanwhile. */
  function* hugeFile(
    megabytes: number,
    note: (bytes: number) => void,
  ): Generator<Uint8Array, void> {
    const noise = randomBytes(1024 * 1024)
    for (let count = 0; count < megabytes; count += 1) {
      const { heapUsed, external } = process.memoryUsage()
      note(heapUsed + external)
      yield noise
    }
    yield Buffer.from(`"${key}"`)
  }

  it('is read to its end in memory that does not grow with it', () => {
    const held: number[] = []
    const chunks = hugeFile(48, (bytes) => held.push(bytes))
    const leaks = scan(
      [{ name: 'a.wasm', chunks }],
      createRules({ environments: [{ A_KEY: secret }] }),
    )
    const growth = Math.max(...held) - (held[0] ?? 0)
    expect({ leaks: leaks.length, isSmall: growth < 24 * 1024 * 1024 }).toEqual({
      leaks: 1,
      isSmall: true,
    })
  }, 60_000)
})
