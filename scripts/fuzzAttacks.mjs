// Draws hostile documents in Chromium that are built from the corpus’s parts, on every path:
// `pnpm fuzz:attacks [--seconds N] [--seed N]`, the seconds for each path. Ends with the shortest document it can find
// that gets past one, or when the time is over.
import { parseArgs } from 'node:util'
import { ensureBrowser } from './ensureBrowser.mjs'
import { run, runUntilEnd } from './run.mjs'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
})

ensureBrowser()
run(process.execPath, ['scripts/build.mjs', '--packages'])
const env = {
  ...process.env,
  GLOVEBOX_FUZZ_SECONDS: values.seconds,
  GLOVEBOX_FUZZ_SEED: values.seed,
}
process.exitCode = await runUntilEnd(
  'vitest',
  ['run', '--project', 'attacks', 'test/attacks/fuzz.attack.ts'],
  { env },
)
