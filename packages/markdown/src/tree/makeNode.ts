import type { Properties } from 'hast'
import type { Code } from 'mdast'
import type { Kept } from './kept.js'
import { makeList, makeListItem } from './makeList.js'
import { makeTable, makeTableCell, makeTableRow } from './makeTable.js'
import { childOf, makeElement, makeText, type MadeContent, type MadeElement } from './made.js'
import type { Making } from './making.js'
import {
  hrefOf,
  imageOf,
  makeFootnoteReference,
  makeImageReference,
  makeLinkReference,
} from './makeReference.js'
import { trimLines, trimStart } from './trimLines.js'
import { wrap } from './wrap.js'

/** What a node was kept as, where it stands, and how to make the nodes in it. */
export interface MakeAt {
  readonly kept: Kept
  readonly place: string
  readonly making: Making
}

/** Turns one node of mdast into hast, as mdast-util-to-hast does. */
export function makeNode(at: MakeAt): readonly MadeContent[] {
  const made = makeAsIs(at)
  const [only] = made
  if (at.place !== 'after a break' || only === undefined || made.length > 1) return made
  return [trimAfterBreak(only, at.kept.made[0])]
}

function makeAsIs(at: MakeAt): readonly MadeContent[] {
  const { kept, making } = at
  const { node, made } = kept
  const [before] = made
  const elementOf = (tagName: string, properties?: Properties): readonly MadeElement[] => [
    makeElement({ tagName, properties, children: making.makeAll(kept) }, before),
  ]
  switch (node.type) {
    case 'text':
      return [makeText(trimLines(node.value, valueOf(before)), before)]
    case 'paragraph':
      return elementOf('p')
    case 'heading':
      return elementOf(`h${node.depth}`, idOf(kept, making))
    case 'emphasis':
      return elementOf('em')
    case 'strong':
      return elementOf('strong')
    case 'delete':
      return elementOf('del')
    case 'blockquote': {
      const children = wrap(making.makeAll(kept), making.lineEnding)
      return [makeElement({ tagName: 'blockquote', children }, before)]
    }
    case 'thematicBreak':
      return [makeElement({ tagName: 'hr' }, before)]
    case 'break':
      return [makeElement({ tagName: 'br' }, before), makeText('\n', made[1])]
    case 'html':
      if (before?.type === 'raw' && before.value === node.value) return [before]
      return [{ type: 'raw', value: node.value }]
    case 'inlineCode': {
      const value = node.value.replace(/\r?\n|\r/g, ' ')
      const text = makeText(value, childOf(before, 0))
      return [makeElement({ tagName: 'code', children: [text] }, before)]
    }
    case 'code':
      return [makeCode(node, before)]
    case 'list':
      return [makeList(node, at)]
    case 'listItem':
      return [makeListItem(node, at)]
    case 'table':
      return makeTable(node, at)
    case 'tableRow':
      return [makeTableRow(at)]
    case 'tableCell':
      return [makeTableCell(at)]
    case 'link':
      return elementOf('a', hrefOf(node))
    case 'image':
      return [makeElement({ tagName: 'img', properties: imageOf(node) }, before)]
    case 'linkReference':
      return makeLinkReference(node, at)
    case 'imageReference':
      return [makeImageReference(node, at)]
    case 'footnoteReference':
      return [makeFootnoteReference(node, at)]
    default:
      // Definitions, and front matter that no plugin of ours reads.
      return []
  }
}

function idOf(heading: Kept, { labels }: Making): Properties {
  const id = labels.headingIdOf(heading)
  return id === undefined ? {} : { id }
}

function makeCode({ value, lang }: Code, before: MadeContent | undefined): MadeElement {
  // The first word counts; a reference may have put a blank into the info string.
  const [language] = lang ? lang.split(/\s+/) : []
  const properties = language === undefined ? {} : { className: [`language-${language}`] }
  const code = childOf(before, 0)
  // A text that only grew is not read again.
  const text = makeText(value === '' ? '' : value + '\n', childOf(code, 0))
  const inside = makeElement({ tagName: 'code', properties, children: [text] }, code)
  return makeElement({ tagName: 'pre', children: [inside] }, before)
}

/** Takes the blanks away with which a line begins that follows a hard break. */
function trimAfterBreak(made: MadeContent, before: MadeContent | undefined): MadeContent {
  if (made.type === 'raw') return made
  if (made.type === 'text') return makeText(trimStart(made.value), before)
  const [head, ...rest] = made.children
  if (head?.type !== 'text' || trimStart(head.value) === head.value) return made
  const children = [makeText(trimStart(head.value), childOf(before, 0)), ...rest]
  return makeElement({ ...made, children }, before)
}

function valueOf(before: MadeContent | undefined): string {
  return before?.type === 'text' ? before.value : ''
}
