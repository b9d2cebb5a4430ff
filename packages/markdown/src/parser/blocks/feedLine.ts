import { closeAbove, closeLeaf, openContainer } from './grow.js'
import { continues, readContainer, readListItem, type OpenContainer } from './containers.js'
import { feedLeaf } from './feedLeaf.js'
import { createLineCursor, indentOf, isBlankLine, type LineCursor } from './lineCursor.js'
import type { BlockState } from './state.js'

/** Takes one line: first the containers that go on, then new ones, then the leaf (CommonMark, appendix). */
export function feedLine(state: BlockState, text: string, ending: string): void {
  const cursor = createLineCursor(text, ending)
  let matched = 0
  let marked = 0
  let isOpened = false
  while (matched < state.stack.length) {
    const container = state.stack[matched] as OpenContainer
    if (!continues(container, cursor)) {
      isOpened = container.type === 'listItem' && openSibling(state, matched, cursor)
      break
    }
    matched += 1
    if (container.type === 'blockquote') marked = matched
  }
  const { leaf, stack } = state
  if (isOpened) matched = stack.length
  const isLazy = matched < stack.length
  const isConcrete = (leaf?.type === 'code' && leaf.fence !== undefined) || leaf?.type === 'html'
  if (isLazy || !isConcrete) {
    const interrupts = !isLazy && leaf?.type === 'paragraph'
    if (openContainers(state, { cursor, matched, interrupts })) isOpened = true
  }
  if (isOpened) matched = marked = stack.length
  feedLeaf(state, cursor, { isLazy: isLazy && !isOpened, matched, marked })
}

/** A line that is not in the item may start the next item of the same list. */
function openSibling(state: BlockState, index: number, cursor: LineCursor): boolean {
  const item = state.stack[index]
  if (item?.type !== 'listItem' || item.parent?.type !== 'list') return false
  const saved = { ...cursor }
  const next = readListItem(cursor, false)
  if (next?.marker !== item.marker) {
    Object.assign(cursor, saved)
    return false
  }
  leave(state, index)
  openContainer(state, next, item.parent)
  return true
}

interface Opening {
  readonly cursor: LineCursor
  readonly matched: number
  readonly interrupts: boolean
}

/** Opens the containers whose markers stand at the cursor; says whether there was one. */
function openContainers(state: BlockState, { cursor, matched, interrupts }: Opening): boolean {
  const { maxDepth, onTooDeep } = state.feeding
  let depth = matched
  for (; indentOf(cursor) < 4 && !isBlankLine(cursor); depth += 1) {
    const isTooDeep = depth >= maxDepth
    const container = isTooDeep
      ? readContainer({ ...cursor }, false)
      : readContainer(cursor, interrupts && depth === matched)
    if (container === undefined) break
    if (isTooDeep) {
      onTooDeep()
      break
    }
    if (depth === matched) leave(state, matched)
    openContainer(state, container)
  }
  return depth > matched
}

/** Closes what is open behind the first containers. */
function leave(state: BlockState, count: number): void {
  cutHtml(state)
  closeLeaf(state)
  closeAbove(state, count)
}

/** HTML that waits for its end and is cut off keeps its last line ending: it gets another to lose. */
export function cutHtml({ leaf }: BlockState): void {
  if (leaf?.type === 'html' && leaf.end !== undefined) leaf.text += '\r'
}
