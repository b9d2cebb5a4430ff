import type { ElementContent } from 'hast'
import { continues } from '../continues.js'
import { markHidden, type OnHidden } from '../markHidden.js'
import type { MadeText } from './made.js'

/** How hidden characters are drawn and told of. */
export interface Marking {
  readonly hidden: 'reveal' | 'remove'
  readonly onHidden: OnHidden
}

/** Marks what is hidden in a text. Of a text that only grew, what was plain is not read again. */
export function markGrown(
  made: MadeText,
  { hidden, onHidden }: Marking,
): readonly ElementContent[] {
  const { value, previous } = made
  // A code block ends with a line ending that the next line pushes on.
  const plain = previous?.isPlain === true ? previous.value : ''
  const read = plain.endsWith('\n') ? plain.slice(0, -1) : plain
  const unread = continues(value, read) ? value.slice(read.length) : value
  made.isPlain = !notAscii.test(unread) || !perhapsHidden.test(unread)
  if (!made.isPlain) return markHidden(value, hidden, onHidden)
  return value === '' ? [] : [{ type: 'text', value }]
}

/** Most texts have none of these, which is found out faster. */
const notAscii = /[^\t\n -~]/

/** All but characters that surely need no mark: a text with any of these is read the long way. */
const perhapsHidden =
  /[^\t\n -~\u00a0-\u00ac\u00ae-\u034e\u0370-\u05ff\u2010-\u2027\u2030-\u205e\u20a0-\u27ff\u2e80-\u3163\u3165-\ud7ff\uf900-\ufaff\uff01-\uff9f\u{1f300}-\u{1faff}]/u
