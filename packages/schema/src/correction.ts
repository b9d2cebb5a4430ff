/** Something that was not as the schema wants it and was put right, without changing what it says. */
export interface Correction {
  readonly path: readonly (string | number)[]
  /**
   * `digits`: an integer that no number holds exactly, given as the text of its digits, since the schema takes a text.
   * `case`: a word of an enum or literal, given in the schema's upper and lower case.
   */
  readonly code: 'digits' | 'case'
}
