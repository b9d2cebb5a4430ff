// Installs what only bench/ needs, builds the packages, and measures them against other renderers in Chromium; with
// `--schema`, against other readers of growing JSON; with `--guard`, how long the guard takes; with `--megabyte`, how long a
// page stands still. Arguments go on to bench/run.mjs, bench/schema.mjs, bench/guard.mjs or bench/megabyte.mjs.
import { pnpm } from './checks/pack.mjs'
import { ensureBrowser } from './ensureBrowser.mjs'
import { root, run, runUntilEnd } from './run.mjs'

const args = process.argv.slice(2)
const script = ['schema', 'guard', 'megabyte'].find((name) => args.includes(`--${name}`)) ?? 'run'
if (script === 'run' || script === 'megabyte') ensureBrowser()
console.error('Installing what to compare with')
pnpm(['install', '--frozen-lockfile'], `${root}bench`)
run(process.execPath, ['scripts/build.mjs', '--packages'])
process.exitCode = await runUntilEnd(process.execPath, [`bench/${script}.mjs`, ...args])
