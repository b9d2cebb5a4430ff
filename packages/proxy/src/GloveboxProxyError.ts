/** What is wrong: the proxy's configuration, the Node adapter's origin, a page's header, or the tag that text is wrapped in. */
export type ProxyErrorCode = 'invalid-config' | 'invalid-origin' | 'invalid-header' | 'invalid-tag'

/** Thrown where the app's own code cannot work as it is written; never because of what a request holds. */
export class GloveboxProxyError extends Error {
  override readonly name = 'GloveboxProxyError'
  readonly code: ProxyErrorCode

  constructor(code: ProxyErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
