import { judgeUrl, type Policy, type UrlVerdict } from '@glovebox/markdown'
import { describeAddress } from './describeAddress.js'

type AllowedUrl = UrlVerdict & { readonly ok: true }

/** A link the reader is asked about, with what the judge said of its address. */
export interface AskedLink extends AllowedUrl {
  /** Its words name another host. */
  readonly isDeceptive: boolean
  /** The reader may ask not to be asked about this host again. */
  readonly canRemember: boolean
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
  const canRemember = policy.links.confirm === 'foreign' && !isDeceptive && isPlain(verdict)
  if (canRemember && rememberedHosts.has(verdict.host)) return { action: 'follow' }
  return { action: 'ask', link: { ...verdict, isDeceptive, canRemember, anchor } }
}

/** Where an element leads when it is pressed; links of images and of SVG count. */
export function addressOf(element: Element): string | undefined {
  if (element.localName !== 'a' && element.localName !== 'area') return undefined
  return element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? undefined
}

/** Trust in a host is not trust in what an address carries to it, nor in mail to it. */
function isPlain({ url, flags }: AllowedUrl): boolean {
  return /^https?:/.test(url) && flags.length === 0 && describeAddress(url).payload === 0
}
