import type { UrlVerdict } from './judgeUrl.js'
import { parseUrl } from './parseUrl.js'
import { revealHidden } from './revealHidden.js'
import { isSharedHost } from './sharedHost.js'

/** Characters of a link's words that are searched for hosts. */
const maxJudgedLength = 2_000

/** Names after a last dot that are more often a file than a host, where no scheme says otherwise. */
const fileNames: ReadonlySet<string> = new Set(
  'md rs py sh pl cc so ps ml mm st vi in ts tf cs js is id as do am at be by it my no to us'.split(
    ' ',
  ),
)
const knownEndings: ReadonlySet<string> = new Set(
  (
    'com org net edu gov mil int info biz io co ai app dev me tv xyz site online shop ' +
    'store cloud tech page link test example bank money pay blog news wiki live world email ' +
    'support security login zone run ly gg fm to us it be club top icu vip pro mobi name today life ' +
    'space fun website press host team group center company network systems solutions services agency ' +
    'finance loan credit cash fund exchange market trade trading games game chat social video design ' +
    'academy school university health care law legal tax global city travel jobs asia eu'
  ).split(' '),
)

// No repetition but the labels' is open: a long word must not cost its square.
const hostShape =
  /((?:[a-z][a-z0-9+.-]{0,30}:)?\/\/)?(?:[^\s/@<>()[\]"']{0,64}@)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,62})\.)+[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62})\.?(:\d{1,5})?(?=([/?#]?))/giu

/** Behind a web scheme a name without a dot is a host too. */
const intranetShape =
  /https?:\/\/(?:[^\s/@<>()[\]"']{0,64}@)?([\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62})(?![\p{L}\p{N}\p{M}.@-])/giu

/** Names of platforms and libraries that are spelt like hosts. */
const productName = /^(?:(?:asp|vb|ado|ml|system)\.net|(?:system|socket)\.io)$/i

/** Says whether a link's words name another host than it opens, or its address is made to deceive. */
export function isDeceptive(visibleText: string, verdict: UrlVerdict & { ok: true }): boolean {
  if (verdict.flags.length > 0) return true
  const target = hostName(verdict.host)
  return hostsIn(visibleText).some((host) => {
    // `github.io` is not the owner of `x.github.io`.
    const isParent = target.endsWith('.' + host) && !isSharedHost(host)
    return host !== target && !isParent
  })
}

/** The hosts a reader would see in a text, as the URL parser spells them. */
function hostsIn(visibleText: string): string[] {
  if (/^[\t\n -~]*$/.test(visibleText) && !/\.|\/\//.test(visibleText)) return []
  const text = withoutHidden(visibleText)
    .slice(0, maxJudgedLength)
    .replace(/[\p{Cf}\p{DI}]/gu, '')
    .normalize('NFKC')
    .replace(/[\u3002\uff0e\uff61\u2024]/gu, '.')
    .replace(/[\u2044\u2215\u29f8]/gu, '/')
  const hosts: string[] = []
  for (const [, scheme, written = '', , after] of text.matchAll(hostShape)) {
    const ending = written.slice(written.lastIndexOf('.') + 1).toLowerCase()
    if (scheme === undefined && productName.test(written)) continue
    const isHost =
      scheme !== undefined ||
      /^www\./i.test(written) ||
      knownEndings.has(ending) ||
      (after === '/' && /^[a-z]{2,}$/.test(ending)) ||
      (/^(?:[a-z]{2}|xn--.*)$|[^a-z0-9]/.test(ending) &&
        (after === '/' || !fileNames.has(ending)) &&
        isOneCase(written))
    if (isHost && !/^\d+(?:\.\d+)*$/.test(written)) hosts.push(hostName(written))
    else if (scheme !== undefined) hosts.push(hostName(written))
  }
  for (const [, written = ''] of text.matchAll(intranetShape)) hosts.push(hostName(written))
  return hosts
}

/** Hidden characters are gone before the text is cut: they can neither split a host nor push it out. */
function withoutHidden(visibleText: string): string {
  return revealHidden(visibleText)
    .map((segment) => {
      if ('text' in segment) return segment.text
      // An unusual blank still parts two words.
      return segment.hidden === 'blank' ? ' ' : ''
    })
    .join('')
}

/** `Array.of`, `e.g` and `U.S` are not hosts; a host is rarely written with capitals here and there. */
function isOneCase(written: string): boolean {
  const oneCase = written === written.toLowerCase() || written === written.toUpperCase()
  return oneCase && !/^(?:.\.)+.$/u.test(written)
}

function hostName(written: string): string {
  const host = parseUrl('https://' + written)?.hostname ?? written.toLowerCase()
  return host.replace(/^www\./, '').replace(/\.$/, '')
}
