import type { Finding } from '../finding.js'

/** A finding that does not know its block yet: blocks are counted where the text is whole. */
export interface Found extends Omit<Finding, 'block'> {
  /** Where in its text it stands, if it is about characters. */
  readonly at?: number
}
