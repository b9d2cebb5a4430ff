import { findText } from './findText.js'
import type { Rule } from './rule.js'

/** Switches of the official SDK that exist only to send a key from a browser. */
const names = ['dangerouslyAllowBrowser', 'anthropic-dangerous-direct-browser-access']

/** Finds the names of switches that allow a key in the browser; none belongs in a bundle, with or without a key. */
export const browserAccessNames: readonly Rule[] = names.map((name) => ({
  id: 'browser-access',
  advice: 'Remove the SDK from browser code and call Claude through a proxy',
  reach: name.length,
  find: (bytes) =>
    findText(bytes, name).map((index) => ({ index, length: name.length, masked: name })),
}))
