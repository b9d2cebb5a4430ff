/** What one line costs the parser. */
export interface ScannedLine {
  /** Open quotes and lists at this line; never less than a CommonMark parser has. */
  readonly depth: number
  /** Cost in plain lines. */
  readonly weight: number
  readonly cells: number
  /** Delimiters since the last blank line. */
  readonly runDelimiters: number
  readonly startsRun: boolean
}

interface Container {
  readonly kind: 'quote' | 'list'
  /** The column where a list item's content begins, counted inside its parent. */
  readonly indent: number
}

/** Gives a function that is fed line after line and remembers the containers they open. */
export function createLineScan(): (line: string, maxDepth: number) => ScannedLine {
  /** Containers that may be open; one too many is harmless, one too few is not. */
  let containers: Container[] = []
  let wasBlank = true
  let runDelimiters = 0
  /** The fence of an open top-level code block, whose marks cost nothing. */
  let fence: string | undefined
  /** Inside HTML a fence is no fence: until a blank line, or for good after `<pre`, `<!--` …. */
  let html: 'no' | 'until-blank' | 'for-good' = 'no'

  return (line, maxDepth) => {
    if (fence !== undefined) {
      if (isClosing(line, fence)) fence = undefined
      wasBlank = true
      return { depth: 0, weight: 0.2, cells: 0, runDelimiters: 0, startsRun: false }
    }
    const reader = { line, index: 0, column: 0 }
    const matched = matchContainers(reader, containers)
    if (isBlank(reader.line, reader.index)) {
      // An unmatched quote ends here; lists stay, they may go on after the blank line.
      const ended = containers.findIndex((one, at) => at >= matched && one.kind === 'quote')
      if (ended >= 0) containers = containers.slice(0, ended)
      wasBlank = true
      runDelimiters = 0
      if (html === 'until-blank') html = 'no'
      return { depth: containers.length, weight: 0.2, cells: 0, runDelimiters, startsRun: false }
    }
    const opened = openContainers(reader, maxDepth + 1 - matched)
    const content = line.slice(reader.index)
    const indent = indentOf(reader)
    const opening = indent < 4 ? /^\s*(`{3,}(?!.*`)|~{3,})/.exec(content)?.[1] : undefined
    // Without a blank line before it, a plain line may continue a paragraph lazily.
    if (wasBlank || opened.length > 0 || opening !== undefined) {
      containers = [...containers.slice(0, matched), ...opened]
    }
    const startsRun = wasBlank
    wasBlank = false
    if (html !== 'for-good' && /^\s*</.test(content)) {
      html = /^\s*<(?:[!?]|script|pre|style|textarea)/i.test(content) ? 'for-good' : 'until-blank'
    }
    if (opening !== undefined && containers.length === 0 && html === 'no') {
      fence = opening
      wasBlank = true
      runDelimiters = 0
      return { depth: 0, weight: 0.2, cells: 0, runDelimiters, startsRun }
    }
    const delimiters = count(line, /[*_~`[\]<&!\\@:]/g)
    const cells = count(line, /\|/g)
    runDelimiters += delimiters
    const depth = containers.length
    const isUnderline = /^\s*(?:=+|-+)\s*$/.test(content)
    const weight = (isUnderline ? 5 : 1) + depth / 4 + (delimiters + cells) * 0.3
    return { depth, weight, cells, runDelimiters, startsRun }
  }
}

interface Reader {
  readonly line: string
  index: number
  column: number
}

/** Reads the prefixes of the open containers; says how many go on in this line. */
function matchContainers(reader: Reader, containers: readonly Container[]): number {
  let matched = 0
  for (const container of containers) {
    if (container.kind === 'list') {
      if (!isBlank(reader.line, reader.index) && indentOf(reader) < container.indent) break
      skipColumns(reader, container.indent)
    } else if (!readQuoteMark(reader)) break
    matched += 1
  }
  return matched
}

function openContainers(reader: Reader, most: number): Container[] {
  const opened: Container[] = []
  while (opened.length < most) {
    if (readQuoteMark(reader)) {
      opened.push({ kind: 'quote', indent: 0 })
      continue
    }
    const rest = reader.line.slice(reader.index, reader.index + 400)
    if (isThematicBreak(reader.line, reader.index)) break
    const marker = /^[\t ]*(?:[-+*]|\d{1,9}[.)])(?=[\t \r\n]|$)/.exec(rest)?.[0]
    if (marker === undefined) break
    const before = indentOf(reader)
    reader.index += marker.length
    reader.column += before + marker.trimStart().length
    const blanks = indentOf(reader)
    // Five blanks or more are one blank and indented code; none means an empty first line.
    const padding = isBlank(reader.line, reader.index) || blanks > 4 ? 1 : blanks
    opened.push({ kind: 'list', indent: before + marker.trimStart().length + padding })
    skipColumns(reader, padding)
  }
  return opened
}

function readQuoteMark(reader: Reader): boolean {
  const blanks = /^[\t ]*/.exec(reader.line.slice(reader.index, reader.index + 400))?.[0] ?? ''
  if (reader.line.charAt(reader.index + blanks.length) !== '>') return false
  reader.column += indentOf(reader) + 1
  reader.index += blanks.length + 1
  skipColumns(reader, 1)
  return true
}

/** Counts the columns of blanks ahead; a tab goes to the next multiple of four. */
function indentOf(reader: Reader): number {
  let column = reader.column
  for (let index = reader.index; index < reader.line.length; index += 1) {
    const character = reader.line.charAt(index)
    if (character === '\t') column += 4 - (column % 4)
    else if (character === ' ') column += 1
    else break
    if (column - reader.column > 400) break
  }
  return column - reader.column
}

function skipColumns(reader: Reader, columns: number): void {
  const end = reader.column + columns
  while (reader.column < end) {
    const character = reader.line.charAt(reader.index)
    if (character === '\t') reader.column += 4 - (reader.column % 4)
    else if (character === ' ') reader.column += 1
    else break
    reader.index += 1
  }
}

function isBlank(line: string, index: number): boolean {
  for (; index < line.length; index += 1) {
    if (!' \t\r\n'.includes(line.charAt(index))) return false
  }
  return true
}

function isThematicBreak(line: string, index: number): boolean {
  let mark = ''
  let marks = 0
  for (; index < line.length; index += 1) {
    const character = line.charAt(index)
    if (' \t\r\n'.includes(character)) continue
    if (mark === '') mark = character
    if (character !== mark || !'-*_'.includes(mark)) return false
    marks += 1
  }
  return marks >= 3
}

function isClosing(line: string, fence: string): boolean {
  const run = /^ {0,3}(`+|~+)[ \t]*\r?\n?$/.exec(line)?.[1]
  return run !== undefined && run.charAt(0) === fence.charAt(0) && run.length >= fence.length
}

function count(line: string, pattern: RegExp): number {
  let found = 0
  for (const _ of line.matchAll(pattern)) found += 1
  return found
}
