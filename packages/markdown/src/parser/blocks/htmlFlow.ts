import { createAngleReader } from '../inline/scanAngle.js'
import type { LineCursor } from './lineCursor.js'
import { isOnlyBlank } from './openers.js'

/** How a block of HTML ends. */
export interface HtmlStart {
  /** In the line that ends it; `undefined`: a blank line behind it. */
  readonly end: RegExp | undefined
}

/** Elements whose content is not markdown up to their closing tag (CommonMark 4.6, condition 1). */
const rawStart = /^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i
const rawEnd = /<\/(?:script|pre|style|textarea)>/i

/** Conditions 2 to 5 and how each ends. */
const declarations: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]

/** Condition 6: elements that stand as blocks. */
const blockName = new RegExp(
  '^</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|' +
    'details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|' +
    'head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|' +
    'option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)' +
    '(?:[ \\t>]|/>|$)',
  'i',
)

/** The block of HTML that starts here, if one does. A lone tag cannot interrupt a paragraph. */
export function readHtmlStart(cursor: LineCursor, isInParagraph: boolean): HtmlStart | undefined {
  if (cursor.text.charAt(cursor.next) !== '<') return undefined
  const line = cursor.text.slice(cursor.next)
  if (rawStart.test(line)) return { end: rawEnd }
  for (const [start, end] of declarations) if (start.test(line)) return { end }
  if (blockName.test(line)) return { end: undefined }
  return !isInParagraph && isTag(line) ? { end: undefined } : undefined
}

/** Condition 7: any one complete tag, alone on its line. */
function isTag(line: string): boolean {
  const angle = createAngleReader(line, { visited: 0 })(0)
  return typeof angle === 'object' && angle.kind === 'html' && isOnlyBlank(line, angle.end)
}
