// Builds everything and serves the demo until Ctrl-C.
import { root, run, runUntilEnd } from './run.mjs'

run(process.execPath, ['scripts/build.mjs'])
process.exitCode = await runUntilEnd(process.execPath, [`${root}examples/chat/dist/server/main.js`])
