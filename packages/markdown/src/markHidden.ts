import type { Element, Text } from 'hast'
import { maxMarks } from './countSuspects.js'
import { codeName, nameOf } from './hiddenNames.js'
import { revealPart, type TextPlace } from './revealHidden.js'

/** A longer run of hidden characters is one mark with its count. */
const maxSingleMarks = 16

/** Called once per text with each kind of hidden characters in it, and where the first of them stand. */
export type OnHidden = (kind: string, unsafe: string, at: number) => void

/** How hidden characters are drawn and told of. */
export interface Marking {
  readonly hidden: 'reveal' | 'remove'
  readonly onHidden: OnHidden
  readonly place?: TextPlace
}

/** A text as it was marked up to some place. */
export interface Marked {
  readonly nodes: readonly (Text | Element)[]
  /** The first hidden characters of each kind. */
  readonly kinds: ReadonlyMap<string, FirstHidden>
  /** Where what comes next begins. */
  readonly end: number
}

interface FirstHidden {
  readonly unsafe: string
  readonly at: number
}

const nothingMarked: Marked = { nodes: [], kinds: new Map(), end: 0 }

/** Draws a text with a visible mark in place of each hidden character, or without them. */
export function markHidden(unsafe: string, marking: Marking): (Text | Element)[] {
  const { nodes, kinds } = markOn(nothingMarked, unsafe, marking)
  tellHidden(kinds, marking)
  return [...nodes]
}

/** Tells of each kind of hidden characters in a text. */
export function tellHidden(kinds: Marked['kinds'], { onHidden }: Marking): void {
  for (const [kind, { unsafe, at }] of kinds) onHidden(kind, unsafe, at)
}

/** Marks what comes behind a part of the text that was marked before, up to `end`. */
export function markOn(
  before: Marked = nothingMarked,
  unsafe: string,
  { hidden, place = 'prose', end = unsafe.length }: Omit<Marking, 'onHidden'> & { end?: number },
): Marked {
  const marked = [...before.nodes]
  const kinds = new Map(before.kinds)
  let at = before.end
  for (const segment of revealPart(unsafe, { start: before.end, end, place })) {
    if ('text' in segment) {
      appendText(marked, segment.text)
      at += segment.text.length
      continue
    }
    const { codes } = segment
    const kind = segment.hidden
    if (!kinds.has(kind)) {
      kinds.set(kind, { unsafe: String.fromCodePoint(...codes.slice(0, 80)), at })
    }
    for (const code of codes) at += code > 0xffff ? 2 : 1
    if (hidden === 'remove') {
      // Without a blank two words would be one.
      if (kind === 'blank') appendText(marked, ' ')
      continue
    }
    const [first = 0] = codes
    const isRun = codes.length > (kind === 'combining' ? 1 : maxSingleMarks)
    if (marked.length > maxMarks)
      appendText(marked, ` ${markText(markElement(first, codes.length))} `)
    else if (isRun) marked.push(markElement(first, codes.length))
    else for (const code of codes) marked.push(markElement(code, 1))
  }
  return { nodes: marked, kinds, end }
}

/** The same for an attribute, where a mark can only be text. */
export function markHiddenText(unsafe: string, marking: Marking): string {
  return markHidden(unsafe, marking)
    .map((node) => (node.type === 'text' ? node.value : ` ${markText(node)} `))
    .join('')
}

/** Builds the mark of one hidden character, or of a run that begins with it. */
export function markElement(code: number, count: number): Element {
  const char = codeName(code)
  const isRun = count > 1
  const title = isRun ? `${nameOf(code)} (${count})` : nameOf(code)
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      dataMarkedChar: char,
      ...(isRun ? { dataMarkedCount: String(count) } : {}),
      title,
      // Only what has a role has a name that is read out.
      role: 'img',
      ariaLabel: `${char} ${title}`,
      dir: 'ltr',
    },
    children: [{ type: 'text', value: isRun ? `${char} ×${count}` : char }],
  }
}

/** The nodes of a text that grows are shared by what was drawn before. */
function appendText(marked: (Text | Element)[], text: string): void {
  const last = marked.at(-1)
  if (last?.type === 'text') marked.splice(-1, 1, { type: 'text', value: last.value + text })
  else marked.push({ type: 'text', value: text })
}

function markText(mark: Element): string {
  const [text] = mark.children
  return text?.type === 'text' ? text.value : ''
}
