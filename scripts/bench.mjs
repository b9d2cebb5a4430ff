// Installs what only bench/ needs, builds the packages, and measures them against other renderers in Chromium. Arguments go
// on to bench/run.mjs.
import { pnpm } from './checks/pack.mjs'
import { ensureBrowser } from './ensureBrowser.mjs'
import { root, run, runUntilEnd } from './run.mjs'

ensureBrowser()
console.error('Installing the renderers to compare with')
pnpm(['install', '--frozen-lockfile'], `${root}bench`)
run(process.execPath, ['scripts/build.mjs', '--packages'])
process.exitCode = await runUntilEnd(process.execPath, ['bench/run.mjs', ...process.argv.slice(2)])
