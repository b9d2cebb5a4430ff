import type { DrawnFootnote } from './labelTable.js'
import { makeElement, makeText, reuse, type MadeContent, type MadeElement } from './made.js'
import type { Making } from './making.js'
import { footnoteId } from './makeReference.js'
import { wrap } from './wrap.js'

/** The words around footnotes. */
export interface FootnoteWords {
  /** The heading above them. Default `Footnotes`. */
  readonly label?: string | undefined
  /** Names the link from a footnote back to its place. Default `Back to reference 1`, `1-2` … */
  readonly backLabel?: ((number: number, reference: number) => string) | undefined
}

/** What is made at the end of a text for its footnotes. */
export interface FootnoteMaking {
  readonly making: Making
  readonly words: FootnoteWords
  readonly before: MadeElement | undefined
}

/** Makes the section of footnotes, in the order of the first references to them. */
export function makeFootnotes(
  footnotes: readonly DrawnFootnote[],
  { making, words, before }: FootnoteMaking,
): MadeElement {
  const { lineEnding } = making
  const itemsBefore = listOf(before)?.children.filter((item) => item !== lineEnding) ?? []
  const items = footnotes.map((footnote, index) =>
    makeFootnote(footnote, { making, words, before: elementOf(itemsBefore[index]) }),
  )
  const heading = makeElement(
    {
      tagName: 'h2',
      properties: { id: 'footnote-label', dataFootnotesLabel: true },
      children: [makeText(words.label ?? 'Footnotes', headingOf(before)?.children[0])],
    },
    headingOf(before),
  )
  const list = makeElement({ tagName: 'ol', children: wrap(items, lineEnding) }, listOf(before))
  return makeElement(
    {
      tagName: 'section',
      properties: { dataFootnotes: true },
      children: [heading, lineEnding, list, lineEnding],
    },
    before,
  )
}

function makeFootnote(
  { definition, number, references }: DrawnFootnote,
  { making, words, before }: FootnoteMaking,
): MadeElement {
  const id = footnoteId(definition.node.identifier)
  const children = making.makeAll(definition)
  const links: MadeContent[] = []
  for (let reference = 1; reference <= references; reference += 1) {
    if (reference > 1) links.push(makeText(' '))
    links.push(makeBackLink({ id, number, reference, words }))
  }
  const tail = children.at(-1)
  if (tail?.type === 'element' && tail.tagName === 'p') {
    const words = [...withBlank(tail.children), ...links]
    children[children.length - 1] = makeElement({ tagName: 'p', children: words })
  } else children.push(...links)
  const properties = { id: `fn-${id}` }
  const item = { tagName: 'li', properties, children: wrap(children, making.lineEnding) }
  return reuse(makeElement(item), before)
}

interface BackLink {
  readonly id: string
  readonly number: number
  readonly reference: number
  readonly words: FootnoteWords
}

function makeBackLink({ id, number, reference, words }: BackLink): MadeElement {
  const { backLabel = backLabelOf } = words
  const suffix = reference > 1 ? `-${reference}` : ''
  const children: MadeContent[] = [makeText('↩')]
  if (reference > 1) {
    children.push(makeElement({ tagName: 'sup', children: [makeText(String(reference))] }))
  }
  const properties = {
    href: `#fnref-${id}${suffix}`,
    dataFootnoteBackref: '',
    ariaLabel: backLabel(number, reference),
  }
  return makeElement({ tagName: 'a', properties, children })
}

function backLabelOf(number: number, reference: number): string {
  return `Back to reference ${number}${reference > 1 ? `-${reference}` : ''}`
}

/** Parts a footnote's last words from the links behind them. */
function withBlank(words: readonly MadeContent[]): MadeContent[] {
  const last = words.at(-1)
  if (last?.type !== 'text') return [...words, makeText(' ')]
  return [...words.slice(0, -1), makeText(last.value + ' ')]
}

function headingOf(section: MadeElement | undefined): MadeElement | undefined {
  return elementOf(section?.children[0])
}

function listOf(section: MadeElement | undefined): MadeElement | undefined {
  return elementOf(section?.children[2])
}

function elementOf(made: MadeContent | undefined): MadeElement | undefined {
  return made?.type === 'element' ? made : undefined
}
