import type { Element, ElementContent, Properties } from 'hast'
import { isDeceptive } from './deceptive.js'
import type { Drawing } from './drawing.js'
import { judgeUrl, type UrlVerdict } from './judgeUrl.js'
import { prefixId } from './prefixId.js'
import { visibleText } from './visibleText.js'

/** Draws a link that may be followed, or the words of one that may not. */
export function drawLink(element: Element, drawing: Drawing): ElementContent[] {
  const { policy, report } = drawing
  const { href } = element.properties
  const words = visibleText(element)
  const children = drawing.drawChildren(element, true)
  if (typeof href !== 'string') return children
  const verdict = judgeUrl(href, 'link', policy)
  if (!verdict.ok) {
    report('link', verdict.reason, href)
    return [span({ dataBlocked: 'link', dataReason: verdict.reason, dir: 'auto' }, children)]
  }
  if (verdict.url.startsWith('#')) {
    return [anchor(inPageProperties(element, verdict.url, drawing), children)]
  }
  const confirm = confirmOf(verdict, policy.links.confirm)
  const deceptive = isDeceptive(words, verdict)
  const link = anchor(
    {
      href: verdict.url,
      rel: ['noopener', 'noreferrer', 'nofollow', 'ugc'],
      referrerPolicy: 'no-referrer',
      ...(confirm === undefined ? {} : { dataConfirm: confirm, target: '_blank' }),
      ...(deceptive ? { dataDeceptive: true } : {}),
    },
    children,
  )
  if (!deceptive) return [link]
  report('deceptive-link', verdict.flags[0] ?? 'host', words + ' → ' + verdict.url)
  const host = verdict.host === '' ? verdict.url.slice(0, 60) : verdict.host
  const letters = verdict.unicodeHost === undefined ? '' : ` = ${verdict.unicodeHost}`
  return [
    link,
    span({ dataTrueHost: host, dir: 'ltr' }, [{ type: 'text', value: `(${host}${letters})` }]),
  ]
}

function confirmOf(
  verdict: UrlVerdict & { ok: true },
  confirm: 'foreign' | 'always' | 'never',
): 'foreign' | 'always' | undefined {
  if (confirm === 'always') return 'always'
  // An application is started by it.
  if (confirm === 'foreign' && !/^(?:https?|mailto|tel):/.test(verdict.url)) return 'always'
  return confirm === 'foreign' && verdict.foreign ? 'foreign' : undefined
}

/**
 * An in-page address gets the message's prefix too: the text's links reach the text's footnotes and
 * nothing else in the app, neither its elements nor the routes of a router that reads the hash.
 */
function inPageProperties(element: Element, url: string, { idPrefix }: Drawing): Properties {
  const { properties } = element
  const id = typeof properties['id'] === 'string' ? properties['id'] : ''
  const inPage: Properties = { href: '#' + prefixId(url.slice(1), idPrefix) }
  if ('dataFootnoteRef' in properties && /(?:^|-)fnref-/.test(id)) {
    return {
      ...inPage,
      id: prefixId(id, idPrefix),
      dataFootnoteRef: '',
      ariaDescribedBy: [idPrefix + 'footnote-label'],
    }
  }
  if ('dataFootnoteBackref' in properties) {
    const label = String(properties['ariaLabel'] ?? '').replace(/[^\p{L}\p{N} .-]/gu, '')
    return { ...inPage, dataFootnoteBackref: '', ...(label === '' ? {} : { ariaLabel: label }) }
  }
  return inPage
}

function anchor(properties: Properties, children: ElementContent[]): Element {
  // What is written from right to left inside cannot move what stands next to it.
  return { type: 'element', tagName: 'a', properties: { ...properties, dir: 'auto' }, children }
}

function span(properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties, children }
}
