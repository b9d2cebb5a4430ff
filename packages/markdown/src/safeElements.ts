import type { Schema } from 'hast-util-sanitize'

/** Every element that is drawn. */
export const safeTags: ReadonlySet<string> = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre hr table thead tbody tr th td ' +
    'a img em strong del code br input section span ' +
    'kbd sub sup mark ins s u small abbr details summary b i'
  ).split(' '),
)

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
