/** Why the guard could not run: what it was given is missing, unreadable, empty, or not understood. */
export type GuardErrorCode = 'missing' | 'unreadable' | 'empty' | 'usage' | 'allowlist'

/** The only error this package throws on purpose. A guard that could not look must never count as clean. */
export class GuardError extends Error {
  override readonly name = 'GuardError'
  readonly code: GuardErrorCode

  constructor(code: GuardErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
