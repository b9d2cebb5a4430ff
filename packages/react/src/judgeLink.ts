import { judgeUrl, type Policy, type SafeUrl, type UrlVerdict } from '@glovebox/markdown'
import { describeAddress } from './describeAddress.js'

/** A link the reader is asked about. */
export interface AskedLink {
  readonly url: SafeUrl
  readonly host: string
  /** The host in letters, where punycode hides them. */
  readonly unicodeHost: string | undefined
  /** Its words name another host. */
  readonly isDeceptive: boolean
  readonly isMixedScript: boolean
  /** Where the focus goes back to. */
  readonly anchor: HTMLElement
}

/** What is to happen when a reader acts on a link. */
export type LinkAction =
  { readonly action: 'follow' | 'stop' } | { readonly action: 'ask'; readonly link: AskedLink }

/**
 * Judges the address a link has at the moment it is used, so that neither a component of the app
 * nor a policy that was tightened since can lead past the question.
 */
export function judgeLink(
  anchor: HTMLElement,
  policy: Policy,
  rememberedHosts: ReadonlySet<string>,
): LinkAction {
  const verdict = judgeUrl(addressOf(anchor) ?? '', 'link', policy)
  if (!verdict.ok) return { action: 'stop' }
  const isInPage = verdict.url.startsWith('#')
  if (isInPage || policy.links.confirm === 'never') return { action: 'follow' }
  const isDeceptive = anchor.hasAttribute('data-deceptive')
  const isAsked =
    policy.links.confirm === 'always' ||
    verdict.foreign ||
    isDeceptive ||
    anchor.hasAttribute('data-confirm')
  if (!isAsked) return { action: 'follow' }
  if (policy.links.confirm === 'foreign' && isRemembered(verdict, isDeceptive, rememberedHosts)) {
    return { action: 'follow' }
  }
  const { url, host, unicodeHost, flags } = verdict
  const isMixedScript = flags.includes('mixed-script')
  return { action: 'ask', link: { url, host, unicodeHost, isDeceptive, isMixedScript, anchor } }
}

/** Where an element leads when it is pressed; links of images and of SVG count. */
export function addressOf(element: Element): string | undefined {
  if (element.localName !== 'a' && element.localName !== 'area') return undefined
  return element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? undefined
}

/** Trust in a host is not trust in what an address carries to it. */
function isRemembered(
  verdict: UrlVerdict & { ok: true },
  isDeceptive: boolean,
  rememberedHosts: ReadonlySet<string>,
): boolean {
  if (isDeceptive || verdict.flags.length > 0 || !rememberedHosts.has(verdict.host)) return false
  return verdict.host !== '' && describeAddress(verdict.url).payload === 0
}
