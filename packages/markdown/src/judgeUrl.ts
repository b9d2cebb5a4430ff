import { defaultPolicy } from './defaultPolicy.js'
import { matchesRule } from './matchRule.js'
import { parseUrl } from './parseUrl.js'
import type { Policy } from './policy.js'
import { isMixedScriptHost, unicodeHostOf } from './readHost.js'
import type { SafeUrl } from './safeTree.js'
import { isScheme } from './schemes.js'

/** What a judge says of one address. */
export type UrlVerdict =
  | {
      readonly ok: true
      readonly url: SafeUrl
      /** The host with its port as the browser sees it, in punycode; '' where there is none. */
      readonly host: string
      /** The host in letters, where punycode hides them; undefined where it does not. */
      readonly unicodeHost: string | undefined
      /** It leaves the app's origin and no rule names it. */
      readonly foreign: boolean
      /** What makes it look like another address. */
      readonly flags: readonly UrlFlag[]
    }
  | { readonly ok: false; readonly reason: UrlReason }

/** What can make an allowed address look like another one. */
export type UrlFlag = 'userinfo' | 'mixed-script'

/** Why an address is blocked. */
export type UrlReason =
  | 'empty'
  | 'too-long'
  | 'control'
  | 'backslash'
  | 'scheme'
  | 'relative'
  | 'malformed'
  | 'userinfo'
  | 'not-allowed'

/**
 * What cannot be seen, in a host or mailbox: the parser drops some of it silently. Joiners are its own business, since
 * names of some scripts need them; behind the host all of it is written out.
 */
const hiddenInHost = /^(?:[a-z][a-z0-9+.-]*:\/*|\/\/)[^/?#]*(?![\u200c\u200d])[\p{Cf}\p{DI}]/iu

/** An IPv6 host whose brackets micromark has percent-encoded, in ours as in any other pipeline. */
const encodedIpv6 = /^((?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#]*@)?)%5B([\da-f:.]+)%5D/i

/**
 * Judges one address by the WHATWG URL parser; never throws.
 * `#…` stays in the page. Other relative addresses need `policy.origin`, else they are blocked.
 */
export function judgeUrl(
  unsafeUrl: string,
  use: 'link' | 'image',
  policy: Policy = defaultPolicy,
): UrlVerdict {
  if (use === 'link' && isInPage(unsafeUrl)) {
    return allow('#' + encodeFragment(unsafeUrl.slice(1)), '', false)
  }
  if (use === 'image' && /^data:/i.test(unsafeUrl)) return judgeDataUrl(unsafeUrl, policy)
  const url = readUrl(unsafeUrl, policy)
  if (typeof url === 'string') return block(url)
  return use === 'image' ? judgeImage(url, policy) : judgeLink(url, policy)
}

function judgeImage(url: URL, { images, origin }: Policy): UrlVerdict {
  if (!isWeb(url)) return block('scheme')
  // No image needs a name and a password, and they are one more place for data.
  if (hasUserinfo(url)) return block('userinfo')
  if (!matchesRule(url, images.allow, origin)) return block('not-allowed')
  return allow(url.href, url.host, url.origin !== origin)
}

function judgeLink(url: URL, { links, origin }: Policy): UrlVerdict {
  if (!links.schemes.includes(url.protocol.slice(0, -1))) return block('scheme')
  const rules = isWeb(url) && links.allow !== 'any' ? links.allow : undefined
  if (rules !== undefined && !matchesRule(url, rules, origin)) return block('not-allowed')
  // What a rule names is known.
  const foreign = rules === undefined && url.origin !== origin
  return allow(url.href, isWeb(url) ? url.host : mailHost(url), foreign, flagsOf(url))
}

function block(reason: UrlReason): UrlVerdict {
  return { ok: false, reason }
}

function allow(
  url: string,
  host: string,
  foreign: boolean,
  flags: readonly UrlFlag[] = [],
): UrlVerdict {
  return { ok: true, url: mintSafeUrl(url), host, unicodeHost: unicodeHostOf(host), foreign, flags }
}

/** A picture that comes with its address asks nobody for anything. No SVG: it is a document. */
const rasterImage = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}$/

function judgeDataUrl(unsafeUrl: string, { images, limits }: Policy): UrlVerdict {
  if (!images.allow.includes('data:')) return block('scheme')
  if (unsafeUrl.length > limits.dataUrlLength) return block('too-long')
  return rasterImage.test(unsafeUrl) ? allow(unsafeUrl, '', false) : block('malformed')
}

/** Reads an image's address that no rule allows, for the reader to allow once: http(s) only. */
export function readBlockedImage(
  unsafeUrl: string,
  policy: Policy,
): { readonly url: SafeUrl; readonly host: string } | undefined {
  const url = readUrl(unsafeUrl, policy)
  if (typeof url === 'string' || !isWeb(url) || hasUserinfo(url)) return undefined
  return { url: mintSafeUrl(url.href), host: url.host }
}

function isInPage(unsafeUrl: string): boolean {
  return unsafeUrl.startsWith('#') && unsafeUrl.length <= 1_000
}

/**
 * Keeps what a fragment may hold and escapes the rest, so that nothing hidden stays in it, and no `:~:`,
 * behind which a browser looks for words of the app.
 */
function encodeFragment(unsafe: string): string {
  return unsafe
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\w.~!$&'()*+,;=:@/?%-]/gu, (character) => encodeURIComponent(character))
    .replace(/~(?=:)/g, '%7E')
}

/** Reads an address, or says why it is none. */
function readUrl(unsafe: string, policy: Policy): URL | UrlReason {
  if (unsafe === '') return 'empty'
  if (unsafe.length > policy.limits.urlLength) return 'too-long'
  const unsafeUrl = unsafe.replace(encodedIpv6, '$1[$2]')
  // The parser would drop tabs and line breaks, and blanks around: what is shown is not what opens.
  if (/[\p{Cc}\p{Cs}\p{Z}]/u.test(unsafeUrl) || hiddenInHost.test(unsafeUrl)) return 'control'
  if (/^[^?#]*\\/.test(unsafeUrl)) return 'backslash'
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(unsafeUrl)?.[1]?.toLowerCase()
  if (scheme === undefined) return readRelative(unsafeUrl, policy.origin)
  if (!isScheme(scheme)) return 'scheme'
  const isWrong = scheme === 'tel' && !/^tel:\+?[0-9().*#-]{1,40}$/i.test(unsafeUrl)
  return (isWrong ? undefined : parseUrl(unsafeUrl)) ?? 'malformed'
}

function readRelative(unsafeUrl: string, origin: string | undefined): URL | UrlReason {
  if (unsafeUrl.startsWith('//')) {
    return parseUrl((origin?.startsWith('http:') ? 'http:' : 'https:') + unsafeUrl) ?? 'malformed'
  }
  if (origin === undefined) return 'relative'
  const url = parseUrl(unsafeUrl, origin + '/')
  return url?.origin === origin ? url : 'malformed'
}

function isWeb({ protocol }: URL): boolean {
  return /^https?:$/.test(protocol)
}

function hasUserinfo({ username, password }: URL): boolean {
  return username + password !== ''
}

function mailHost(url: URL): string {
  if (url.protocol !== 'mailto:') return ''
  return /@([^@,;?/\s]+)(?:[,;].*)?$/.exec(url.pathname)?.[1]?.toLowerCase() ?? ''
}

function flagsOf(url: URL): readonly UrlFlag[] {
  const flags: UrlFlag[] = []
  if (hasUserinfo(url)) flags.push('userinfo')
  if (isMixedScriptHost(url.hostname)) flags.push('mixed-script')
  return flags
}

function mintSafeUrl(url: string): SafeUrl {
  return url as SafeUrl
}
