/** What is wrong with a proxy's configuration. */
export type ProxyErrorCode = 'invalid-config'

/** Thrown when a proxy or a store is created with a configuration that cannot work; never by a request. */
export class GloveboxProxyError extends Error {
  override readonly name = 'GloveboxProxyError'
  readonly code: ProxyErrorCode

  constructor(code: ProxyErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
