import { existsSync } from 'node:fs'
import { tryRun } from './run.mjs'

let listsAreFresh = false

/** Tells whether this process may install Debian packages: root on a system with apt. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/**
 * Installs one Debian package without asking; its failure shows in what is still missing afterwards.
 * @param {string} name
 */
export function installPackage(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (!listsAreFresh) listsAreFresh = tryRun('apt-get', ['update', '-qq'], { env }) === 0
  tryRun('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
}
