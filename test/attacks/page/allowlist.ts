/** Says whether an attribute may have a value. */
type Allowed = RegExp

const own = /^glovebox-[a-z-]{2,30}$/
const messageId = /^glovebox-[A-Za-z0-9-]*?-?(?:fn-|fnref-|footnote-label)/
const noteId = /^glovebox-[A-Za-z0-9]+-$/
/** A heading's id holds its words behind the message's prefix, and is never a footnote's. */
const headingId =
  /^glovebox-(?!(?:(?!section-)[A-Za-z0-9]+-)?fn(?:ref)?-)[\p{L}\p{M}\p{N}_-]{1,200}$/u
const host = /^[^\s\p{Cf}<>#/?@\\]{0,255}$/u
const web = /^https?:\/\/[^\s\p{Cf}\\]+$/u
const nothing = /^$/

/** What any block may have: the direction is ours, never the text's. */
const block = { dir: /^(?:auto|ltr|rtl)$/ }

/**
 * Every element and attribute that may be on the screen, written by hand from what the project
 * promises; nothing of it is taken from the code under test.
 */
export const allowlist: Readonly<Record<string, Readonly<Record<string, Allowed>>>> = {
  a: {
    href: /^(?:https?:\/\/[^\s\p{Cf}\\]+|mailto:[^\s\p{Cf}]+|tel:[0-9+().*#-]+|#glovebox-[^\s\p{Cf}]*)$/iu,
    rel: /^noopener noreferrer nofollow ugc$/,
    referrerpolicy: /^no-referrer$/,
    target: /^_blank$/,
    'data-confirm': /^(?:foreign|always)$/,
    'data-deceptive': /^true$/,
    id: messageId,
    'data-footnote-ref': /^(?:true)?$/,
    'data-footnote-backref': /^(?:true)?$/,
    'aria-describedby': messageId,
    'aria-label': /^Back to reference \d+(?:-\d+)?$/,
    ...block,
  },
  button: { type: /^button$/, 'aria-describedby': noteId, class: own },
  code: { 'data-language': /^[A-Za-z0-9+#._-]{1,30}$/, ...block },
  div: {
    class: own,
    role: /^group$/,
    'aria-label': /^(?:Code|Table)$/,
    tabindex: /^0$/,
    'data-link-guard': nothing,
    ...block,
  },
  bdi: block,
  ...Object.fromEntries(
    ['h1', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, { id: headingId, ...block }]),
  ),
  h2: { id: headingId, 'data-footnotes-label': /^(?:true)?$/, ...block },
  input: {
    type: /^checkbox$/,
    disabled: nothing,
    checked: nothing,
    'aria-label': /^(?:Not done|Done)$/,
    ...block,
  },
  li: { id: messageId, 'data-task': /^(?:true)?$/, ...block },
  ol: { start: /^\d{1,16}$/, ...block },
  p: { class: own, ...block },
  pre: { class: own, ...block },
  section: { 'data-footnotes': /^(?:true)?$/, ...block },
  span: {
    class: own,
    // By which a button is described.
    id: noteId,
    'data-blocked': /^(?:image|link)$/,
    'data-reason': /^[a-z-]{1,20}$/,
    'data-host': host,
    'data-url': web,
    'data-marked-char': /^U\+[0-9A-F]{4,6}$/,
    'data-marked-count': /^\d{1,7}$/,
    'data-true-host': /^[^\s\p{Cf}]{1,255}$/u,
    title: /^[A-Z0-9 -]+(?:.)?(?: \(\d+\))?$/,
    role: /^img$/,
    'aria-label': /^[\w ×()+,.-]+$/,
    ...block,
  },
  td: { 'data-align': /^(?:left|center|right)$/, ...block },
  th: { 'data-align': /^(?:left|center|right)$/, ...block },
  ...Object.fromEntries(
    'blockquote ul hr table thead tbody tr em strong del br kbd sub sup mark ins s u small abbr details summary b i'
      .split(' ')
      .map((name) => [name, block]),
  ),
}
