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
const hiddenInHost =
  /^(?:[a-z][a-z0-9+.-]*:\/*|\/\/)[^/?#]*(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]/iu

/** An IPv6 host whose brackets micromark has percent-encoded, in ours as in any other pipeline. */
const encodedIpv6 = /^((?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#]*@)?)%5B([\da-f:.]+)%5D/i

type ReadUrl = { readonly url: URL } | { readonly reason: UrlReason }

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
  const read = readUrl(unsafeUrl, policy)
  if ('reason' in read) return { ok: false, reason: read.reason }
  const { url } = read
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  if (use === 'image') {
    if (!isWeb) return { ok: false, reason: 'scheme' }
    // No image needs a name and a password, and they are one more place for data.
    if (url.username !== '' || url.password !== '') return { ok: false, reason: 'userinfo' }
    if (!matchesRule(url, policy.images.allow, policy.origin)) {
      return { ok: false, reason: 'not-allowed' }
    }
    return allow(url.href, url.host, url.origin !== policy.origin)
  }
  const scheme = url.protocol.slice(0, -1)
  if (!policy.links.schemes.includes(scheme)) return { ok: false, reason: 'scheme' }
  const isNamed =
    isWeb && policy.links.allow !== 'any' && matchesRule(url, policy.links.allow, policy.origin)
  if (isWeb && policy.links.allow !== 'any' && !isNamed) return { ok: false, reason: 'not-allowed' }
  const foreign = !isNamed && url.origin !== policy.origin
  return allow(url.href, isWeb ? url.host : mailHost(url), foreign, flagsOf(url))
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
  if (!images.allow.includes('data:')) return { ok: false, reason: 'scheme' }
  if (unsafeUrl.length > limits.dataUrlLength) return { ok: false, reason: 'too-long' }
  return rasterImage.test(unsafeUrl)
    ? allow(unsafeUrl, '', false)
    : { ok: false, reason: 'malformed' }
}

/** Reads an image's address that no rule allows, for the reader to allow once: http(s) only. */
export function readBlockedImage(
  unsafeUrl: string,
  policy: Policy,
): { readonly url: SafeUrl; readonly host: string } | undefined {
  const read = readUrl(unsafeUrl, policy)
  if ('reason' in read || !/^https?:$/.test(read.url.protocol)) return undefined
  if (read.url.username !== '' || read.url.password !== '') return undefined
  return { url: mintSafeUrl(read.url.href), host: read.url.host }
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

function readUrl(unsafe: string, policy: Policy): ReadUrl {
  if (unsafe === '') return { reason: 'empty' }
  if (unsafe.length > policy.limits.urlLength) return { reason: 'too-long' }
  const unsafeUrl = unsafe.replace(encodedIpv6, '$1[$2]')
  // The parser would drop tabs and line breaks, and blanks around: what is shown is not what opens.
  if (/[\p{Cc}\p{Cs}\p{Z}]/u.test(unsafeUrl)) return { reason: 'control' }
  if (hiddenInHost.test(unsafeUrl)) return { reason: 'control' }
  if (/^[^?#]*\\/.test(unsafeUrl)) return { reason: 'backslash' }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(unsafeUrl)?.[1]?.toLowerCase()
  if (scheme === undefined) return readRelative(unsafeUrl, policy.origin)
  if (!isScheme(scheme)) return { reason: 'scheme' }
  if (scheme === 'tel' && !/^tel:\+?[0-9().*#-]{1,40}$/i.test(unsafeUrl)) {
    return { reason: 'malformed' }
  }
  return readAbsolute(unsafeUrl)
}

function readRelative(unsafeUrl: string, origin: string | undefined): ReadUrl {
  if (unsafeUrl.startsWith('//')) {
    return readAbsolute((origin?.startsWith('http:') ? 'http:' : 'https:') + unsafeUrl)
  }
  if (origin === undefined) return { reason: 'relative' }
  const url = parseUrl(unsafeUrl, origin + '/')
  return url?.origin === origin ? { url } : { reason: 'malformed' }
}

function readAbsolute(unsafeUrl: string): ReadUrl {
  const url = parseUrl(unsafeUrl)
  return url === undefined ? { reason: 'malformed' } : { url }
}

function mailHost(url: URL): string {
  if (url.protocol !== 'mailto:') return ''
  return /@([^@,;?/\s]+)(?:[,;].*)?$/.exec(url.pathname)?.[1]?.toLowerCase() ?? ''
}

function flagsOf(url: URL): readonly UrlFlag[] {
  const flags: UrlFlag[] = []
  if (url.username !== '' || url.password !== '') flags.push('userinfo')
  if (isMixedScriptHost(url.hostname)) flags.push('mixed-script')
  return flags
}

function mintSafeUrl(url: string): SafeUrl {
  return url as SafeUrl
}
