import type { List, ListItem } from 'mdast'
import type { Kept } from './kept.js'
import { makeElement, makeText, reuse, type MadeContent, type MadeElement } from './made.js'
import type { MakeAt } from './makeNode.js'

/** Makes a list; it is loose if any of its items is. */
export function makeList(node: List, { kept, making }: MakeAt): MadeElement {
  const [before] = kept.made
  const place = node.spread || hasLooseItem(node, kept) ? 'loose' : 'tight'
  const children = making.makeRows(kept, { from: 0, to: Infinity, place, before })
  kept.childPlace = place
  return makeElement(
    {
      tagName: node.ordered ? 'ol' : 'ul',
      properties: typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {},
      children,
    },
    before,
  )
}

function hasLooseItem({ children }: List, { same, childPlace }: Kept): boolean {
  // Where no item was loose, only the new ones may be.
  const first = childPlace === 'tight' ? same : 0
  return children.slice(first).some(isLoose)
}

/** Makes a list item. In a tight list paragraphs are their bare text. */
export function makeListItem({ checked }: ListItem, at: MakeAt): MadeElement {
  const { kept, place, making } = at
  const isLooseList = place === 'loose'
  const isTask = typeof checked === 'boolean'
  const [before] = kept.made
  const blocks = isTask ? addBox(making.makeAll(kept), checked) : making.makeAll(kept)
  const children: MadeContent[] = []
  for (const [index, block] of blocks.entries()) {
    const isBare = !isLooseList && isParagraph(block)
    if (!isBare || index > 0) children.push(making.lineEnding)
    if (isBare) children.push(...block.children)
    else children.push(block)
  }
  const tail = blocks.at(-1)
  if (tail !== undefined && (isLooseList || !isParagraph(tail))) children.push(making.lineEnding)
  const properties = isTask ? { className: ['task-list-item'] } : {}
  const made = makeElement({ tagName: 'li', properties, children }, before)
  // The box is made anew each time.
  return isTask ? reuse(made, before) : made
}

function isLoose({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1
}

function addBox(blocks: readonly MadeContent[], checked: boolean): MadeContent[] {
  const [head, ...rest] = blocks
  const properties = { type: 'checkbox', checked, disabled: true }
  const box = makeElement({ tagName: 'input', properties })
  if (!isParagraph(head)) return [makeElement({ tagName: 'p', children: [box] }), ...blocks]
  const words = head.children.length > 0 ? [makeText(' '), ...head.children] : []
  return [makeElement({ tagName: 'p', children: [box, ...words] }), ...rest]
}

function isParagraph(made: MadeContent | undefined): made is MadeElement {
  return made?.type === 'element' && made.tagName === 'p'
}
