// Clones the last commit into an empty folder and does there what the README tells a newcomer: the start command, a look at
// the page, one question to the proxy, Ctrl-C. The README's test command is what `.ci/run` itself ends with.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../run.mjs'

const minutesToStart = 8

const folder = mkdtempSync(join(tmpdir(), 'glovebox-clone-'))
try {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder], { stdio: 'inherit' })
  const command = /^npx -y pnpm@12 start$/m.exec(
    readFileSync(join(folder, 'README.md'), 'utf8'),
  )?.[0]
  if (command === undefined)
    throw new Error('README.md does not name the start command on a line of its own')
  await startLookStop(command.split(' '))
  console.log('fresh clone: the demo starts, answers and stops')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @param {readonly string[]} command */
async function startLookStop([program = '', ...args]) {
  const env = newcomersEnvironment()
  // A group of its own, so that Ctrl-C reaches all of it as it would in a terminal.
  const server = spawn(program, args, {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  server.stdout.on('data', (chunk) => (output += chunk))
  server.stderr.on('data', (chunk) => (output += chunk))
  const ended = new Promise((resolve) => server.on('exit', resolve))
  try {
    const address = await waitForAddress(() => output, server)
    const page = await fetch(address)
    if (!page.ok || !(await page.text()).includes('<script'))
      throw new Error(`${address} shows no page`)
    const answer = await fetch(new URL('/api/claude', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(address).origin },
      body: JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] }),
    })
    const stream = await answer.text()
    if (!stream.includes('event: message_stop'))
      throw new Error(`The proxy gave no whole answer: ${stream.slice(0, 200)}`)
    process.kill(-(server.pid ?? 0), 'SIGINT')
    await Promise.race([
      ended,
      sleep(10_000).then(() =>
        Promise.reject(new Error('Ctrl-C did not end the demo in 10 seconds')),
      ),
    ])
    if (await isServed(address)) throw new Error(`${address} is still served after Ctrl-C`)
  } catch (error) {
    console.error(output)
    throw error
  } finally {
    if (server.exitCode === null && server.pid !== undefined) tryKill(-server.pid)
  }
}

/** This environment without a key, and without what an outer pnpm tells the scripts it runs (not to install again, for one). */
function newcomersEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== 'ANTHROPIC_API_KEY' && !/^p?npm_/i.test(name),
    ),
  )
}

/**
 * @param {() => string} output
 * @param {import('node:child_process').ChildProcess} server
 */
async function waitForAddress(output, server) {
  for (let second = 0; second < minutesToStart * 60; second += 1) {
    const address = /http:\/\/(?:localhost|127\.0\.0\.1):\d+\/?/.exec(output())?.[0]
    if (address !== undefined) return address
    if (server.exitCode !== null)
      throw new Error(`The start command ended with code ${server.exitCode}`)
    await sleep(1000)
  }
  throw new Error(`The start command printed no address within ${minutesToStart} minutes`)
}

/** @param {string} address */
function isServed(address) {
  return fetch(address).then(
    () => true,
    () => false,
  )
}

/** @param {number} group */
function tryKill(group) {
  try {
    process.kill(group, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
