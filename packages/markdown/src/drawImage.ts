import type { Element, ElementContent, Properties } from 'hast'
import { safeReason, type Drawing } from './drawing.js'
import { judgeUrl, readBlockedImage } from './judgeUrl.js'
import { markHidden, markHiddenText } from './markHidden.js'
import { visibleText } from './visibleText.js'

/**
 * Draws an image the policy allows, or its words and host in its place. Takes an `img` or the place
 * an earlier pass left.
 */
export function drawImage(element: Element, drawing: Drawing): ElementContent[] {
  const { policy, report } = drawing
  const { properties } = element
  const isPlace = element.tagName === 'span'
  const address = isPlace ? properties['dataUrl'] : properties['src']
  const unsafeUrl = typeof address === 'string' ? address : ''
  const alt = isPlace ? visibleText(element) : String(properties['alt'] ?? '')
  const onHidden = (kind: string, unsafe: string) => report('hidden-text', kind, unsafe)
  const verdict = judgeUrl(unsafeUrl, 'image', policy)
  if (verdict.ok) {
    const safe: Properties = {
      src: verdict.url,
      alt: markHiddenText(alt, policy.hidden, onHidden),
      loading: 'lazy',
      referrerPolicy: 'no-referrer',
      decoding: 'async',
    }
    return [{ type: 'element', tagName: 'img', properties: safe, children: [] }]
  }
  if (!isPlace) report('image', verdict.reason, unsafeUrl)
  if (policy.images.otherwise === 'drop') return []
  const words = isPlace
    ? drawing.drawChildren({ ...element, children: withoutHost(element) }, true)
    : markHidden(alt, policy.hidden, onHidden)
  const read = readBlockedImage(unsafeUrl, policy)
  const givenHost = isPlace ? properties['dataHost'] : undefined
  const host = read?.host ?? (typeof givenHost === 'string' ? safeHost(givenHost) : undefined)
  if (host === undefined) {
    const reason = isPlace ? safeReason(String(properties['dataReason'] ?? '')) : verdict.reason
    return [place({ dataBlocked: 'image', dataReason: reason }, words)]
  }
  // A button inside a link would be two things to press in one place.
  const asks = policy.images.otherwise === 'ask' && drawing.inLink !== true && read !== undefined
  return [
    place({ dataBlocked: 'image', dataHost: host, ...(asks ? { dataUrl: read.url } : {}) }, [
      ...words,
      { type: 'text', value: alt === '' ? `(${host})` : ` (${host})` },
    ]),
  ]
}

/** The words of a place an earlier pass left, without the host it added. */
function withoutHost(element: Element): ElementContent[] {
  const suffix = `(${String(element.properties['dataHost'] ?? '')})`
  const last = element.children.at(-1)
  if (last?.type !== 'text' || !last.value.endsWith(suffix)) return element.children
  const value = last.value.slice(0, -suffix.length).replace(/ $/, '')
  const words = element.children.slice(0, -1)
  return value === '' ? words : [...words, { type: 'text', value }]
}

function safeHost(unsafeHost: string): string | undefined {
  return /^[a-z0-9.:[\]-]{1,255}$/.test(unsafeHost) ? unsafeHost : undefined
}

function place(properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties, children }
}
