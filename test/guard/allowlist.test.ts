import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { check } from '../../packages/guard/src/check.js'
import { runCli } from '../../packages/guard/src/runCli.js'
import { readFolders } from '@glovebox/guard'
import { fakeKey } from './fakeKeys.js'

const key = fakeKey('api03')
const today = new Date('2026-06-15T12:00:00Z')
const screen = { write: () => undefined }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glovebox-guard-'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/a.js'), `fetch("https://api.anthropic.com",{k:"${key}"})`)
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const call = {
  rule: 'direct-call',
  path: 'dist/*.js',
  reason: 'The address stands in a help text',
  expires: '2026-12-31',
}

function report(allow: unknown, day = today) {
  writeFileSync(join(folder, '.glovebox-guard.json'), JSON.stringify({ allow }))
  const options = { folder, environment: {}, envFiles: [], publicNames: [], today: day }
  const { leaks, allowed, notes } = check(readFolders([join(folder, 'dist')]), options).report
  return { leaks: leaks.map(({ rule }) => rule), allowed: allowed.map(({ rule }) => rule), notes }
}

function fingerprintOf(rule: string): string {
  const options = { folder, environment: {}, envFiles: [], publicNames: [], today }
  const { leaks } = check(readFolders([join(folder, 'dist')]), options).report
  return leaks.find((leak) => leak.rule === rule)?.fingerprint ?? ''
}

it('lets through what it names, and says so', () => {
  expect(report([call])).toEqual({ leaks: ['anthropic-key'], allowed: ['direct-call'], notes: [] })
})

it('lets through one secret by its fingerprint', () => {
  const one = { ...call, rule: 'anthropic-key', fingerprint: fingerprintOf('anthropic-key') }
  expect(report([one]).allowed).toEqual(['anthropic-key'])
  expect(report([{ ...one, fingerprint: '0123456789abcdef' }]).allowed).toEqual([])
})

it('counts on its last day and no longer', () => {
  const last = { ...call, expires: '2026-06-15' }
  expect(report([last]).allowed).toEqual(['direct-call'])
  expect(report([last], new Date('2026-06-16T00:00:00Z'))).toEqual({
    leaks: ['direct-call', 'anthropic-key'],
    allowed: [],
    notes: ['Over since 2026-06-15: direct-call in dist/*.js'],
  })
})

it('says what it names and nothing needs', () => {
  expect(report([call, { ...call, path: 'dist/b.js' }]).notes).toEqual([
    'Allowed but not found: direct-call in dist/b.js',
  ])
})

it.each([
  { name: 'a part of a name', path: 'dist/?.js' },
  { name: 'a path in another folder', path: 'build/*.js' },
  { name: 'a star that would reach over a slash', path: '*/dist.js' },
])('does not take $name for the file', ({ path }) => {
  expect(report([{ ...call, path }]).allowed).toEqual([])
})

it.each([
  { name: 'every rule', entry: { ...call, rule: '*' }, says: '`rule`' },
  { name: 'every file', entry: { ...call, path: '**/*' }, says: '`path`' },
  { name: 'every secret', entry: { ...call, rule: 'anthropic-key' }, says: '`fingerprint`' },
  { name: 'without a reason', entry: { ...call, reason: ' ok ' }, says: '`reason`' },
  { name: 'without an end', entry: { ...call, expires: undefined }, says: '`expires`' },
  {
    name: 'on a day that does not exist',
    entry: { ...call, expires: '2026-13-40' },
    says: '`expires`',
  },
  { name: 'for ever', entry: { ...call, expires: '2099-01-01' }, says: 'a year' },
  { name: 'with a word it does not know', entry: { ...call, expiry: 1 }, says: '`expiry`' },
  { name: 'with nothing', entry: null, says: '`rule`' },
])('refuses to allow $name', ({ entry, says }) => {
  expect(() => report([entry])).toThrow(says)
})

it.each([
  { name: 'is no JSON', text: '{', says: 'no JSON' },
  { name: 'has no list', text: '{}', says: '`allow` is no list' },
  { name: 'is a list itself', text: '[]', says: '`allow` is no list' },
])('exits 2 where the file $name', ({ text, says }) => {
  writeFileSync(join(folder, '.glovebox-guard.json'), text)
  let said = ''
  const tell = (line: string): void => {
    said += line
  }
  const code = runCli([join(folder, 'dist')], {
    environment: {},
    folder,
    out: tell,
    err: tell,
    screen,
  })
  expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining(says) })
})

it('must be there where it is named', () => {
  const tell = (): void => undefined
  const args = ['--allowlist', 'none.json', join(folder, 'dist')]
  expect(runCli(args, { environment: {}, folder, out: tell, err: tell, screen })).toBe(2)
})
