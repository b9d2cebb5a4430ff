import type { Schema } from 'hast-util-sanitize'

/** The tags of HTML in a text that are drawn, without attributes. All of them must be balanced. */
export const phrasingTags: ReadonlySet<string> = setOf(
  'kbd sub sup mark ins del s u small abbr b i em strong code',
)

/** What no phrasing element may hold. */
export const blockTags: ReadonlySet<string> = setOf(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre table hr section details summary',
)

/** Every element that is drawn. */
export const safeTags: ReadonlySet<string> = new Set([
  ...phrasingTags,
  ...blockTags,
  ...setOf('thead tbody tr th td a img br input span'),
])

/** Says whether an element is a heading. */
export function isHeading(tagName: string): boolean {
  return /^h[1-6]$/.test(tagName)
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}

/** The attributes that the policy step is given; each with the values it may have, or with any. */
export const safeAttributes: NonNullable<Schema['attributes']> = {
  a: ['href', 'id', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel'],
  code: [['className', /^language-./], 'dataLanguage'],
  h1: ['id'],
  h2: ['id', 'dataFootnotesLabel'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  img: ['src', 'alt'],
  input: [['disabled', true], ['type', 'checkbox'], 'checked'],
  li: ['id', ['className', 'task-list-item'], 'dataTask'],
  ol: ['start'],
  section: ['dataFootnotes'],
  span: [
    ['dataBlocked', 'link', 'image'],
    'dataReason',
    'dataHost',
    'dataUrl',
    'dataMarkedChar',
    'dataMarkedCount',
    'dataTrueHost',
  ],
  td: ['align', 'dataAlign'],
  th: ['align', 'dataAlign'],
}
