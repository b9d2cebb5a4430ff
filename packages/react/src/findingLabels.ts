import type { FindingKind } from '@glovebox/markdown'

/** The strings that a list of findings shows. Functions are given fixed words and numbers, never raw text. */
export interface FindingLabels {
  readonly findings: (count: number) => string
  readonly findingKind: (kind: FindingKind) => string
  /** Why, in a few words; `reason` is one of the fixed words of `Finding`. */
  readonly findingReason: (reason: string, kind: FindingKind) => string
  readonly moreFindings: (count: number) => string
}

/** The same in English. */
export const findingLabels: FindingLabels = {
  findings: (count) => `${count} ${count === 1 ? 'thing' : 'things'} blocked or exposed`,
  findingKind: (kind) => (Object.hasOwn(kinds, kind) ? kinds[kind] : kind),
  // A word that is not known here, of a later version, is better than none.
  findingReason: (reason, kind) =>
    reasons.get(`${kind} ${reason}`) ?? reasons.get(reason) ?? reason,
  moreFindings: (count) => `and ${count} more`,
}

const kinds: Readonly<Record<FindingKind, string>> = {
  link: 'Link blocked',
  image: 'Image not loaded',
  html: 'HTML not run',
  'hidden-text': 'Hidden characters',
  'deceptive-link': 'Misleading link',
  limit: 'Not formatted',
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['empty', 'it has no address'],
  ['too-long', 'its address is too long'],
  ['control', 'its address has control characters or blanks'],
  ['backslash', 'its address has a backslash'],
  ['scheme', 'its kind of address is not allowed'],
  ['relative', 'its address names no site'],
  ['malformed', 'its address is malformed'],
  ['userinfo', 'its address has a user name before the site'],
  ['not-allowed', 'its site is not allowed'],
  ['host', 'its words name another site'],
  ['deceptive-link userinfo', 'what stands before the @ is not the site'],
  ['mixed-script', 'the site’s name mixes alphabets'],
  ['comment', 'a comment'],
  ['tag', 'shown as the text it is'],
  ['element', 'the element is not allowed'],
  ['bidi', 'they change the direction of the text'],
  ['zero-width', 'they have no width'],
  ['hidden-text tag', 'letters that nobody sees'],
  ['hidden-text control', 'control characters'],
  ['variation', 'variation selectors that vary nothing'],
  ['filler', 'fillers that look like nothing'],
  ['private-use', 'characters without a meaning of their own'],
  ['noncharacter', 'code points that are no characters'],
  ['surrogate', 'halves of characters'],
  ['separator', 'unusual blanks and line endings'],
  ['format', 'invisible format characters'],
  ['length', 'the text is too long'],
  ['lines', 'the text has too many lines'],
  ['depth', 'the text is nested too deeply'],
  ['delimiters', 'a paragraph has too many marks'],
  ['cells', 'a table has too many cells'],
  ['nodes', 'the text has too many parts'],
  ['parser', 'the text could not be read'],
  ['plugin', 'a plugin of the app failed'],
  ['findings', 'there is more than is listed'],
])
