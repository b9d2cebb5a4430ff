import type { DrawnFootnote } from './labelTable.js'
import { makeElement, makeText, reuse, type MadeContent, type MadeElement } from './made.js'
import type { Making } from './making.js'
import { footnoteId } from './makeReference.js'
import { wrap } from './wrap.js'

/** How the section of footnotes is made, and what it was before. */
export interface FootnoteMaking {
  readonly making: Making
  readonly before: MadeElement | undefined
}

/** Makes the section of footnotes, in the order of the first references to them. */
export function makeFootnotes(
  footnotes: readonly DrawnFootnote[],
  { making, before }: FootnoteMaking,
): MadeElement {
  const { lineEnding } = making
  const heading = makeElement({
    tagName: 'h2',
    properties: { id: 'footnote-label', dataFootnotesLabel: true },
    children: [makeText('Footnotes')],
  })
  const items = footnotes.map((footnote) => makeFootnote(footnote, making))
  const list = makeElement({ tagName: 'ol', children: wrap(items, lineEnding) })
  const children = [heading, lineEnding, list, lineEnding]
  const properties = { dataFootnotes: true }
  return reuse(makeElement({ tagName: 'section', properties, children }), before)
}

function makeFootnote(
  { definition, number, references }: DrawnFootnote,
  making: Making,
): MadeElement {
  const id = footnoteId(definition.node.identifier)
  const children = making.makeAll(definition)
  const links: MadeContent[] = []
  for (let reference = 1; reference <= references; reference += 1) {
    if (reference > 1) links.push(makeText(' '))
    links.push(makeBackLink({ id, number, reference }))
  }
  const tail = children.at(-1)
  if (tail?.type === 'element' && tail.tagName === 'p') {
    const words = [...withBlank(tail.children), ...links]
    children[children.length - 1] = makeElement({ tagName: 'p', children: words })
  } else children.push(...links)
  const properties = { id: `fn-${id}` }
  return makeElement({ tagName: 'li', properties, children: wrap(children, making.lineEnding) })
}

interface BackLink {
  readonly id: string
  readonly number: number
  readonly reference: number
}

function makeBackLink({ id, number, reference }: BackLink): MadeElement {
  const suffix = reference > 1 ? `-${reference}` : ''
  const children: MadeContent[] = [makeText('↩')]
  if (reference > 1) {
    children.push(makeElement({ tagName: 'sup', children: [makeText(String(reference))] }))
  }
  const properties = {
    href: `#fnref-${id}${suffix}`,
    dataFootnoteBackref: '',
    ariaLabel: `Back to reference ${number}${suffix}`,
  }
  return makeElement({ tagName: 'a', properties, children })
}

/** Parts a footnote's last words from the links behind them. */
function withBlank(words: readonly MadeContent[]): MadeContent[] {
  const last = words.at(-1)
  if (last?.type !== 'text') return [...words, makeText(' ')]
  return [...words.slice(0, -1), makeText(last.value + ' ')]
}
