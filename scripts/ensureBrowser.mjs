import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { findChromium } from './chromium.mjs'
import { canInstallPackages, installPackage } from './debian.mjs'
import { tryRun } from './run.mjs'

/** Makes sure that a Chromium is there for the tests: an installed one, Debian's, or Playwright's own. Ends the process with what to do where none can be had. */
export function ensureBrowser() {
  if (hasBrowser()) return
  console.log('No Chromium found, installing one for the tests')
  if (canInstallPackages()) installPackage('chromium')
  if (!hasBrowser()) tryRun('playwright', ['install', 'chromium'])
  if (hasBrowser()) return
  console.error(
    [
      'Cannot run the tests: no Chromium or Chrome found and none could be installed.',
      'Do one of these, then run the same command again:',
      '  - install Google Chrome or Chromium with your system’s package manager',
      '    (Debian, Ubuntu: sudo apt-get install chromium)',
      '  - npx playwright install chromium',
      '  - set GLOVEBOX_CHROMIUM to the path of a Chromium or Chrome program',
    ].join('\n'),
  )
  process.exit(1)
}

function hasBrowser() {
  return findChromium() !== undefined || existsSync(chromium.executablePath())
}
