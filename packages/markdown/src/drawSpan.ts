import type { Element, ElementContent, Properties } from 'hast'
import { drawAllowed, drawPlace } from './drawImage.js'
import type { Drawing } from './drawing.js'
import { judgeUrl } from './judgeUrl.js'
import { markElement } from './markHidden.js'
import { visibleText } from './visibleText.js'

/**
 * Keeps the marks of an earlier pass over the same tree, rebuilt from known parts; any other span is
 * its children.
 */
export function drawSpan(element: Element, drawing: Drawing): ElementContent[] {
  const { properties } = element
  const inLink = drawing.inLink === true
  // The true host is only ever written behind the link it belongs to.
  if ('dataTrueHost' in properties) return []
  const code = /^U\+([0-9A-F]{4,6})$/.exec(String(properties['dataMarkedChar'] ?? ''))?.[1]
  if (code !== undefined) {
    const count = Number(properties['dataMarkedCount'] ?? 1)
    return [markElement(parseInt(code, 16), Number.isSafeInteger(count) && count > 0 ? count : 1)]
  }
  const blocked = properties['dataBlocked']
  if (blocked === 'image') return drawPlaceAgain(element, drawing)
  const children = drawing.drawChildren(element, inLink)
  if (blocked !== 'link') return children
  const reason = String(properties['dataReason'] ?? '')
  return [
    blockedSpan({ dataBlocked: 'link', dataReason: safeReason(reason), dir: 'auto' }, children),
  ]
}

function blockedSpan(properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties, children }
}

/** Draws what stands in the place of an image, or the image where the policy allows it by now. */
function drawPlaceAgain(element: Element, drawing: Drawing): ElementContent[] {
  const { policy } = drawing
  const { dataUrl, dataHost, dataReason } = element.properties
  const unsafeUrl = typeof dataUrl === 'string' ? dataUrl : ''
  const alt = visibleText(element)
  const verdict = judgeUrl(unsafeUrl, 'image', policy)
  if (verdict.ok) return [drawAllowed(verdict.url, alt, drawing)]
  if (policy.images.otherwise === 'drop') return []
  const words = drawing.drawChildren({ ...element, children: withoutHost(element) }, true)
  const host = typeof dataHost === 'string' ? safeHost(dataHost) : undefined
  const reason = safeReason(String(dataReason ?? ''))
  return [drawPlace({ unsafeUrl, alt, words, host, reason }, drawing)]
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

/** A reason is one of our own words. */
function safeReason(unsafeReason: string): string {
  return /^[a-z-]{1,20}$/.test(unsafeReason) ? unsafeReason : 'not-allowed'
}
