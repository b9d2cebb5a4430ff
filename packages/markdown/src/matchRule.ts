import { parseUrl } from './parseUrl.js'
import type { UrlRule } from './policy.js'
import { isSharedHost } from './sharedHost.js'

interface ParsedRule {
  readonly protocol: string
  readonly host: string
  readonly port: string
  readonly anySubdomain: boolean
  /** The path's segments; empty when every path is meant. */
  readonly segments: readonly string[]
}

const ruleShape = /^https?:\/\/(?:\*\.)?[^\s/?#@*\\%]+(?:\/[^\s?#*\\]*)?$/i

/** A rule that goes up would allow more than its words say. */
const wayUp = /\/(?:\.|%2e){1,2}(?:\/|$)/i

/** Gives a rule's parts, or undefined for a rule that cannot mean what it says. */
export function parseRule(rule: UrlRule): ParsedRule | undefined {
  if (typeof rule !== 'string' || !ruleShape.test(rule) || wayUp.test(rule)) return undefined
  const anySubdomain = rule.includes('://*.')
  const plain = rule.replace('://*.', '://')
  const url = parseUrl(plain)
  if (url === undefined) return undefined
  // `https://*.com` and `https://*.github.io` would allow the hosts of anybody, `https://*.127.0.0.1` none.
  if (anySubdomain && (isSharedHost(url.hostname) || !/\.[a-z][a-z0-9-]*$/.test(url.hostname))) {
    return undefined
  }
  return {
    protocol: url.protocol,
    host: url.hostname.replace(/\.$/, ''),
    port: url.port,
    anySubdomain,
    segments: url.pathname.split('/').filter((segment) => segment !== ''),
  }
}

/** Says whether one of the rules allows this parsed address. `'self'` means `origin`. */
export function matchesRule(
  url: URL,
  rules: readonly UrlRule[],
  origin: string | undefined,
): boolean {
  return rules.some((rule) => {
    if (rule === 'self') return origin !== undefined && url.origin === origin
    const parsed = parseRule(rule)
    return parsed !== undefined && matches(url, parsed)
  })
}

function matches(url: URL, rule: ParsedRule): boolean {
  const host = url.hostname.replace(/\.$/, '')
  const isHost = rule.anySubdomain ? host.endsWith('.' + rule.host) : host === rule.host
  if (!isHost || url.protocol !== rule.protocol || url.port !== rule.port) return false
  if (rule.segments.length === 0) return true
  // A server that decodes `%2F` or `%5C` sees other segments than we do.
  if (/%2f|%5c/i.test(url.pathname)) return false
  const segments = url.pathname.split('/').slice(1)
  return rule.segments.every((segment, index) => segments[index] === segment)
}
