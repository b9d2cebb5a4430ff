/** One place in a text where a rule holds. `masked` names what was found without a character of the secret. */
export type Match = {
  readonly index: number
  readonly length: number
  readonly masked: string
  /** What to do about this one, where the rule's own advice is too general. */
  readonly advice?: string
}

/**
 * One kind of thing that must not be in a bundle. `find` is given bytes as text, one character per byte, as they are
 * and again without escapes, joined and so on; `reach` is the longest match in bytes, which tells the scan how much two
 * neighbouring windows must share.
 */
export type Rule = {
  readonly id: string
  readonly advice: string
  readonly reach: number
  readonly find: (bytes: string) => readonly Match[]
  /** Only the bytes as they are count, not what they may spell. */
  readonly asWritten?: true
}
