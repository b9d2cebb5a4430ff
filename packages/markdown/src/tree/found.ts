import type { Finding } from '../finding.js'

/** A finding that does not know its block yet: blocks are counted where the text is whole. */
export type Found = Omit<Finding, 'block'>
