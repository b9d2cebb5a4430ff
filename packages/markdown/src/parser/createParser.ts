import type { Nodes, Root, RowContent } from 'mdast'
import { normalizeLabel } from './linkParts.js'
import { buildRoot, type Building } from './build.js'
import type { Block, LeafBlock, Paragraph } from './blocks/block.js'
import { foreseeTable, leaveFence } from './blocks/feedLeaf.js'
import { cutHtml, feedLine } from './blocks/feedLine.js'
import { closeAbove, closeLeaf, takeDefinitions } from './blocks/grow.js'
import { createBlockState, lastLeaf, saveState, touch, touchFrom } from './blocks/state.js'
import { inert } from './inline/nodesOf.js'
import { readOnce } from './inline/parseInline.js'
import { beginsAsDefinition, headLineOf, withoutFirstBlank } from './openParagraph.js'
import { createOpenRow } from './openRow.js'
import { endsInWords, isPlain, lengthen } from './plainWords.js'
import { createLeafReader } from './readLeaf.js'
import { allSettled, noneSettled, type Settled } from '../settled.js'
import { withoutEnding } from './trim.js'
import { maxHeld, mayBeDefinition, withhold } from './withhold.js'

/** A parser that is fed as text arrives. */
export interface MarkdownParser {
  /** Takes the next characters, however many. */
  readonly write: (delta: string) => void
  /** Says that nothing follows. */
  readonly end: () => void
  /** mdast of everything so far. Unchanged nodes are the same objects, changed ones new. */
  readonly root: Root
  /** How much of a node's children stays, whatever follows; of those of a node of `root`. */
  readonly settledIn: (children: readonly Nodes[]) => Settled
  /** The first top-level block that may go on, for all that is known. */
  readonly openFrom: number
  /** The first top-level block in which markers were left as text, since they nest too deep. */
  readonly tooDeepIn: number | undefined
  /** Characters read by all phases, those read again included. */
  readonly visited: number
}

/** Nested containers and nested phrasing that are still markup. */
const defaultMaxDepth = 100

/** Reads CommonMark and GFM as it arrives; never throws, and never reads a closed block again. */
export function createParser(options: { readonly maxDepth?: number } = {}): MarkdownParser {
  const maxDepth = options.maxDepth ?? defaultMaxDepth
  const state = createBlockState({
    maxDepth,
    onDefinition: (unsafeLabel) => define(definitions, unsafeLabel, ''),
    onFootnote: (unsafeLabel) => define(footnotes, unsafeLabel, '^'),
    onTooDeep: () => {
      tooDeepIn ??= Math.max(0, state.document.children.length - 1)
    },
  })
  const definitions = new Set<string>()
  const footnotes = new Set<string>()
  /** Leaves that asked for a label nobody has defined. */
  const waiting = new Map<string, Set<LeafBlock>>()
  const work = { visited: 0 }
  /** What is settled of the content of leaves of which not all is. */
  const settledOf = new WeakMap<readonly Nodes[], Settled>()
  const reader = createLeafReader()
  const openRow = createOpenRow()
  let tooDeepIn: number | undefined
  let pendingLine = ''
  let isStarted = false
  let hasEnded = false
  let undo: (() => void) | undefined
  let root: Root = { type: 'root', children: [] }
  let isCurrent = true
  /** Of the unfinished line: characters at its last reading, and whether it was plain words or code. */
  let readLength = 0
  let isText = false
  /**
   * Of the unfinished line: characters that are shown, where plain words behind them can only lengthen
   * the text they are in.
   */
  let shownWords: number | undefined
  /** The leaf that may go on where the text ends so far; its end is repaired. */
  let tail: Block | undefined
  /** The paragraph above an unfinished line, or above a row that is foreseen, which may go on with it. */
  let interrupted: Block | undefined
  /** A table whose delimiter row is to come: its pipes may end nothing, so no address counts. */
  let foreseen: Block | undefined
  let openFrom = -1
  /** The text of that leaf ends as it is written: nothing is held back or taken for closed. */
  let isWhole = false

  function define(labels: Set<string>, unsafeLabel: string, mark: string): void {
    const identifier = normalizeLabel(unsafeLabel)
    // Nothing that an unfinished line says counts for the rest of the document yet.
    if (state.born !== undefined || labels.has(identifier)) return
    labels.add(identifier)
    readAgain([mark + identifier])
  }

  /** Has the leaves read again that wait for one of these labels. */
  function readAgain(keys: Iterable<string>): void {
    reader.forget()
    openRow.forget()
    for (const key of keys) {
      for (const leaf of waiting.get(key) ?? []) {
        leaf.node = undefined
        touch(leaf)
      }
      waiting.delete(key)
    }
  }

  const building: Building = {
    isTail: (leaf) => leaf === tail || leaf === interrupted,
    buildCell(cell, isLast) {
      const { row, text } = cell
      const build = (): RowContent => ({
        type: 'tableCell',
        children: building.readInline(text, row, { inTable: true, isLast }),
      })
      return state.born?.has(row) === true && !isLast ? openRow.cell(cell, build) : build()
    },
    readInline(text, leaf, { inTable, isLast, isTask = false }) {
      const missed = new Set<string>()
      const open = building.isTail(leaf) && isLast
      const context = {
        isDefined: (identifier: string) => definitions.has(identifier),
        isFootnote: (identifier: string) => footnotes.has(identifier),
        missed,
        canWait: !hasEnded,
        open,
        maxDepth,
        work,
        inTable,
        head: open ? headLineOf(leaf, text) : undefined,
      }
      const read = inTable ? readOnce(text, context) : reader.read(text, context)
      if (leaf === tail && isLast) isWhole = read.endsInText
      const { nodes, settled } = isTask ? withoutFirstBlank(read) : read
      settledOf.set(nodes, open && beginsAsDefinition(leaf) ? noneSettled : settled)
      // Leaves of the unfinished line are read again with it.
      if (state.born?.has(leaf)) {
        if (leaf.parent !== foreseen) return nodes
        const shown = nodes.flatMap((node) => inert(node, false))
        settledOf.set(shown, noneSettled)
        return shown
      }
      for (const key of missed) waiting.set(key, (waiting.get(key) ?? new Set()).add(leaf))
      return nodes
    },
  }

  function write(delta: string): void {
    if (hasEnded || delta === '') return
    goOn()
    let text = pendingLine + delta.replaceAll('\0', '\ufffd')
    if (!isStarted) text = text.replace(/^\ufeff/, '')
    isStarted = true
    let start = 0
    const lineEnding = /\r\n|\n|\r(?!$)/g
    lineEnding.lastIndex = Math.max(0, pendingLine.length - 1)
    for (let match = lineEnding.exec(text); match !== null; match = lineEnding.exec(text)) {
      feed(text.slice(start, match.index), match[0])
      start = lineEnding.lastIndex
    }
    pendingLine = text.slice(start)
  }

  /** Takes back what was made of the unfinished line. */
  function goOn(): void {
    undo?.()
    undo = undefined
    isCurrent = false
  }

  function feed(line: string, ending: string): void {
    work.visited += line.length + ending.length
    readLength = 0
    isText = false
    shownWords = undefined
    feedLine(state, line, ending)
  }

  function end(): void {
    if (hasEnded) return
    goOn()
    const line = withoutEnding(pendingLine)
    const ending = pendingLine.slice(line.length)
    if (pendingLine !== '') feed(line, ending)
    // A quote does not go on behind the last line ending, and what is in it neither.
    const isInLine = pendingLine !== '' && ending === ''
    const isQuoted = state.stack.some((container) => container.type === 'blockquote')
    if (isInLine || !isQuoted) cutHtml(state)
    else leaveFence(state)
    pendingLine = ''
    hasEnded = true
    closeLeaf(state)
    closeAbove(state, 0)
    // No definition comes any more.
    readAgain(waiting.keys())
  }

  /** Shows the end of an open paragraph as what it is going to be, as far as that can be told. */
  function foresee(paragraph: Paragraph): void {
    takeDefinitions(state, paragraph, true)
    if (mayBeDefinition(paragraph.text)) {
      const { parent = state.document } = paragraph
      parent.children.pop()
      touchFrom(parent, parent.children.length)
      state.leaf = undefined
    } else if (paragraph.text !== '') foreseeTable(state, paragraph)
  }

  /** Whether what the unfinished line begins, with no container around it, may turn out to be words. */
  function mayGoOn(block: Block | undefined): boolean {
    if (block?.type !== 'code' && block?.type !== 'thematicBreak') return false
    return block.parent !== undefined && state.born?.has(block.parent) !== true
  }

  function openEnd(): Block | undefined {
    return state.leaf?.type === 'table' ? state.leaf.children.at(-1) : undefined
  }

  function view(): Root {
    if (isCurrent) return root
    if (shownWords !== undefined && isPlain(pendingLine, shownWords)) return viewWords(shownWords)
    shownWords = undefined
    const line = withhold(withoutEnding(pendingLine), state.leaf)
    isCurrent = true
    if (!hasEnded && isTooEarly(line)) return root
    if (!hasEnded) {
      undo = saveState(state)
      state.born = new Set()
      const above = state.leaf
      if (line !== '') feedLine(state, line, '')
      const last = line === '' ? state.leaf : lastLeaf(state.document)
      if (state.leaf?.type === 'paragraph') {
        interrupted = state.leaf
        foresee(interrupted)
        foreseen = openEnd()?.parent
      } else if (above?.type === 'paragraph' && mayGoOn(last)) {
        interrupted = above
      }
      // What is held back or foreseen as something else is not the end that a reader sees.
      tail = last?.type !== 'paragraph' || state.leaf === last ? last : openEnd()
      isText = tail?.type === 'paragraph' || (tail?.type === 'code' && tail.fence !== undefined)
      // Of a line of words only the first are looked at.
      work.visited += isText ? Math.min(line.length, maxHeld) : line.length
      readLength = line.length
    }
    isWhole = false
    openFrom = topIndexOf(interrupted ?? tail)
    root = buildRoot(state.document, root, building)
    if (line !== '' && isWhole && (tail?.type === 'paragraph' || tail?.type === 'tableRow')) {
      if (endsInWords(tail)) shownWords = line.trimEnd().length
    }
    tail = interrupted = foreseen = undefined
    return root
  }

  /** Most of what arrives is words: they are shown without reading their line again. */
  function viewWords(shown: number): Root {
    isCurrent = true
    const end = pendingLine.trimEnd().length
    if (end > shown) {
      root = lengthen(root, pendingLine.slice(shown, end), (nodes, longer) => {
        settledOf.set(longer, settledIn(nodes))
      })
    }
    work.visited += end - shown
    shownWords = end
    return root
  }

  function settledIn(children: readonly Nodes[]): Settled {
    return settledOf.get(children) ?? allSettled
  }

  /** A long line of marks or cells is read again only when it has grown by a quarter. */
  function isTooEarly(line: string): boolean {
    return !isText && readLength > maxHeld && line.length < readLength * 1.25
  }

  return {
    write,
    end,
    get root() {
      return view()
    },
    settledIn,
    get openFrom() {
      return openFrom < 0 ? root.children.length : openFrom
    },
    get tooDeepIn() {
      return tooDeepIn
    },
    get visited() {
      return work.visited
    },
  }
}

/** The number of the block at the top of the document that a block stands in; −1 for none. */
function topIndexOf(block: Block | undefined): number {
  let top = block
  while (top?.parent !== undefined && top.parent.type !== 'root') top = top.parent
  return top?.parent?.children.lastIndexOf(top) ?? -1
}
