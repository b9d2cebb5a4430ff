import { existsSync } from 'node:fs'

/** Where a Chromium or Chrome that is already installed is found, most specific first. */
const installed = [
  process.env.GLOVEBOX_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Gives the path of an installed Chromium or Chrome, or undefined where only Playwright's own can serve. */
export function findChromium() {
  return installed.find((path) => path !== undefined && path !== '' && existsSync(path))
}

/**
 * Gives the launch options that every test of this project uses: no sandbox (a container's root has
 * none), and none of the browser's own traffic, so that every request a test sees is the page's.
 */
export function launchOptions() {
  const executablePath = findChromium()
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}
