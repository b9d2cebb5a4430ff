/** One thing that was blocked, revealed or cut. `excerpt` is at most 80 characters and escaped. */
export interface Finding {
  readonly kind: FindingKind
  /** A fixed word such as `scheme`, `not-allowed`, `bidi` or `depth`; never text from the input. */
  readonly reason: string
  /** The number of the top-level block, from 0. */
  readonly block: number
  readonly excerpt: string
}

/** The sort of thing a finding is about. */
export type FindingKind = 'link' | 'image' | 'html' | 'hidden-text' | 'deceptive-link' | 'limit'

const excerptLength = 80

/** Characters of a text that an excerpt of it can depend on. */
export const maxExcerpt = 200

/** Says that the text goes on behind a limit, as the block of this number. */
export function limitFinding(reason: string, unsafeRest: string, block: number): Finding {
  return { kind: 'limit', reason, block, excerpt: excerptOf(unsafeRest.slice(0, maxExcerpt)) }
}

/** Cuts untrusted text to 80 characters with everything outside visible ASCII and letters escaped. */
export function excerptOf(unsafe: string): string {
  let excerpt = ''
  let read = 0
  for (const character of unsafe) {
    const shown = isPlain(character) ? character : escapeCharacter(character)
    if (excerpt.length + shown.length > excerptLength - 1) return excerpt + '…'
    excerpt += shown
    read += 1
    if (read > excerptLength) break
  }
  return excerpt
}

function isPlain(character: string): boolean {
  return /^(?!\p{DI}|\u2800)[\x20-\x7e\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return '\\u{' + code.toString(16).toUpperCase() + '}'
}
