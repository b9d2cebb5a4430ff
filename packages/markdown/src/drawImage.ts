import type { Element, ElementContent, Properties } from 'hast'
import type { Drawing } from './drawing.js'
import { judgeUrl, readBlockedImage } from './judgeUrl.js'
import { markHidden, markHiddenText, type Marking } from './markHidden.js'
import type { SafeUrl } from './safeTree.js'

/** Draws an image the policy allows, or its words and host in its place. */
export function drawImage(element: Element, drawing: Drawing): ElementContent[] {
  const { policy, report } = drawing
  const { src, alt: unsafeAlt } = element.properties
  const unsafeUrl = typeof src === 'string' ? src : ''
  const alt = String(unsafeAlt ?? '')
  const verdict = judgeUrl(unsafeUrl, 'image', policy)
  if (verdict.ok) return [drawAllowed(verdict.url, alt, drawing)]
  report('image', verdict.reason, unsafeUrl)
  if (policy.images.otherwise === 'drop') return []
  const words = markHidden(alt, markingOf(drawing))
  return [drawPlace({ unsafeUrl, alt, words, host: undefined, reason: verdict.reason }, drawing)]
}

/** Draws an image whose address has been judged. */
export function drawAllowed(url: SafeUrl, alt: string, drawing: Drawing): Element {
  const safe: Properties = {
    src: url,
    alt: markHiddenText(alt, markingOf(drawing)),
    loading: 'lazy',
    referrerPolicy: 'no-referrer',
    decoding: 'async',
  }
  return { type: 'element', tagName: 'img', properties: safe, children: [] }
}

function markingOf({ policy, report }: Drawing): Marking {
  return { hidden: policy.hidden, onHidden: (kind, unsafe) => report('hidden-text', kind, unsafe) }
}

/** What stands in the place of an image that the policy does not allow. */
export interface BlockedImage {
  readonly unsafeUrl: string
  readonly alt: string
  /** The alternative text as it is drawn. */
  readonly words: readonly ElementContent[]
  /** The host, where the address does not tell it any more. */
  readonly host: string | undefined
  readonly reason: string
}

/** Draws the place of an image, with its address for a button where the policy lets the reader decide. */
export function drawPlace(image: BlockedImage, { policy, inLink }: Drawing): Element {
  const { alt, words } = image
  const read = readBlockedImage(image.unsafeUrl, policy)
  const host = read?.host ?? image.host
  if (host === undefined) return place({ dataBlocked: 'image', dataReason: image.reason }, words)
  // A button inside a link would be two things to press in one place.
  const asks = policy.images.otherwise === 'ask' && inLink !== true && read !== undefined
  return place({ dataBlocked: 'image', dataHost: host, ...(asks ? { dataUrl: read.url } : {}) }, [
    ...words,
    { type: 'text', value: alt === '' ? `(${host})` : ` (${host})` },
  ])
}

function place(properties: Properties, children: readonly ElementContent[]): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { ...properties, dir: 'auto' },
    children: [...children],
  }
}
