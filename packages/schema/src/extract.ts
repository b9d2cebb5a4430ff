/** The JSON in a text, or nothing where there is none. */
export type Extracted = { readonly found: true; readonly text: string } | { readonly found: false }

/**
 * Finds the one JSON value in a text. `fenced` takes what stands in the first code fence, `prose` what stands from the
 * first bracket to the last one that can close it; `strict` takes the text as it is. Nothing is ever repaired.
 */
export function extract(unsafeText: string, how: 'strict' | 'fenced' | 'prose'): Extracted {
  if (how === 'strict') return { found: true, text: unsafeText }
  if (how === 'fenced') {
    const opening = /^[ \t]*(`{3,}|~{3,})[^\n`]*\n/m.exec(unsafeText)
    if (opening === null) return { found: false }
    const body = unsafeText.slice(opening.index + opening[0].length)
    const closing = body.split('\n').findIndex((line) => line.trim() === opening[1])
    return closing === -1
      ? { found: true, text: body }
      : { found: true, text: body.split('\n').slice(0, closing).join('\n') }
  }
  const start = unsafeText.search(/[[{]/)
  if (start === -1) return { found: false }
  const end = unsafeText.lastIndexOf(unsafeText[start] === '{' ? '}' : ']')
  return { found: true, text: unsafeText.slice(start, end < start ? undefined : end + 1) }
}
