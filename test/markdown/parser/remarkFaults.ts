/** Where remark departs from the specification. */
export interface RemarkFault {
  readonly name: string
  /** What the specification says. */
  readonly reason: string
  /** The smallest text that shows it. */
  readonly markdown: string
}

/** A fault that the parser does not share. */
export interface AvoidedFault extends RemarkFault {
  /** Whether a text has what it takes; a text that has may still be read alike. */
  readonly concerns: (markdown: string) => boolean
}

const hasContainer = /(^|[\r\n])[ \t]*(>|[-+*]|\d+[.)]|\[\^[^\]]+\]:)/
const hasTagLine = /(^|[\r\n])[ \t>]*<\/?[a-z][^\r\n]*>[ \t]*(\r|\n|$)/i
const hasIndentedLine = /(^|[\r\n])([ \t>]|[-+*]|\d+[.)])*( {4}| {0,3}\t)/
const hasBlankLineInFence = /(```|~~~)[^\r\n]*(\r\n|\r|\n)[ \t>]*(\r|\n|$)/
const endsInBlanks = /[\r\n][ \t>]*[ \t]$/
const hasTwoFootnotes = /\[\^[^\]]*\]:[^]*\[\^[^\]]*\]:/

/** Found by `pnpm fuzz`; commonmark.js reads each as the parser does. */
export const avoidedFaults: readonly AvoidedFault[] = [
  {
    name: 'a blank line of indented code at the end of the text',
    reason: '4.4: blank lines that follow an indented code block are not in it',
    markdown: '    a\n\n    ',
    concerns: (markdown) => hasIndentedLine.test(markdown) && endsInBlanks.test(markdown),
  },
  {
    name: 'a tag on a lazy line',
    reason: '4.6: HTML of kind 7 cannot interrupt a paragraph, and 5.1: so the line continues it',
    markdown: '> a\n<b>',
    concerns: (markdown) => hasContainer.test(markdown) && hasTagLine.test(markdown),
  },
  {
    name: 'blank lines in a fence that its container ends',
    reason: '4.5: the code holds all lines until the end of the container, blank ones too',
    markdown: '- ```\n\n\na',
    concerns: (markdown) => hasBlankLineInFence.test(markdown),
  },
]

/** What remark says of a list that ends in blank lines of its quote; it is drawn the same. */
export const spreadFault: AvoidedFault = {
  name: 'blank lines of a quote behind an empty item',
  reason: '5.3: a list is loose if a blank line parts its items, not if one follows the last',
  markdown: '>-\n>\n>',
  concerns: (markdown) => /(^|[\r\n])[ \t]*>[^]*[\r\n][ \t>]*>[ \t>]*(\r|\n|$)/.test(markdown),
}

/** What remark does with footnotes in footnotes, which no specification describes. */
export const footnoteFault: AvoidedFault = {
  name: 'a footnote in a footnote',
  reason: 'a definition holds what is indented by four columns more than itself, as an item does',
  markdown: '[^a]: [^b]:\n    c',
  concerns: (markdown) => hasTwoFootnotes.test(markdown) && hasIndentedLine.test(markdown),
}

/** Faults that the parser shares, since its tree is remark's in all that a writer would write. */
export const sharedFaults: readonly RemarkFault[] = [
  {
    name: 'indented code behind an empty container',
    reason: '4.4: lines of one indented chunk are one block, whatever stands before them',
    markdown: '>\n    a\n    b',
  },
  {
    name: 'a numbered list behind indented code',
    reason: '5.2: only a paragraph cannot be interrupted by a list that starts with ten',
    markdown: '    a\n10. b',
  },
  {
    name: 'an empty item of a new container behind a paragraph',
    reason: '5.2: an item interrupts nothing where its container has just begun',
    markdown: 'a\n> -',
  },
  {
    name: 'blanks at the start of a line in a code span',
    reason: '4.8: the lines of a paragraph have no blanks at their start',
    markdown: '`\n `',
  },
  {
    name: 'blank lines in a fence that the text ends',
    reason: '4.5: the code holds all lines until the end of the text, blank ones too',
    markdown: '```\n\n',
  },
  {
    name: 'control characters by number',
    reason: '2.5: only U+0000 and what is no code point is replaced',
    markdown: '&#1;',
  },
  {
    name: 'a slash in a value without quotes',
    reason: '6.6: such a value ends at a blank, a quote, `=`, `<`, `>` or a backtick',
    markdown: '<a b=c/d>',
  },
]

/** Whether a difference to remark may be one of the known ones. */
export function isKnownFault(markdown: string): boolean {
  return [...avoidedFaults, spreadFault, footnoteFault].some(({ concerns }) => concerns(markdown))
}
