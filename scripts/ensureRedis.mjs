import { spawn, spawnSync } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { canInstallPackages, installPackage } from './debian.mjs'

/**
 * Starts a Redis of the tests' own on a free port of 127.0.0.1, in memory only, installing it first where that is
 * possible. With GLOVEBOX_TEST_REDIS_URL set, that one is used and nothing is started.
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startRedis() {
  const given = process.env.GLOVEBOX_TEST_REDIS_URL
  if (given !== undefined && given !== '') return { url: given, stop: () => {} }
  if (!hasRedis() && canInstallPackages()) {
    console.log('No Redis found, installing one for the tests')
    installPackage('redis-server')
  }
  if (!hasRedis()) explainAndExit()

  const port = await freePort()
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  )
  const stop = () => server.kill()
  process.on('exit', stop)
  await answers(port)
  return { url: `redis://127.0.0.1:${port}`, stop }
}

function hasRedis() {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0
}

function explainAndExit() {
  console.error(
    [
      'Cannot run the tests: redis-server is not on the PATH and could not be installed.',
      'Do one of these, then run the same command again:',
      '  - Debian, Ubuntu: sudo apt-get install redis-server',
      '  - macOS: brew install redis',
      '  - set GLOVEBOX_TEST_REDIS_URL to a Redis that the tests may use, as in redis://127.0.0.1:6379',
    ].join('\n'),
  )
  process.exit(1)
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** @param {number} port */
async function answers(port) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
    if (open) return
    await sleep(100)
  }
  throw new Error(`Cannot run the tests: Redis did not answer on port ${port} within 10 seconds`)
}
