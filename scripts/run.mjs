import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of this checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a command in the checkout with its output shown, and ends this process with the command's code when it fails.
 * @param {string} command a program on the PATH, or one of the project's own from node_modules/.bin
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function run(command, args, options = {}) {
  const code = tryRun(command, args, options)
  if (code !== 0) process.exit(code)
}

/**
 * Runs a command like `run` and gives its exit code; 127 where it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function tryRun(command, args, { cwd = root, env = process.env } = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    env: withLocalBin(env),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (error !== undefined) console.error(`Cannot run ${command}: ${error.message}`)
  return status ?? (error === undefined ? 1 : 127)
}

/**
 * Runs a command until it ends, passes Ctrl-C and termination on to it, and gives its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runUntilEnd(command, args, { cwd = root, env = process.env } = {}) {
  const child = spawn(command, args, { cwd, env: withLocalBin(env), stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Cannot run ${command}: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 0)))
  })
}

/** @param {NodeJS.ProcessEnv} env */
function withLocalBin(env) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return { ...env, PATH: `${root}node_modules/.bin${separator}${env.PATH ?? ''}` }
}
