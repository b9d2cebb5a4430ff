import type { ElementContent } from 'hast'
import { continues } from '../continues.js'
import { markHidden, type Marking } from '../markHidden.js'
import type { MadeText } from './made.js'

/** Marks what is hidden in a text. Of a text that only grew, what was plain is not read again. */
export function markGrown(made: MadeText, marking: Marking): readonly ElementContent[] {
  const { value, previous } = made
  // A code block ends with a line ending that the next line pushes on.
  const plain = previous?.isPlain === true ? previous.value : ''
  const read = plain.endsWith('\n') ? plain.slice(0, -1) : plain
  const unread = continues(value, read) ? value.slice(read.length) : value
  made.isPlain = !notAscii.test(unread) || !perhapsHidden.test(unread)
  if (!made.isPlain) return markHidden(value, marking)
  return value === '' ? [] : [{ type: 'text', value }]
}

/** Most texts have none of these, which is found out faster. */
const notAscii = /[^\t\n -~]/

/** All but characters that surely need no mark and do not stack: a text with any of these is read the long way. */
const perhapsHidden =
  /[^\t\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05ff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u27ff\u2e80-\u2fff\u3001-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua4ff\uac00-\ud7ff\uf900-\ufaff\uff01-\uff9f\u{1f300}-\u{1faff}]/u
