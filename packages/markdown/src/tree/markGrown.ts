import type { ElementContent } from 'hast'
import { continues } from '../continues.js'
import { notAscii } from '../countSuspects.js'
import { markOn, tellHidden, type Marking } from '../markHidden.js'
import type { MadeText } from './made.js'

/** Marks what is hidden in a text. Of a text that only grew, what was plain is not read again. */
export function markGrown(made: MadeText, marking: Marking): readonly ElementContent[] {
  const { value, previous } = made
  // A code block ends with a line ending that the next line pushes on.
  const plain = previous?.isPlain === true ? previous.value : ''
  const read = plain.endsWith('\n') ? plain.slice(0, -1) : plain
  const unread = continues(value, read) ? value.slice(read.length) : value
  made.isPlain = !notAscii.test(unread) || !perhapsHidden.test(unread)
  if (!made.isPlain) return markOther(made, marking)
  return value === '' ? [] : [{ type: 'text', value }]
}

function markOther(made: MadeText, marking: Marking): readonly ElementContent[] {
  const { value, previous } = made
  const isGrown =
    previous !== undefined && previous.place === made.place && continues(value, previous.value)
  let settled = isGrown ? previous.settled : undefined
  const end = settledEnd(value)
  if (end - (settled?.end ?? 0) > settledStep) settled = markOn(settled, value, { ...marking, end })
  made.settled = settled
  const { nodes, kinds } = markOn(settled, value, marking)
  tellHidden(kinds, marking)
  return nodes
}

/** Characters before a text's end that what comes next can change, and ones that are marked again. */
const unsettled = 32
const settledStep = 512

/** Behind the last character that surely needs no mark, and that nothing can change any more. */
function settledEnd(value: string): number {
  let end = value.length - unsettled
  while (end > 0 && perhapsHidden.test(value.charAt(end - 1))) end -= 1
  return end
}

/** All but characters that surely need no mark and do not stack: a text with any of these is read the long way. */
const perhapsHidden =
  /[^\t\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05ff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u27ff\u2e80-\u2fff\u3001-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua4ff\uac00-\ud7ff\uf900-\ufaff\uff01-\uff9f\u{1f300}-\u{1faff}]/u
