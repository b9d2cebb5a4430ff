import type { Properties } from 'hast'
import type { FootnoteReference, ImageReference, LinkReference } from 'mdast'
import {
  makeElement,
  makeText,
  reuse,
  type MadeContent,
  type MadeElement,
  type MadeText,
} from './made.js'
import type { MakeAt } from './makeNode.js'
import { normalizeUri } from './normalizeUri.js'

interface Address {
  readonly url: string
  readonly alt?: string | null | undefined
}

/** The address of a link. A title is not drawn: it is text that nobody sees. */
export function hrefOf({ url }: Address): Properties {
  return { href: normalizeUri(url) }
}

/** The address and the words of an image. */
export function imageOf({ url, alt }: Address): Properties {
  return { src: normalizeUri(url), ...(typeof alt === 'string' ? { alt } : {}) }
}

/** Makes a link of a reference, or the text it is while nothing defines it. */
export function makeLinkReference(
  node: LinkReference,
  { kept, making }: MakeAt,
): readonly MadeContent[] {
  const definition = making.labels.definitionOf(node.identifier)
  const children = making.makeAll(kept)
  if (definition !== undefined) {
    return [makeElement({ tagName: 'a', properties: hrefOf(definition), children }, kept.made[0])]
  }
  const [head] = children
  if (head?.type === 'text') children[0] = makeText('[' + head.value)
  else children.unshift(makeText('['))
  const tail = children.at(-1)
  if (tail?.type === 'text') children[children.length - 1] = makeText(tail.value + endOf(node))
  else children.push(makeText(endOf(node)))
  return children
}

/** Makes an image of a reference, or the text it is while nothing defines it. */
export function makeImageReference(
  node: ImageReference,
  { kept, making }: MakeAt,
): MadeElement | MadeText {
  const [before] = kept.made
  const definition = making.labels.definitionOf(node.identifier)
  if (definition === undefined) return makeText(`![${node.alt ?? ''}${endOf(node)}`, before)
  const properties = imageOf({ url: definition.url, alt: node.alt })
  return makeElement({ tagName: 'img', properties }, before)
}

/** Makes the number that stands for a footnote. */
export function makeFootnoteReference(
  { identifier }: FootnoteReference,
  { kept, making }: MakeAt,
): MadeElement {
  const { number = 0, reference = 0 } = making.labels.useOf(kept) ?? {}
  const id = footnoteId(identifier)
  const link = makeElement({
    tagName: 'a',
    properties: {
      href: `#fn-${id}`,
      id: `fnref-${id}${reference > 1 ? `-${reference}` : ''}`,
      dataFootnoteRef: true,
    },
    children: [makeText(String(number))],
  })
  return reuse(makeElement({ tagName: 'sup', children: [link] }), kept.made[0])
}

/** The part of an id that names a footnote. */
export function footnoteId(identifier: string): string {
  // Upper case first: two labels are the same if that is.
  return normalizeUri(identifier.toUpperCase().toLowerCase())
}

function endOf({ referenceType, label, identifier }: LinkReference | ImageReference): string {
  if (referenceType === 'collapsed') return '][]'
  // An empty label counts as none.
  return referenceType === 'full' ? `][${label || identifier}]` : ']'
}
