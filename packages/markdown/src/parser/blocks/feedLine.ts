import { closeAbove, closeLeaf, openFootnote, openItem, openQuote } from './grow.js'
import { continues, type OpenContainer } from './containers.js'
import { readFootnoteMarker, readListMarker, readQuoteMarker } from './containers.js'
import { feedLeaf } from './feedLeaf.js'
import { createLineCursor, indentOf, isBlankLine, type LineCursor } from './lineCursor.js'
import type { BlockState } from './state.js'

/** One line and what the block phase needs to know with it. */
export interface Line {
  readonly cursor: LineCursor
  /** `\n`, `\r\n`, `\r`, or nothing at the end of the text. */
  readonly ending: string
}

/** What feeding has to ask and tell. */
export interface Feeding {
  /** Containers behind this many are text. */
  readonly maxDepth: number
  readonly onDefinition: (identifier: string) => void
  readonly onFootnote: (identifier: string) => void
  /** A container's marker was left as text. */
  readonly onTooDeep: () => void
}

/** Takes one line: first the containers that go on, then new ones, then the leaf (CommonMark, appendix). */
export function feedLine(state: BlockState, text: string, ending: string, feeding: Feeding): void {
  const cursor = createLineCursor(text)
  const line: Line = { cursor, ending }
  let matched = 0
  let marked = 0
  while (matched < state.stack.length) {
    const container = state.stack[matched] as OpenContainer
    if (!continues(container, cursor)) {
      if (container.type === 'listItem' && startsSibling(state, matched, line, feeding)) return
      break
    }
    matched += 1
    if (container.type === 'blockquote') marked = matched
  }
  const isLazy = matched < state.stack.length
  const { leaf } = state
  const isConcrete = (leaf?.type === 'code' && leaf.fence !== undefined) || leaf?.type === 'html'
  if (!isLazy && isConcrete) {
    feedLeaf(state, line, { isLazy, feeding, matched, marked })
    return
  }
  const interrupts = !isLazy && leaf?.type === 'paragraph'
  const opened = openContainers(state, { cursor, matched, interrupts }, feeding)
  feedLeaf(state, line, {
    isLazy: isLazy && !opened,
    feeding,
    matched: opened ? state.stack.length : matched,
    marked: opened ? state.stack.length : marked,
  })
}

/** A line that is not in the item may start the next item of the same list. */
function startsSibling(state: BlockState, index: number, line: Line, feeding: Feeding): boolean {
  const item = state.stack[index]
  const list = item?.type === 'listItem' ? item.parent : undefined
  if (list?.type !== 'list') return false
  const { cursor } = line
  const at = cursor.text.charAt(cursor.next)
  if (list.ordered !== /\d/.test(at) || (!list.ordered && at !== list.marker)) return false
  const saved = { ...cursor }
  const marker = readListMarker(cursor, false)
  if (marker === undefined || marker.marker !== list.marker) {
    Object.assign(cursor, saved)
    return false
  }
  cutHtml(state)
  closeLeaf(state, feeding)
  closeAbove(state, index, feeding)
  openItem(state, marker, list)
  openContainers(state, { cursor, matched: state.stack.length, interrupts: false }, feeding)
  const matched = state.stack.length
  feedLeaf(state, line, { isLazy: false, feeding, matched, marked: matched })
  return true
}

interface Opening {
  readonly cursor: LineCursor
  readonly matched: number
  readonly interrupts: boolean
}

/** Opens the containers whose markers stand at the cursor; says whether there was one. */
function openContainers(
  state: BlockState,
  { cursor, matched, interrupts }: Opening,
  feeding: Feeding,
): boolean {
  let hasOpened = false
  const close = () => {
    if (hasOpened) return
    hasOpened = true
    cutHtml(state)
    closeLeaf(state, feeding)
    closeAbove(state, matched, feeding)
  }
  let depth = matched
  while (indentOf(cursor) < 4 && !isBlankLine(cursor)) {
    if (depth >= feeding.maxDepth) {
      if (startsContainer(cursor)) feeding.onTooDeep()
      break
    }
    if (readQuoteMarker(cursor)) {
      close()
      openQuote(state)
      depth += 1
      continue
    }
    const marker = readListMarker(cursor, interrupts && !hasOpened)
    if (marker !== undefined) {
      close()
      openItem(state, marker)
      depth += 1
      continue
    }
    const label = readFootnoteMarker(cursor)
    if (label === undefined) break
    close()
    openFootnote(state, label, feeding)
    depth += 1
  }
  return hasOpened
}

function startsContainer(cursor: LineCursor): boolean {
  const ahead = { ...cursor }
  return (
    readQuoteMarker(ahead) ||
    readListMarker(ahead, false) !== undefined ||
    readFootnoteMarker(ahead) !== undefined
  )
}

/** HTML that waits for its end and is cut off keeps its last line ending. */
export function cutHtml({ leaf }: BlockState): void {
  if (leaf?.type === 'html' && leaf.end !== undefined) leaf.isCut = true
}
