import { allowlist } from './allowlist.js'
import { findHidden } from './isHidden.js'

/** How strictly a drawn text is looked at. */
export interface InspectOptions {
  /** Honest writing needs joiners and selectors; there no character counts as hidden. */
  readonly allowsHidden: boolean
}

/** React’s server puts comments between texts and around what may wait. */
const reactMark = /^(?: ?|\/?\$[?!~]?|\/?&)$/

/** Says what on the screen lies outside the promises, in words; nothing where all is well. */
export function inspect(root: Element, options: InspectOptions): string[] {
  const breaches: string[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) breaches.push(...inspectElement(node, options))
    else if (node instanceof Comment && reactMark.test(node.data)) continue
    else if (node.nodeType !== Node.TEXT_NODE) breaches.push(`node ${node.nodeName}`)
    else if (!options.allowsHidden) breaches.push(...hiddenIn('text', node.nodeValue ?? ''))
  }
  const ids = Array.from(root.querySelectorAll('[id]'), ({ id }) => id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [...breaches, ...twice.map((id) => `id ${id} twice`)]
}

function inspectElement(element: Element, options: InspectOptions): string[] {
  const name = element.localName
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return [`namespace of <${name}>`]
  const attributes = Object.hasOwn(allowlist, name) ? allowlist[name] : undefined
  if (attributes === undefined) return [`element <${name}>`]
  return Array.from(element.attributes, ({ name: attribute, value }) => {
    const allowed = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined
    if (allowed === undefined) return [`attribute <${name} ${attribute}=${value.slice(0, 80)}>`]
    if (!allowed.test(value)) return [`value <${name} ${attribute}=${value.slice(0, 80)}>`]
    return options.allowsHidden ? [] : hiddenIn(`<${name} ${attribute}>`, value)
  }).flat()
}

function hiddenIn(place: string, text: string): string[] {
  const hidden = findHidden(text)
  return hidden === undefined ? [] : [`hidden ${hidden} in ${place}`]
}

/** The addresses that a reader can press, in document order. */
export function addressesIn(root: Element): string[] {
  return Array.from(root.querySelectorAll('[href]'), (link) =>
    // Each text drawn has a prefix of its own.
    (link.getAttribute('href') ?? '').replace(/^#glovebox-[A-Za-z0-9]*-/, '#'),
  )
}
