// Installs what only bench/ needs, builds the packages, and measures them against other renderers in Chromium; with
// `--schema`, against other readers of growing JSON. Arguments go on to bench/run.mjs or bench/schema.mjs.
import { pnpm } from './checks/pack.mjs'
import { ensureBrowser } from './ensureBrowser.mjs'
import { root, run, runUntilEnd } from './run.mjs'

const args = process.argv.slice(2)
const isSchema = args.includes('--schema')
if (!isSchema) ensureBrowser()
console.error('Installing what to compare with')
pnpm(['install', '--frozen-lockfile'], `${root}bench`)
run(process.execPath, ['scripts/build.mjs', '--packages'])
const script = isSchema ? 'bench/schema.mjs' : 'bench/run.mjs'
process.exitCode = await runUntilEnd(process.execPath, [script, ...args])
