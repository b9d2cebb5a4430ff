/** One thing an attacker makes Claude write. */
export interface AttackRow {
  /** What becomes of it, as a fact. */
  readonly name: string
  readonly class: AttackClass
  /** The text as Claude writes it. */
  readonly unsafe: string
  /** What the reader sees at the end: the drawn words, each run of blanks as one. */
  readonly safe: string
}

/** The classes of the threat list. */
export type AttackClass =
  | 'fetching-image'
  | 'fetching-html'
  | 'deceptive-link'
  | 'application-scheme'
  | 'impersonation'
  | 'hidden-text'
  | 'script-scheme'
  | 'html-code'
  | 'clobbering'
  | 'flood'
  | 'streaming'

type Written = Omit<AttackRow, 'class'>

/** Puts rows into their class. */
export function rowsOf(name: AttackClass, rows: readonly Written[]): readonly AttackRow[] {
  return rows.map((row) => ({ ...row, class: name }))
}

/** Rows whose text is shown as it was written. */
export function shownAsWritten(rows: readonly Omit<Written, 'safe'>[]): readonly Written[] {
  return rows.map((row) => ({ ...row, safe: row.unsafe.replace(/[ \t\n]+/g, ' ').trim() }))
}
