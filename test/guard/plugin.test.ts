import guard from '@glovebox/guard/plugin'
import { rspack } from '@rspack/core'
import { build as esbuild } from 'esbuild'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rollup } from 'rollup'
import { build as vite } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import webpack from 'webpack'
import { fakeKey } from './fakeKeys.js'
import { keyForms } from '../../scripts/checks/keyForms.mjs'

const key = fakeKey('api03')
const [start, end] = [key.slice(0, 20), key.slice(20)]
let folder = ''

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'glovebox-guard-')))
  write(
    'clean.js',
    `export const call = (text) => fetch('/api/claude', { body: text })\ncall('hi')`,
  )
  write(
    'leaky.js',
    `const parts = ['${start}', '${end}']\nfetch('/api', { headers: { k: parts.join('') } })`,
  )
  write('index.html', '<script type="module" src="/clean.js"></script>')
  write('public/notes.txt', `the key is ${key}`)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, content: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

/** Runs a build and gives its error, or `clean`. */
async function outcome(build: () => Promise<unknown>): Promise<string> {
  try {
    await build()
    return 'clean'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const forms = keyForms(key)

interface Compiled {
  readonly hasErrors: () => boolean
  readonly toString: (options: 'errors-only') => string
}

function compiled(error: Error | null, stats: Compiled | undefined): string {
  if (error !== null) throw error
  if (stats?.hasErrors() === true) throw new Error(stats.toString('errors-only'))
  return 'clean'
}

type Build = (input: string, name: string, platform: 'browser' | 'node') => Promise<unknown>

const options = { folder: tmpdir() }
const bundlers: readonly { readonly bundler: string; readonly build: Build }[] = [
  {
    bundler: 'Rollup',
    build: async (input, name) => {
      const bundle = await rollup({ input, plugins: [guard.rollup(options)] })
      await bundle.write({ dir: join(folder, name) })
    },
  },
  {
    bundler: 'Vite',
    build: (input, name, platform) =>
      vite({
        root: folder,
        configFile: false,
        publicDir: false,
        logLevel: 'silent',
        plugins: [guard.vite(options)],
        build: {
          outDir: name,
          rollupOptions: { input },
          ...(platform === 'node' ? { ssr: input } : {}),
        },
      }),
  },
  {
    bundler: 'esbuild',
    build: (input, name, platform) =>
      esbuild({
        entryPoints: [input],
        bundle: true,
        minify: true,
        outdir: join(folder, name),
        platform,
        logLevel: 'silent',
        plugins: [guard.esbuild(options)],
      }),
  },
  {
    bundler: 'webpack',
    build: (input, name, platform) =>
      new Promise((resolve, reject) => {
        const config = {
          mode: 'production' as const,
          entry: input,
          target: platform === 'node' ? ('node' as const) : ('web' as const),
          output: { path: join(folder, name) },
          plugins: [guard.webpack(options)],
        }
        webpack(config, (error, stats) => {
          try {
            resolve(compiled(error, stats))
          } catch (failed) {
            reject(failed)
          }
        })
      }),
  },
  {
    bundler: 'Rspack',
    build: (input, name, platform) =>
      new Promise((resolve, reject) => {
        const config = {
          mode: 'production' as const,
          entry: input,
          target: platform === 'node' ? ('node' as const) : ('web' as const),
          output: { path: join(folder, name) },
          plugins: [guard.rspack(options)],
        }
        rspack(config, (error, stats) => {
          try {
            resolve(compiled(error, stats))
          } catch (failed) {
            reject(failed)
          }
        })
      }),
  },
]

describe.each(bundlers)('$bundler', ({ bundler, build }) => {
  it('fails a build with a key in it, and does not print the key', async () => {
    const said = await outcome(() => build(join(folder, 'leaky.js'), `leaky-${bundler}`, 'browser'))
    expect(said).toContain('Glovebox guard stops this build')
    expect(said).toContain('anthropic-key')
    expect(said).not.toContain(end.slice(0, 12))
  })

  it('fails whatever form the key has', async () => {
    const passed: string[] = []
    for (const [index, { form, script }] of forms.entries()) {
      write(`form-${index}.js`, `const f=(k)=>fetch("/api",{headers:{k}});${script}`)
      const input = join(folder, `form-${index}.js`)
      const said = await outcome(() => build(input, `form-${index}-${bundler}`, 'browser'))
      if (!said.includes('anthropic-key')) passed.push(form)
    }
    expect(passed).toEqual([])
  }, 60_000)

  it('lets a clean build pass and writes it', async () => {
    const said = await outcome(() => build(join(folder, 'clean.js'), `clean-${bundler}`, 'browser'))
    expect({ said, written: existsSync(join(folder, `clean-${bundler}`)) }).toEqual({
      said: 'clean',
      written: true,
    })
  })
})

describe.each(bundlers.filter(({ bundler }) => bundler !== 'Rollup'))(
  '$bundler for a server',
  ({ bundler, build }) => {
    it('may hold what browsers may not', async () => {
      const said = await outcome(() => build(join(folder, 'leaky.js'), `server-${bundler}`, 'node'))
      expect(said).toBe('clean')
    })
  },
)

it('reads what Vite copies past the bundle', async () => {
  const said = await outcome(() =>
    vite({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [guard.vite(options)],
      build: { outDir: 'with-public' },
    }),
  )
  expect(said).toContain('notes.txt:1:12')
})

it('reads what esbuild keeps in memory', async () => {
  const said = await outcome(() =>
    esbuild({
      entryPoints: [join(folder, 'leaky.js')],
      bundle: true,
      write: false,
      logLevel: 'silent',
      plugins: [guard.esbuild(options)],
    }),
  )
  expect(said).toContain('anthropic-key')
})
