import type { IncomingMessage } from 'node:http'

/** A name, IPv4 or bracketed IPv6 address with an optional port, and nothing that a URL would read as more. */
const plainHost = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

/** Gives the origin that a request was sent to, by its `Host` header; undefined where that is no plain host. */
export function readHost({ headers, socket }: IncomingMessage): string | undefined {
  const authority = headers[':authority']
  const host = headers.host ?? (typeof authority === 'string' ? authority : '')
  const scheme = 'encrypted' in socket && socket.encrypted === true ? 'https' : 'http'
  const url = `${scheme}://${host}`
  return plainHost.test(host) && URL.canParse(url) ? new URL(url).origin : undefined
}
