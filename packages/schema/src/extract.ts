/** The JSON in a text, or nothing where there is none. */
export type Extracted =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: 'no-json' }

/**
 * Finds the JSON in a text. `fenced` takes what stands in the first code fence, `prose` what stands from the first
 * bracket to the last one that can close it; `strict` takes the text as it is. Reads each character a fixed number of
 * times. Nothing is ever repaired.
 */
export function extract(unsafeText: string, how: 'strict' | 'fenced' | 'prose'): Extracted {
  if (how === 'strict') return { ok: true, text: unsafeText }
  return how === 'fenced' ? inFence(unsafeText) : inProse(unsafeText)
}

function inFence(unsafeText: string): Extracted {
  let opening: { readonly fence: Fence; readonly bodyStart: number } | undefined
  let start = 0
  while (start < unsafeText.length) {
    const newline = unsafeText.indexOf('\n', start)
    const next = newline === -1 ? unsafeText.length : newline + 1
    const fence = readFence(unsafeText.slice(start, newline === -1 ? undefined : newline))
    if (opening === undefined) {
      if (fence?.canOpen) opening = { fence, bodyStart: next }
    } else if (fence && closes(fence, opening.fence)) {
      return { ok: true, text: unsafeText.slice(opening.bodyStart, start) }
    }
    start = next
  }
  if (opening === undefined) return { ok: false, why: 'no-json' }
  return { ok: true, text: unsafeText.slice(opening.bodyStart) }
}

interface Fence {
  readonly character: string
  readonly length: number
  readonly canOpen: boolean
  readonly canClose: boolean
}

/** Reads a line as a fence of at least three backticks or tildes. An info string after backticks has none in it. */
function readFence(line: string): Fence | undefined {
  const text = line.trim()
  const character = text[0]
  if (character !== '`' && character !== '~') return undefined
  let length = 0
  while (text[length] === character) length += 1
  if (length < 3) return undefined
  const info = text.slice(length)
  return {
    character,
    length,
    canOpen: character === '~' || !info.includes('`'),
    canClose: info === '',
  }
}

function closes(fence: Fence, opening: Fence): boolean {
  return fence.canClose && fence.character === opening.character && fence.length >= opening.length
}

function inProse(unsafeText: string): Extracted {
  const start = unsafeText.search(/[[{]/)
  if (start === -1) return { ok: false, why: 'no-json' }
  const end = unsafeText.lastIndexOf(unsafeText[start] === '{' ? '}' : ']')
  return { ok: true, text: unsafeText.slice(start, end < start ? undefined : end + 1) }
}
