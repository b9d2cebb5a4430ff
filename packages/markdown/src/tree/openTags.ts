import { canOpenTag, readTag, tokenize } from '../html.js'
import { blockTags } from '../safeElements.js'
import type { MadeContent } from './made.js'

/** Says which tags are open behind one piece of raw HTML in a parent. */
export function openTagsAfter(
  open: readonly string[],
  unsafeHtml: string,
  parent: string,
): readonly string[] {
  const tags = [...open]
  for (const token of tokenize(unsafeHtml)) {
    const { name, isOpening, isClosing } = readTag(token)
    if (isOpening && canOpenTag(name, tags, parent)) tags.push(name)
    const at = isClosing ? tags.lastIndexOf(name) : -1
    if (at >= 0) tags.length = at
  }
  return tags
}

/**
 * The closing tags that a text which still grows is expected to bring: with them its end is not
 * drawn as bare tags first and as an element later. None where they would be text themselves.
 */
export function expectedTags(children: readonly MadeContent[], parent: string): MadeContent[] {
  let open: readonly string[] = []
  let hasBlock = false
  for (const child of children) {
    if (child.type === 'raw') open = openTagsAfter(open, child.value, parent)
    else if (open.length === 0) hasBlock = false
    else hasBlock ||= child.type === 'element' && blockTags.has(child.tagName)
  }
  const canClose = !hasBlock || open.every((name) => name === 'details')
  if (open.length === 0 || !canClose) return []
  const value = open.toReversed().map((name) => `</${name}>`)
  return [{ type: 'raw', value: value.join('') }]
}
