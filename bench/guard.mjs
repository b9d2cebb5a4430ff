// `pnpm bench --guard [--runs 5]`: how long `glovebox-guard` takes for 100 MB of minified bundles. Prints a report and, with
// the default options, keeps it in GUARD.md.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { buildPage } from './build.mjs'
import { median } from './compare.mjs'

const { values } = parseArgs({ options: { runs: { type: 'string' }, guard: { type: 'boolean' } } })
const runs = Number(values.runs ?? 5)
const megabytes = 100
const secrets = 20

await buildPage()
const folder = mkdtempSync(join(tmpdir(), 'glovebox-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true }))
const { files, bytes } = fill(join(folder, 'dist'))
writeFileSync(join(folder, 'secrets.env'), environment())
const measured = Array.from({ length: runs }, measure)
const report = await pretty(describe())
console.log(report)
if (values.runs === undefined) writeFileSync(file('GUARD.md'), report)

/** Copies the bundles of the page with all its renderers into a folder until they are enough. */
function fill(dist) {
  const built = file('dist')
  const names = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  )
  let bytes = 0
  let files = 0
  for (let copy = 0; bytes < megabytes * 1e6; copy += 1) {
    mkdirSync(join(dist, String(copy)), { recursive: true })
    for (const name of names) {
      const source = join(built, name)
      copyFileSync(source, join(dist, String(copy), name.replaceAll(/[\\/]/g, '-')))
      bytes += statSync(source).size
      files += 1
    }
  }
  return { files, bytes }
}

/** Made-up values, none of which stands in a bundle. */
function environment() {
  return Array.from({ length: secrets }, (_, index) => {
    const value = createHash('sha256').update(`secret ${index}`).digest('base64url').slice(0, 40)
    return `SERVICE_${index}_TOKEN=${value}\n`
  }).join('')
}

function measure() {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', peak(), file('../packages/guard/dist/cli.js'), '--env', 'secrets.env', 'dist'],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH } },
  )
  const seconds = (performance.now() - start) / 1000
  if (status === 2) throw new Error(`The guard could not run: ${stderr}`)
  const { cpu, memory } = JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8'))
  console.error(
    `${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU. ${stdout.trim().split('\n').at(-1)}`,
  )
  return { seconds, cpu, memory }
}

/** A module that writes down, when the guard ends, what it has used. */
function peak() {
  const module = join(folder, 'usage.mjs')
  const usage = join(folder, 'usage.json')
  writeFileSync(
    module,
    `import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const used = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }
  writeFileSync(${JSON.stringify(usage)}, JSON.stringify(used))
})`,
  )
  return module
}

function describe() {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`
  const row = (name, pick, digits) => {
    const all = measured.map(pick)
    return `| ${name} | ${median(all).toFixed(digits)} | ${Math.min(...all).toFixed(digits)} |`
  }
  return [
    '# The guard',
    `Written by \`pnpm bench --guard\`. The command line looks through ${(bytes / 1e6).toFixed(0)} MB of minified bundles in ${files} files for the values of ${secrets} secrets and all else, from its start to its end, ${runs} times. The bundles are those of the page that the renderers are measured in, copied until they are enough. Two threads share the files; on a machine with other work to do, the CPU time tells more than the time passed.`,
    `${machine}, with a load of ${loadavg()[0]?.toFixed(1)} at the end.`,
    [
      '| | median | least |',
      '| --- | --- | --- |',
      row('seconds', ({ seconds }) => seconds, 1),
      row('seconds of CPU', ({ cpu }) => cpu, 1),
      row('megabytes of memory, at most', ({ memory }) => memory, 0),
    ].join('\n'),
  ].join('\n\n')
}

async function pretty(text) {
  const path = file('GUARD.md')
  return format(text, { ...(await resolveConfig(path)), filepath: path })
}

/** @param {string} name */
function file(name) {
  return fileURLToPath(new URL(name, import.meta.url))
}
