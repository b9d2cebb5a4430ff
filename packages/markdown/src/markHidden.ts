import type { Element, Text } from 'hast'
import { codeName, nameOf } from './hiddenNames.js'
import { revealHidden, type TextPlace } from './revealHidden.js'

/** A longer run of hidden characters is one mark with its count. */
const maxSingleMarks = 16

/** Marks drawn as elements in one text; further ones are the same names as plain text. */
const maxMarks = 1_000

/** Called once per text with each kind of hidden characters in it. */
export type OnHidden = (kind: string, unsafe: string) => void

/** How hidden characters are drawn and told of. */
export interface Marking {
  readonly hidden: 'reveal' | 'remove'
  readonly onHidden: OnHidden
  readonly place?: TextPlace
}

/** Draws a text with a visible mark in place of each hidden character, or without them. */
export function markHidden(
  unsafe: string,
  { hidden, onHidden, place }: Marking,
): (Text | Element)[] {
  const marked: (Text | Element)[] = []
  const reported = new Set<string>()
  for (const segment of revealHidden(unsafe, place)) {
    if ('text' in segment) {
      appendText(marked, segment.text)
      continue
    }
    const { codes } = segment
    const kind = segment.hidden
    if (!reported.has(kind)) onHidden(kind, String.fromCodePoint(...codes.slice(0, 80)))
    reported.add(kind)
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
  return marked
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

function appendText(marked: (Text | Element)[], text: string): void {
  const last = marked.at(-1)
  if (last?.type === 'text') last.value += text
  else marked.push({ type: 'text', value: text })
}

function markText(mark: Element): string {
  const [text] = mark.children
  return text?.type === 'text' ? text.value : ''
}
