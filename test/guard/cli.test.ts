import { runCli } from '../../packages/guard/src/runCli.js'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeKey } from './fakeKeys.js'

const key = fakeKey('api03')
const screen = { write: () => undefined }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glovebox-guard-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

function guard(args: readonly string[], environment = {}) {
  let text = ''
  const tell = (line: string): void => {
    text += `${line}\n`
  }
  const code = runCli(args, { environment, folder, out: tell, err: tell, screen })
  return { code, text: text.replaceAll(folder, 'dist').replace(/ngerprint \w{16}/g, 'ngerprint 0') }
}

it('exits 0 for a clean folder', () => {
  write('assets/app.js', 'console.log("sk-ant-… stays on the server")')
  expect(guard([folder])).toEqual({ code: 0, text: 'No secret found in 1 file\n' })
})

it('exits 1 with file, line, column, rule and a masked excerpt', () => {
  write('assets/app.js', `\nfetch("${key}")`)
  expect(guard([folder])).toEqual({
    code: 1,
    text: [
      `dist/assets/app.js:2:8  anthropic-key  sk-ant-${'api03'}-*** (108 characters)`,
      '    Revoke this key, then call Claude through a proxy that holds it on the server (fingerprint 0)',
      '1 leak found in 1 file',
      '',
    ].join('\n'),
  })
})

it('writes the leaks as JSON', () => {
  write('a.js', key)
  expect(JSON.parse(guard(['--json', folder]).text)).toMatchObject({
    leaks: [{ file: 'dist/a.js', line: 1, column: 1, rule: 'anthropic-key' }],
    files: 1,
  })
})

it.each(['js', 'css', 'html', 'json', 'js.map', 'txt', 'svg', 'wasm', 'unknown'])(
  'reads .%s files as bytes',
  (extension) => {
    write(`a.${extension}`, Buffer.concat([Buffer.from([0, 0xff, 0xfe, 0]), Buffer.from(key)]))
    expect(guard([folder]).code).toBe(1)
  },
)

it('looks for the values of an env file', () => {
  const value = 'a-value-nobody-knows'
  write('site/a.js', `"${Buffer.from(`-${value}`).toString('base64')}"`)
  write('.env', `# keys\nexport APP_TOKEN="${value}"\n`)
  expect(guard(['--env', join(folder, '.env'), join(folder, 'site')])).toMatchObject({
    code: 1,
    text: expect.stringContaining('value of APP_TOKEN, base64'),
  })
})

it('never prints a key, not even from the name of a file', () => {
  write(`${key}\u001b[2J.js`, key)
  const plain = guard([folder])
  const json = guard(['--json', folder])
  expect(plain.code).toBe(1)
  expect(plain.text + json.text).not.toContain(key.slice(20))
  expect(plain.text + json.text).not.toContain('\u001b')
})

it('masks a key in the message of a run that could not start', () => {
  expect(guard([join(folder, key)]).text).toBe(
    'glovebox-guard: Cannot check dist/***: it does not exist, build first\n',
  )
})

it('follows no symbolic link, and says so', () => {
  write('secret.txt', key)
  write('site/a.js', '1')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/link.js'))
  symlinkSync(folder, join(folder, 'site/loop'))
  expect(guard([join(folder, 'site')])).toEqual({
    code: 0,
    text: 'Not followed: dist/site/link.js\nNot followed: dist/site/loop\nNo secret found in 1 file\n',
  })
})

it('finds a key on the edge of two reads of a large file', () => {
  write('large.js', `${'\n'.repeat(4 * 1024 * 1024 - 50)}${key}${'x'.repeat(5_000_000)}`)
  expect(guard([folder])).toMatchObject({
    code: 1,
    text: expect.stringContaining(`large.js:${4 * 1024 * 1024 - 49}:1`),
  })
})

it.each([
  { name: 'no folder is given', args: () => [], says: 'no folder is given' },
  { name: 'a folder is missing', args: () => [join(folder, 'no')], says: 'does not exist' },
  { name: 'a folder is empty', args: () => [folder], says: 'holds no file' },
  { name: 'an option is unknown', args: () => ['--fast', folder], says: '--fast' },
  {
    name: 'the env file is missing',
    args: () => ['--env', 'no', import.meta.filename],
    says: 'ENOENT',
  },
])('exits 2 where $name', ({ args, says }) => {
  expect(guard(args())).toMatchObject({ code: 2, text: expect.stringContaining(says) })
})

it('exits 2 where one of two folders is empty', () => {
  write('full/a.js', '1')
  mkdirSync(join(folder, 'empty'))
  expect(guard([join(folder, 'full'), join(folder, 'empty')]).code).toBe(2)
})

it('shows progress on a terminal, and leaves nothing of it', () => {
  write('a.js', '1')
  write('b.js', '2')
  let shown = ''
  const terminal = { isTTY: true, write: (text: string) => (shown += text) }
  const tell = (): void => undefined
  runCli([folder], { environment: {}, folder, out: tell, err: tell, screen: terminal })
  expect(shown.replaceAll('\r\u001b[K', '|')).toMatch(/^\|1 of 2 files\|+$/)
})
