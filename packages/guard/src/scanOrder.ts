import type { Rule } from './rule.js'
import { createRules, rulesForSources } from './rules.js'
import { secretsOf, type Environment } from './secretValues.js'

/** What is looked for, as data that another thread can be sent. */
export type ScanOrder = {
  readonly environments: readonly Environment[]
  readonly publicNames: readonly string[]
  /** What is checked are sources, and not what a browser gets. */
  readonly sources: boolean
}

/** Gives the rules that an order asks for, all of them for masking, and the values that scripts may put together. */
export function readOrder({ environments, publicNames, sources }: ScanOrder): {
  readonly rules: readonly Rule[]
  readonly all: readonly Rule[]
  readonly values: readonly string[]
} {
  const all = createRules({ environments, publicNames })
  return {
    rules: sources ? rulesForSources(all) : all,
    all,
    values: secretsOf(environments).map(({ value }) => value),
  }
}
