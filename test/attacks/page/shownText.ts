const blocks: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre hr table thead tbody tr th td section details summary div br'.split(
    ' ',
  ),
)

/** Gives the words a reader sees, each run of blanks as one; buttons and our own notes do not count. */
export function shownText(element: Element): string {
  return textOf(element)
    .replace(/[ \t\n\r]+/g, ' ')
    .trim()
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? ''
  if (!(node instanceof Element) || isOurs(node)) return ''
  const text = Array.from(node.childNodes, textOf).join('')
  // The style sheet keeps a distance there.
  if (node.hasAttribute('data-true-host')) return ` ${text}`
  return blocks.has(node.localName) ? ` ${text} ` : text
}

function isOurs(element: Element): boolean {
  return element.localName === 'button' || element.classList.contains('glovebox-note')
}
