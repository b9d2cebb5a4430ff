import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { transformSync } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../packages/guard/src/runCli.js'
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

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

interface Leaks {
  readonly code: number
  readonly leaks: readonly Readonly<Record<string, unknown>>[]
  readonly text: string
}

function guard(args: readonly string[], environment = {}): Leaks {
  let text = ''
  const tell = (line: string): void => {
    text += line.replaceAll(folder, '')
  }
  const code = runCli([...args, '--json'], { environment, folder, out: tell, err: tell, screen })
  return { code, text, leaks: code < 2 ? JSON.parse(text).leaks : [] }
}

const dist = (): string => join(folder, 'dist')

describe('what else must not be in a build', () => {
  it('is an env file', () => {
    write('dist/.env.production', 'A=1')
    write('dist/.env.example', 'A=1')
    expect(guard([dist()]).leaks).toMatchObject([
      { rule: 'env-file', file: '/dist/.env.production' },
    ])
  })

  it.each([
    {
      name: 'beside the script',
      file: 'a.js.map',
      text: '{"sources":["a.ts"],"sourcesContent":["let a"]}',
    },
    {
      name: 'behind an empty source',
      file: 'a.js.map',
      text: '{"sourcesContent": [ null, "let a"]}',
    },
    {
      name: 'in the script',
      file: 'a.js',
      text: '1\n//# sourceMappingURL=data:application/json;base64,e30=',
    },
  ])('is a source map with sources, $name', ({ file, text }) => {
    write(`dist/${file}`, text)
    expect(guard([dist()]).leaks).toMatchObject([{ rule: 'source-map' }])
  })

  it('is not a source map without sources, nor a library that reads one', () => {
    write('dist/a.js.map', '{"sources":["a.ts"],"mappings":"","sourcesContent":[null]}')
    write('dist/b.js', 'if(map["sourcesContent"]){x("\\"sourcesContent\\":[\\"")}')
    expect(guard([dist()])).toMatchObject({ code: 0, leaks: [] })
  })
})

describe('files that are not what they seem', () => {
  it.each([
    { name: 'a.js.gz', pack: gzipSync },
    { name: 'a.js.br', pack: brotliCompressSync },
  ])('reads $name as what it holds', ({ name, pack }) => {
    write(`dist/${name}`, pack(`x="${key}"`))
    expect(guard([dist()]).leaks).toMatchObject([{ rule: 'anthropic-key', line: 1, column: 4 }])
  })

  it('exits 2 where one that is compressed cannot be read', () => {
    write('dist/a.js.gz', 'no gzip')
    expect(guard([dist()])).toMatchObject({
      code: 2,
      text: expect.stringContaining('/dist/a.js.gz'),
    })
  })

  it('reads of .next what browsers get', () => {
    write('.next/static/chunks/a.js', '1')
    write('.next/server/app/page.js', key)
    write('.next/server/app/index.rsc', `3:{"key":"${key}"}`)
    expect(guard([join(folder, '.next')]).leaks).toMatchObject([
      { file: '/.next/server/app/index.rsc' },
    ])
  })
})

describe('env files', () => {
  it('are read where the guard is started, examples aside', () => {
    write('.env.local', `APP_TOKEN=${value}\n`)
    write('.env.example', 'OTHER_TOKEN=an-example-of-a-token-1\n')
    write('dist/a.js', `f("${value}","an-example-of-a-token-1")`)
    expect(guard([dist()]).leaks).toMatchObject([
      { rule: 'environment-secret', excerpt: 'value of APP_TOKEN, plain (19 characters)' },
    ])
  })

  it.each([
    'NEXT_PUBLIC_API_KEY',
    'VITE_SERVICE_TOKEN',
    'REACT_APP_SESSION_SECRET',
    'EXPO_PUBLIC_DB_PASSWORD',
    'NUXT_PUBLIC_API_SECRET',
  ])('must not make %s public', (name) => {
    write('.env', `# keys\nA=1\nexport ${name}=${value}\n`)
    write('dist/a.js', '1')
    expect(guard([dist()]).leaks).toMatchObject([
      { rule: 'public-variable', file: '.env', line: 3, excerpt: `${name} (19 characters)` },
    ])
  })

  it('must not make a key public under any name', () => {
    write('dist/a.js', '1')
    expect(guard([dist()], { VITE_TITLE: key }).leaks).toMatchObject([
      { rule: 'public-variable', file: 'the environment' },
    ])
  })

  it.each([
    'VITE_STRIPE_PUBLISHABLE_KEY',
    'NEXT_PUBLIC_SUPABASE_ANON_KEY',
    'VITE_RECAPTCHA_SITE_KEY',
  ])('may make %s public, which is made to be seen', (name) => {
    write('.env', `${name}=${value}\n`)
    write('dist/a.js', `f("${value}")`)
    expect(guard([dist()]).code).toBe(0)
  })
})

describe('where it was written', () => {
  const source = `const greeting = 'hello'\nexport const call = () => fetch('/', { headers: { k: '${key}' } })\n`

  it('is told through the map beside the script, and in the map itself', () => {
    const built = transformSync(source, {
      sourcemap: true,
      minify: true,
      sourcefile: 'src/call.ts',
    })
    write('dist/a.js', built.code)
    write('dist/a.js.map', built.map)
    const found = guard([dist()]).leaks.filter(({ rule }) => rule === 'anthropic-key')
    expect(found.map(({ file, source: written }) => [file, written])).toEqual([
      ['/dist/a.js', { file: 'src/call.ts', line: 2, column: 54 }],
      ['/dist/a.js.map', { file: 'src/call.ts', line: 2, column: 55 }],
    ])
  })

  it('is not told where the map is broken', () => {
    write('dist/a.js', `x="${key}"`)
    write('dist/a.js.map', '{"version":3,')
    expect(guard([dist()]).leaks[0]).not.toHaveProperty('source')
  })
})

describe('what is staged', () => {
  const git = (...args: readonly string[]): void => {
    const name = ['-c', 'user.name=a', '-c', 'user.email=a@b.test', '-c', 'init.defaultBranch=main']
    execFileSync('git', [...name, ...args], { cwd: folder, stdio: 'ignore' })
  }

  it('is checked as it is staged, calls of a provider aside', () => {
    git('init')
    write('server.ts', `fetch('https://api.anthropic.com/v1/messages')`)
    write('client.ts', `const key = '${key}'`)
    git('add', '.')
    write('client.ts', 'mended, but not staged')
    expect(guard(['--staged']).leaks).toMatchObject([{ rule: 'anthropic-key', file: 'client.ts' }])
  })

  it('may be nothing', () => {
    git('init')
    expect(guard(['--staged']).code).toBe(0)
  })

  it('exits 2 outside a repository', () => {
    expect(guard(['--staged'])).toMatchObject({ code: 2 })
  })
})
