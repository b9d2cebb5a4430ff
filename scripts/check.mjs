// Every gate that is not a test, each with its own line at the end; the exit code is non-zero when one failed.
import { tryRun } from './run.mjs'

/** @type {readonly (readonly [name: string, command: string, args: readonly string[]])[]} */
const gates = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['build', 'node', ['scripts/build.mjs']],
  ['types', 'tsc', ['--noEmit']],
  ['lint', 'oxlint', ['--deny-warnings']],
  ['unused', 'knip', []],
  ['machine paths', 'node', ['scripts/checks/machinePaths.mjs']],
  ['public names', 'node', ['scripts/checks/publicNames.mjs']],
  ['guard', 'node', ['scripts/checks/guard.mjs']],
  ['next builds', 'node', ['scripts/checks/nextBuilds.mjs']],
  ['size', 'node', ['scripts/checks/size.mjs']],
  ['packed', 'node', ['scripts/checks/packed.mjs']],
  ['licences', 'node', ['scripts/checks/licences.mjs']],
  ['install', 'node', ['scripts/checks/install.mjs']],
  ['fresh clone', 'node', ['scripts/checks/freshClone.mjs']],
]

const results = gates.map(([name, command, args]) => {
  console.log(`\n── ${name}`)
  return { name, ok: tryRun(command, args) === 0 }
})

console.log()
for (const { name, ok } of results) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
