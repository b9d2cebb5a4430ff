/** What `definePolicy` and a stream can refuse. */
export type GloveboxMarkdownErrorCode =
  | 'invalid-rule'
  | 'invalid-origin'
  | 'invalid-limit'
  | 'invalid-option'
  | 'invalid-text'
  | 'stream-ended'

/** Thrown for what the app did wrong: a policy that cannot mean what it says, a misused stream. */
export class GloveboxMarkdownError extends Error {
  readonly code: GloveboxMarkdownErrorCode

  constructor(code: GloveboxMarkdownErrorCode, message: string) {
    super(message)
    this.name = 'GloveboxMarkdownError'
    this.code = code
  }
}
