import { HtmlRenderer, Parser } from 'commonmark'
import type { Root } from 'mdast'
import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'

/** A tree as HTML, in the form of the specification's examples. */
export function htmlOf(tree: Root): string {
  const options = { allowDangerousHtml: true, closeSelfClosing: true }
  const html = toHtml(toHast(tree, options), options)
  return withPlainQuotes(html === '' ? '' : html.replace(/\n?$/, '\n'))
}

/** What commonmark.js makes of a text, in the same form. */
export function commonmarkHtml(markdown: string): string {
  return withPlainQuotes(new HtmlRenderer().render(new Parser().parse(markdown)))
}

/** The specification writes `"` and `>` as references everywhere, hast-util-to-html only where it has to. */
export function withPlainQuotes(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x22;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x3C;', '&lt;')
    .replaceAll('&#x26;', '&amp;')
}
