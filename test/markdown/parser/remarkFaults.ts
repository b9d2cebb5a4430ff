import type { Root } from 'mdast'

/*
 * The rule: the parser equals remark, also where remark departs from the specification, except where a
 * reader sees it (words are lost, or taken for something else: markup for words, HTML for a paragraph)
 * and commonmark.js reads the text as the specification says. How runs of `*` and `_` that overlap pair
 * up is left out of that: nobody writes them to say anything, and they read as wherever remark is used.
 */

/** Where remark departs from the specification. */
export interface RemarkFault {
  readonly name: string
  /** What the specification says. */
  readonly reason: string
  /** The smallest text that shows it. */
  readonly markdown: string
}

/** A fault that the parser does not share, and how to ask remark so that it does not make it. */
export interface AvoidedFault extends RemarkFault {
  /** It is about what commonmark.js does not know; the specification is GitHub's. */
  readonly isOfGfm?: true
  /**
   * Looks for the fault in remark's tree, which has positions; gives a text that means the same and
   * does not show it there. What it adds is in `marks.ts`, and is taken out of the tree again.
   */
  readonly rewrite?: (markdown: string, remark: Root) => string | undefined
  /** Mends the tree; says whether there was anything to mend. */
  readonly repair?: (remark: Root, markdown: string) => boolean
}

/** A fault that is not drawn, or in blanks only: the trees do not have to agree there. */
export interface OverlookedFault extends RemarkFault {
  readonly concerns: (markdown: string) => boolean
  /** Takes it out of a tree. */
  readonly simplify: (tree: Root) => void
}

/** Faults that the parser shares, by the rule. */
export const sharedFaults: readonly RemarkFault[] = [
  {
    name: 'indented code behind an empty container',
    reason: '4.4: lines of one indented chunk are one block, whatever stands before them',
    markdown: '>\n    a\n    b',
  },
  {
    name: 'a line of blanks behind indented code',
    reason: '4.4: blank lines that follow an indented code block are not in it',
    markdown: '    a\n      ',
  },
  {
    name: 'blanks at the start of a line in a code span',
    reason: '4.8: the lines of a paragraph have no blanks at their start',
    markdown: '`\n `',
  },
  {
    name: 'an empty last line in a fence that the text ends',
    reason: '4.5: the code holds all lines until the end of the text, empty ones too',
    markdown: '```\n\n',
  },
  {
    name: 'an empty last line in a fence that its container ends',
    reason: '4.5: the code holds all lines until the end of the container, empty ones too',
    markdown: '- ```\n\n\na',
  },
  {
    name: 'the rule of three on what is left of a run',
    reason: '6.2, rules 9 and 10: the lengths are those of the runs that hold the delimiters',
    markdown: '**a*b****c*',
  },
  {
    name: 'control characters by number',
    reason: '2.5: only U+0000 and what is no code point is replaced',
    markdown: '&#1;',
  },
]
