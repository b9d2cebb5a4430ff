/** What `definePolicy` can refuse. */
export type GloveboxMarkdownErrorCode =
  'invalid-rule' | 'invalid-origin' | 'invalid-limit' | 'invalid-option'

/** Thrown by `definePolicy` when a policy cannot mean what it says. */
export class GloveboxMarkdownError extends Error {
  readonly code: GloveboxMarkdownErrorCode

  constructor(code: GloveboxMarkdownErrorCode, message: string) {
    super(message)
    this.name = 'GloveboxMarkdownError'
    this.code = code
  }
}
