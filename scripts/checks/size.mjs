// Bundles each entry point as an app would, and the parts that have a goal of their own, and holds their sizes to
// scripts/checks/size-limits.json. React and zod are the app's own and are not counted.
import { build } from 'esbuild'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../run.mjs'
import { conclude } from './failures.mjs'
import { entryPoints } from './workspace.mjs'

const external = ['react', 'react-dom', 'zod', 'ioredis']
const onTheServer = /^@glovebox\/(?:proxy|guard)(?:\/|$)/

/** @type {Record<string, number>} kilobytes (1000 bytes) after minifying and gzip */
const limits = JSON.parse(readFileSync(new URL('size-limits.json', import.meta.url), 'utf8'))

/** What an app that imports one thing loads. */
const parts = [
  {
    name: '@glovebox/markdown: parser',
    file: join(root, 'packages/markdown/dist/parser/createParser.js'),
    imported: 'createParser',
  },
  {
    name: '@glovebox/react: SafeMarkdown',
    file: join(root, 'packages/react/dist/index.js'),
    imported: 'SafeMarkdown',
  },
]

/** @type {readonly { readonly name: string, readonly file: string, readonly imported?: string }[]} */
const entries = [...entryPoints(), ...parts].toSorted((one, other) =>
  one.name < other.name ? -1 : 1,
)
const missing = entries.filter(({ file }) => !existsSync(file))
if (missing.length > 0) {
  const failures = missing.map(({ name }) => `${name} is not built, run \`node scripts/build.mjs\``)
  conclude('size', failures, '')
} else {
  const rows = await Promise.all(
    entries.map(async (entry) => ({
      name: entry.name,
      limit: limits[entry.name],
      ...(await measure(entry)),
    })),
  )
  const width = Math.max(...rows.map(({ name }) => name.length))
  console.log(`${'entry point'.padEnd(width)}  minified      gzip     limit`)
  for (const { name, minified, gzip, limit } of rows) {
    const limitText = limit === undefined ? 'none' : kilobytes(limit)
    console.log(
      `${name.padEnd(width)} ${kilobytes(minified).padStart(9)} ${kilobytes(gzip).padStart(9)} ${limitText.padStart(9)}`,
    )
  }
  const names = rows.map(({ name }) => name)
  const failures = [
    ...rows.flatMap(({ name, gzip, limit }) => {
      if (limit === undefined) return [`${name} has no limit in size-limits.json`]
      return gzip > limit
        ? [`${name} has ${kilobytes(gzip)}, its limit is ${kilobytes(limit)}`]
        : []
    }),
    ...Object.keys(limits)
      .filter((name) => !names.includes(name))
      .map((name) => `size-limits.json names ${name}, which is not measured`),
  ]
  conclude('size', failures, `${rows.length} bundles within their limits`)
}

/** @param {(typeof entries)[number]} entry */
async function measure({ name, file, imported }) {
  const { outputFiles } = await build({
    ...(imported === undefined
      ? { entryPoints: [file] }
      : {
          stdin: {
            contents: `export { ${imported} } from ${JSON.stringify(file)}`,
            resolveDir: root,
          },
        }),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: onTheServer.test(name) ? 'node' : 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    external,
    legalComments: 'none',
    logLevel: 'error',
  })
  const bytes = outputFiles[0]?.contents ?? new Uint8Array()
  return { minified: bytes.length / 1000, gzip: gzipSync(bytes, { level: 9 }).length / 1000 }
}

/** @param {number} amount */
function kilobytes(amount) {
  return `${amount.toFixed(1)} kB`
}
