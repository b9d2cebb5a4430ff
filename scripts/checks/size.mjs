// Bundles each entry point as an app would, and holds its size to scripts/checks/size-limits.json. React and zod are the
// app's own and are not counted.
import { build } from 'esbuild'
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { conclude } from './failures.mjs'
import { entryPoints } from './workspace.mjs'

const external = ['react', 'react-dom', 'zod', 'ioredis']
const onTheServer = /^@glovebox\/(?:proxy|guard)(?:\/|$)/

/** @type {Record<string, number>} kilobytes (1000 bytes) after minifying and gzip */
const limits = JSON.parse(readFileSync(new URL('size-limits.json', import.meta.url), 'utf8'))

const entries = entryPoints()
const missing = entries.filter(({ file }) => !existsSync(file))
if (missing.length > 0) {
  const failures = missing.map(({ name }) => `${name} is not built, run \`node scripts/build.mjs\``)
  conclude('size', failures, '')
} else {
  const rows = await Promise.all(
    entries.map(async ({ name, file }) => ({
      name,
      limit: limits[name],
      ...(await measure(name, file)),
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
      .map((name) => `size-limits.json names ${name}, which is no entry point`),
  ]
  conclude('size', failures, `${rows.length} entry points within their limits`)
}

/**
 * @param {string} name
 * @param {string} file
 */
async function measure(name, file) {
  const { outputFiles } = await build({
    entryPoints: [file],
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
