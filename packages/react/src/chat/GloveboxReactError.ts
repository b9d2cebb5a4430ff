/** What is wrong with the options of a chat. */
export type GloveboxReactErrorCode = 'invalid-endpoint' | 'invalid-option' | 'key-in-browser'

/** Thrown when a chat is created with options that cannot be right; never by a request. */
export class GloveboxReactError extends Error {
  override readonly name = 'GloveboxReactError'
  readonly code: GloveboxReactErrorCode

  constructor(code: GloveboxReactErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
