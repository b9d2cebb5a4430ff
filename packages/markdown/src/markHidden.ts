import type { Element, Text } from 'hast'
import { codeName, nameOf } from './hiddenNames.js'
import { revealHidden } from './revealHidden.js'

/** A longer run of hidden characters is one mark with its count. */
const maxSingleMarks = 16

/** Marks drawn as elements in one text; further ones are the same names as plain text. */
const maxMarks = 1_000

/** Called once per text with each kind of hidden characters in it. */
export type OnHidden = (kind: string, unsafe: string) => void

/** Draws a text with a visible mark in place of each hidden character, or without them. */
export function markHidden(
  unsafe: string,
  hidden: 'reveal' | 'remove',
  onHidden: OnHidden,
): (Text | Element)[] {
  const marked: (Text | Element)[] = []
  const reported = new Set<string>()
  for (const segment of revealHidden(unsafe)) {
    if ('text' in segment) {
      appendText(marked, segment.text)
      continue
    }
    const { codes } = segment
    if (!reported.has(segment.hidden)) {
      onHidden(segment.hidden, String.fromCodePoint(...codes.slice(0, 80)))
    }
    reported.add(segment.hidden)
    if (hidden === 'remove') continue
    const [first = 0] = codes
    if (marked.length > maxMarks)
      appendText(marked, ` ${markText(markElement(first, codes.length))} `)
    else if (codes.length > maxSingleMarks) marked.push(markElement(first, codes.length))
    else for (const code of codes) marked.push(markElement(code, 1))
  }
  return marked
}

/** The same for an attribute, where a mark can only be text. */
export function markHiddenText(
  unsafe: string,
  hidden: 'reveal' | 'remove',
  onHidden: OnHidden,
): string {
  return markHidden(unsafe, hidden, onHidden)
    .map((node) => (node.type === 'text' ? node.value : ` ${markText(node)} `))
    .join('')
}

/** Builds the mark of one hidden character, or of a run that begins with it. */
export function markElement(code: number, count: number): Element {
  const name = codeName(code)
  const isRun = count > 1
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      dataMarkedChar: name,
      ...(isRun ? { dataMarkedCount: String(count) } : {}),
      title: isRun ? `${nameOf(code)} (${count})` : nameOf(code),
    },
    children: [{ type: 'text', value: isRun ? `${name} ×${count}` : name }],
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
