import { GloveboxProxyError } from './GloveboxProxyError.js'

/**
 * Wraps text that neither the app nor its user wrote (a page, an e-mail, a file) so that it stays apart from
 * instructions: `&`, `<` and `>` are escaped, so that it cannot close the tag it stands in. `tag` is `untrusted` by
 * default, another wrong one throws `GloveboxProxyError`. Prefer `asToolResult` for what a tool brought.
 */
export function wrapUntrusted(
  unsafeText: string,
  { tag = 'untrusted' }: { readonly tag?: string } = {},
): string {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(tag)) {
    const message = 'Cannot wrap text: `tag` is no name, expected a-z, 0-9 and _ after a letter'
    throw new GloveboxProxyError('invalid-tag', message)
  }
  return `<${tag}>\n${escape(String(unsafeText))}\n</${tag}>`
}

/**
 * Gives text from outside in the form a `tool_result`'s content should have: one JSON string, whose quotes and escapes
 * leave no doubt where it ends. `<` and `>` are escaped as well.
 */
export function asToolResult(unsafeText: string): string {
  return JSON.stringify({ untrusted: String(unsafeText) }).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
