import { contentSecurityPolicy, type CspChanges } from './contentSecurityPolicy.js'

/**
 * Gives the headers that every answer of an app's server should carry, the page's own above all: the policy of
 * `contentSecurityPolicy`, and what keeps a page apart from others. Names are in lower case; a header of your own
 * goes behind: `{ ...recommendedHeaders(), 'cross-origin-opener-policy': 'same-origin-allow-popups' }`.
 */
export function recommendedHeaders(changes: CspChanges = {}): Readonly<Record<string, string>> {
  return Object.freeze({
    'content-security-policy': contentSecurityPolicy(changes),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': switchedOff.map((feature) => `${feature}=()`).join(', '),
    // An address of the app can name a conversation.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    // A link's host is not looked up before the reader follows it: a host name can carry data.
    'x-dns-prefetch-control': 'off',
  })
}

/** Nothing of Glovebox uses them. Writing to the clipboard is not here: the dialog copies addresses. */
const switchedOff = [
  'camera',
  'display-capture',
  'geolocation',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
