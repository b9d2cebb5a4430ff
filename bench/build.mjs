// Production bundles of the page, and the size that each renderer adds to an app.
import { build } from 'esbuild'
import { readdirSync, rmSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Every renderer has a file of its own, which says how it is used. */
export const renderers = readdirSync(`${here}renderers`).map((file) => basename(file, '.jsx'))

/** @type {import('esbuild').BuildOptions} */
const production = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'error',
  metafile: true,
  // Optional parts of some renderers, asked for by no document here and not installed.
  external: ['mermaid', 'katex', 'stream-diffs', '@terrastruct/d2', '@antv/infographic'],
}

/** Bundles the page and every renderer into bench/dist, with one React for all. */
export async function buildPage() {
  rmSync(`${here}dist`, { recursive: true, force: true })
  await build({
    ...production,
    alias: { react: `${here}node_modules/react`, 'react-dom': `${here}node_modules/react-dom` },
    entryPoints: ['page.jsx', ...renderers.map((name) => `renderers/${name}.jsx`)],
    outbase: here,
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
  })
}

/** @typedef {{ readonly name: string, readonly minified: number, readonly gzip: number }} Size in bytes */

/**
 * Gives what each renderer, and the parser alone, loads up front: its bundle and what that imports statically, React not
 * counted.
 * @returns {Promise<readonly Size[]>}
 */
export async function measureSizes() {
  const drawn = renderers.filter((name) => name !== 'pre' && name !== 'nothing')
  const sizes = await Promise.all(
    drawn.map((name) => sizeOf(name, `export * from './renderers/${name}.jsx'`)),
  )
  const parser = await sizeOf(
    'glovebox, the parser alone',
    `export { parseMarkdown } from '@glovebox/markdown'`,
  )
  return [...sizes, parser].toSorted((a, b) => a.gzip - b.gzip)
}

/**
 * @param {string} name
 * @param {string} contents
 * @returns {Promise<Size>}
 */
async function sizeOf(name, contents) {
  const { outputFiles, metafile } = await build({
    ...production,
    stdin: { contents, resolveDir: here, loader: 'jsx' },
    external: [...(production.external ?? []), 'react', 'react-dom', 'zod'],
    outdir: 'dist/size',
    write: false,
  })
  const eager = staticallyLoaded(metafile.outputs, 'dist/size/stdin.js')
  const files = outputFiles.filter(({ path }) =>
    eager.has(relative(here, path).replaceAll(sep, '/')),
  )
  return {
    name,
    minified: sum(files.map(({ contents }) => contents.length)),
    gzip: sum(files.map(({ contents }) => gzipSync(contents, { level: 9 }).length)),
  }
}

/**
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {string} entry
 */
function staticallyLoaded(outputs, entry) {
  const found = new Set([entry])
  for (const path of found) {
    for (const { path: next, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && next in outputs) found.add(next)
    }
  }
  return found
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
