import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../packages/guard/src/runCli.js'
import { publicPrefixes } from '../../packages/guard/src/publicPrefixes.js'
import { fakeKey } from './fakeKeys.js'

const key = fakeKey('api03')
const value = 'kR7-pX2vQ9-mT4w-Zs8'
const screen = { write: () => undefined }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glovebox-guard-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

function guard(format: string, environment = {}): string {
  let text = ''
  const tell = (line: string): void => {
    text += line.replaceAll(`${folder}/`, '')
  }
  const args = [join(folder, 'dist'), '--format', format]
  runCli(args, { environment, folder, out: tell, err: tell, screen })
  return text
}

/** The lines that say how the first leak of a rule got into the build. */
function stepsOf(rule: string, environment = {}): readonly string[] {
  const blocks = guard('text', environment).split(/\n(?=\S)/)
  const block = blocks.find((one) => one.includes(`  ${rule}  `)) ?? ''
  return block
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim())
}

async function bundle(entry: string): Promise<void> {
  await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outdir: 'dist',
    bundle: true,
    minify: true,
    sourcemap: true,
    logLevel: 'silent',
    define: { 'import.meta.env.VITE_SESSION_TOKEN': JSON.stringify(value) },
  })
}

describe('how a value got into a build', () => {
  it('is told from its variable to the module', async () => {
    write('.env', 'A=1\n')
    write('.env.production', `# secrets\nVITE_SESSION_TOKEN=${value}\n`)
    write('src/main.ts', `import { call } from './call'\ncall()`)
    write(
      'src/call.ts',
      `export const call = () => fetch('/' + import.meta.env.VITE_SESSION_TOKEN)`,
    )
    await bundle('src/main.ts')
    expect(stepsOf('environment-secret')).toEqual([
      'VITE_SESSION_TOKEN is set in .env.production:2:1',
      'put into bundles for its prefix VITE_',
      'written in ../src/call.ts:1:33',
    ])
  })

  it('is told by the public one of two variables with the same value', () => {
    write('.env', `SESSION_TOKEN=${value}\nexport NEXT_PUBLIC_SESSION=${value}\n`)
    write('dist/a.js', `f("${Buffer.from(value).toString('base64')}")`)
    expect(stepsOf('environment-secret')).toEqual([
      'NEXT_PUBLIC_SESSION is set in .env:2:1',
      'put into bundles for its prefix NEXT_PUBLIC_',
    ])
  })

  it('names no file for what only the environment has', () => {
    write('dist/a.js', `f("${value}")`)
    expect(stepsOf('environment-secret', { SESSION_TOKEN: value })).toEqual([
      'SESSION_TOKEN is set in the environment',
    ])
  })

  it.each([
    { name: 'plain', written: key },
    { name: 'as base64', written: Buffer.from(`Bearer ${key}`).toString('base64') },
    { name: 'reversed', written: [...key].toReversed().join('') },
  ])('is told for a key that stands in a variable of another name, $name', ({ written }) => {
    write('.env', `GREETING="Bearer ${key}"\n`)
    write('dist/a.js', `f("${written}")`)
    expect(stepsOf('anthropic-key')).toEqual(['GREETING is set in .env:1:1'])
  })

  it('is not told where nothing is known of it', () => {
    write('dist/a.js', `f("${key}")`)
    expect(stepsOf('anthropic-key')).toEqual([])
  })
})

describe('how a package got into a build', () => {
  const sdk = `export const call = (key) => fetch('https://api.anthropic.com/v1', { headers: { key } })`

  it('is told by its imports, through other packages', async () => {
    write('src/main.js', `import { chat } from './chat'\nchat()`)
    write('src/chat.js', `\nimport { ask } from 'chat-kit/client'\nexport const chat = () => ask()`)
    write(
      'node_modules/chat-kit/client.js',
      `import { call } from '@vendor/sdk.io'\nexport const ask = () => call(1)`,
    )
    write('node_modules/@vendor/sdk.io/index.js', sdk)
    await bundle('src/main.js')
    expect(stepsOf('direct-call')).toEqual([
      'chat-kit is imported in ../src/chat.js:2:16',
      '@vendor/sdk.io is imported in ../node_modules/chat-kit/client.js:1:17',
      expect.stringMatching(/^written in \.\.\/node_modules\/@vendor\/sdk\.io\/index\.js:1:/),
    ])
  })

  it('is the package alone where the map has no source that imports it', () => {
    write('dist/a.js', `fetch("https://api.anthropic.com")`)
    const map = { version: 3, sources: ['../node_modules/sdk/a.js'], names: [], mappings: 'AAAA' }
    write('dist/a.js.map', JSON.stringify(map))
    expect(stepsOf('direct-call')).toEqual([
      'from the package sdk',
      'written in ../node_modules/sdk/a.js:1:1',
    ])
  })

  it('ends where packages import each other', async () => {
    write('src/main.js', `export * from '../node_modules/one/index.js'`)
    write('node_modules/one/index.js', `export * from 'two'\nexport const one = 1`)
    write('node_modules/two/index.js', `export { one } from 'one'\n${sdk}`)
    await bundle('src/main.js')
    expect(stepsOf('direct-call')).toEqual([
      'from the package one',
      'two is imported in ../node_modules/one/index.js:1:10',
      expect.stringContaining('written in'),
    ])
  })
})

describe('the way', () => {
  beforeEach(() => {
    write('.env', `VITE_SESSION_TOKEN=${value}\nA=${key}`)
    write('dist/a.js', `f("${value}")`)
  })

  it('is in JSON', () => {
    const { leaks } = JSON.parse(guard('json'))
    expect(leaks.find(({ rule }: { rule: string }) => rule === 'environment-secret')).toMatchObject(
      {
        steps: [
          { text: 'VITE_SESSION_TOKEN is set', place: { file: '.env', line: 1, column: 1 } },
          { text: 'put into bundles for its prefix VITE_' },
        ],
      },
    )
  })

  it('is a code flow in SARIF, which ends where the leak is', () => {
    const { results } = JSON.parse(guard('sarif')).runs[0]
    const at = (uri: string, startLine: number, startColumn: number): object => ({
      artifactLocation: { uri },
      region: { startLine, startColumn },
    })
    const result = results.find((one: { ruleId: string }) => one.ruleId === 'environment-secret')
    expect(result.codeFlows[0].threadFlows[0].locations).toEqual([
      {
        location: {
          message: { text: 'VITE_SESSION_TOKEN is set in .env:1:1' },
          physicalLocation: at('.env', 1, 1),
        },
      },
      { location: { message: { text: 'put into bundles for its prefix VITE_' } } },
      {
        location: {
          message: { text: expect.stringContaining('value of VITE_SESSION_TOKEN') },
          physicalLocation: at('dist/a.js', 1, 4),
        },
      },
    ])
  })

  it('is in the annotations of GitHub', () => {
    expect(guard('github')).toContain(
      '. VITE_SESSION_TOKEN is set in .env:1:1. put into bundles for its prefix VITE_. ',
    )
  })

  it.each(['text', 'json', 'sarif', 'github'])('holds no secret as %s', (format) => {
    const said = guard(format)
    expect({ hasValue: said.includes(value), hasKey: said.includes(key) }).toEqual({
      hasValue: false,
      hasKey: false,
    })
  })
})

it.each(publicPrefixes.map(({ prefix }) => prefix))('knows that %s makes public', (prefix) => {
  write('.env', `${prefix}API_TOKEN=${value}`)
  write('dist/a.js', '1')
  expect(guard('text')).toContain(`.env:1:1  public-variable  ${prefix}API_TOKEN`)
})
