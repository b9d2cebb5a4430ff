import { defaultSchema } from 'rehype-sanitize'
import type { Schema } from 'hast-util-sanitize'

/**
 * rehype-sanitize's default, tightened. Addresses are judged by `judgeUrl` and ids are prefixed in
 * the policy step right behind it, which needs to see what was written to say why it goes.
 */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre hr table thead tbody tr th td'.split(' '),
    ...'a img em strong del code br input section span'.split(' '),
    ...'kbd sub sup mark ins s u small abbr details summary b i'.split(' '),
  ],
  attributes: {
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
  },
  protocols: {},
  clobber: [],
  clobberPrefix: '',
  // Their content is a program or a sheet, not words.
  strip: ['script', 'style'],
  required: { input: { disabled: true, type: 'checkbox' } },
  allowComments: false,
  allowDoctypes: false,
}
