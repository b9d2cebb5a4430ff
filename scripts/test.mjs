// Installs what the tests need, builds what they use, and runs every test. Arguments go on to vitest.
import { ensureBrowser } from './ensureBrowser.mjs'
import { startRedis } from './ensureRedis.mjs'
import { run, runUntilEnd } from './run.mjs'

ensureBrowser()
const redis = await startRedis()
run(process.execPath, ['scripts/build.mjs'])
const env = { ...process.env, GLOVEBOX_TEST_REDIS_URL: redis.url }
process.exitCode = await runUntilEnd('vitest', ['run', ...process.argv.slice(2)], { env })
redis.stop()
