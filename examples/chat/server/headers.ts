/**
 * What every answer of this server carries. Nothing is allowed that is not named: no inline code or style, no address
 * outside this origin, and no string can become script. An image that the reader asks for from another host stays
 * blocked too; an app that wants to show it adds `https:` to `img-src`.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // A link's host is not looked up before the reader follows it: a host name can carry data.
  'x-dns-prefetch-control': 'off',
}

/** Tells whether a `Host` header names this machine; any other means that a foreign name was pointed at it (DNS rebinding). */
export function isLocalHost(unsafeHost: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(unsafeHost ?? '')
}
