import type { Finder, Found } from './extract.js'

/** A code fence, of at least three backticks or tildes. */
interface Fence {
  readonly character: string
  readonly length: number
  readonly info: string
}

/**
 * Finds the value in a code fence: one that says `json`, or one that says nothing and has a bracket first. Other fences are
 * passed over. A fence that is not closed ends with the text.
 */
export function createFenceFinder(found: Found): Finder {
  /** The fence that is open. */
  let fence: Fence | undefined
  /** What the open fence holds. */
  let content: 'blank' | 'value' | 'other' = 'blank'
  /** Where the line is: in its blanks, in what may be a fence, or in what is none. */
  let place: 'margin' | 'fence' | 'words' = 'margin'
  /** The line so far, while it may be a fence. */
  let line = ''

  function write(delta: string): void {
    let index = 0
    while (index < delta.length) {
      const newline = delta.indexOf('\n', index)
      const end = newline === -1 ? delta.length : newline
      readLine(delta.slice(index, end))
      if (newline !== -1) endLine()
      index = end + 1
    }
  }

  function readLine(part: string): void {
    const margin = place === 'margin' ? part.search(/[^ \t\r]/) : 0
    if (margin === -1) {
      line += part
      return
    }
    const first = part[margin]
    if (place === 'margin') {
      const isFence =
        fence === undefined ? first === '`' || first === '~' : first === fence.character
      place = isFence ? 'fence' : 'words'
    }
    if (place === 'fence' && (fence === undefined || isClosing(part, fence))) line += part
    else {
      place = 'words'
      pass(line + part)
      line = ''
    }
  }

  function endLine(): void {
    const read = place === 'fence' ? readFence(line) : undefined
    if (fence === undefined) {
      found.skip(`${line}\n`)
      fence = read
    } else if (read !== undefined && closes(read, fence)) close()
    else pass(`${line}\n`)
    place = 'margin'
    line = ''
  }

  function close(): void {
    found.skip(`${line}\n`)
    fence = undefined
    content = 'blank'
  }

  function pass(part: string): void {
    if (fence === undefined) return found.skip(part)
    const first = /\S/.exec(part)?.[0]
    if (content === 'blank' && first !== undefined) {
      const mayBe = fence.info === '' ? /[[{]/.test(first) : /^json\b/i.test(fence.info)
      content = mayBe && found.begin() ? 'value' : 'other'
    }
    if (content === 'value') found.json(part)
    else found.skip(part)
    return undefined
  }

  return {
    write,
    end() {
      const read = place === 'fence' ? readFence(line) : undefined
      if (fence !== undefined && read !== undefined && closes(read, fence)) found.skip(line)
      else pass(line)
      line = ''
    },
  }
}

/** Reads a line as a fence. An info string after backticks has none in it. */
function readFence(line: string): Fence | undefined {
  const text = line.trim()
  const character = text[0] ?? ''
  let length = 0
  while (text[length] === character) length += 1
  const info = text.slice(length).trim()
  const isFence = length >= 3 && (character === '~' || !info.includes('`'))
  return isFence ? { character, length, info } : undefined
}

/** Whether a part of a line may be part of a closing fence. */
function isClosing(part: string, { character }: Fence): boolean {
  return !(character === '`' ? /[^` \t\r]/ : /[^~ \t\r]/).test(part)
}

function closes(fence: Fence, opening: Fence): boolean {
  return (
    fence.info === '' && fence.character === opening.character && fence.length >= opening.length
  )
}
