import type { Properties } from 'hast'

/** The name React knows each property of a safe tree by. */
const attributeNames: ReadonlyMap<string, string> = new Map([
  ['alt', 'alt'],
  ['ariaDescribedBy', 'aria-describedby'],
  ['ariaLabel', 'aria-label'],
  ['checked', 'checked'],
  ['dataAlign', 'data-align'],
  ['dataBlocked', 'data-blocked'],
  ['dataConfirm', 'data-confirm'],
  ['dataDeceptive', 'data-deceptive'],
  ['dataFootnoteBackref', 'data-footnote-backref'],
  ['dataFootnoteRef', 'data-footnote-ref'],
  ['dataFootnotes', 'data-footnotes'],
  ['dataFootnotesLabel', 'data-footnotes-label'],
  ['dataHost', 'data-host'],
  ['dataLanguage', 'data-language'],
  ['dataMarkedChar', 'data-marked-char'],
  ['dataMarkedCount', 'data-marked-count'],
  ['dataReason', 'data-reason'],
  ['dataTask', 'data-task'],
  ['dataTrueHost', 'data-true-host'],
  ['dataUrl', 'data-url'],
  ['decoding', 'decoding'],
  ['dir', 'dir'],
  ['disabled', 'disabled'],
  ['href', 'href'],
  ['id', 'id'],
  ['loading', 'loading'],
  ['referrerPolicy', 'referrerPolicy'],
  ['rel', 'rel'],
  ['src', 'src'],
  ['start', 'start'],
  ['target', 'target'],
  ['title', 'title'],
  ['type', 'type'],
])

/** Gives the attributes of a safe element under React's names; a property not named here is dropped. */
export function readAttributes(properties: Properties): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  for (const property in properties) {
    const name = attributeNames.get(property)
    const value = properties[property]
    if (name === undefined || value === null || value === undefined) continue
    attributes[name] = Array.isArray(value) ? value.join(' ') : value
  }
  return attributes
}
