import { anthropicKeys } from './anthropicKeys.js'
import { browserAccessNames, directCalls } from './directCalls.js'
import { encodedAnthropicKeys } from './encodedKeys.js'
import { privateKeys, providerKeys } from './providerKeys.js'
import type { Rule } from './rule.js'
import { secretValues } from './secretValues.js'
import { sourceMaps } from './sourceMaps.js'
import type { Environment } from './secretValues.js'

/**
 * Whose values the rules look for besides keys by their form: the variables the build can see, and the names of those
 * that are public on purpose.
 */
export type RuleOptions = {
  readonly environments?: readonly Environment[]
  readonly publicNames?: readonly string[]
}

/**
 * Gives the rules that `scan` applies: the values of secret variables in every encoding, Anthropic keys and those of
 * other large providers by their form, calls of a model that a bundle makes itself, and source maps with sources. Where
 * two hold at one place, the first is reported.
 */
export function createRules({
  environments = [],
  publicNames = [],
}: RuleOptions = {}): readonly Rule[] {
  return [
    ...secretValues(environments, publicNames),
    anthropicKeys,
    encodedAnthropicKeys,
    providerKeys,
    privateKeys,
    browserAccessNames,
    directCalls,
    sourceMaps,
  ]
}

/** Gives those of the rules that hold for source code too, where servers may call models and nothing is built yet. */
export function rulesForSources(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ id }) => !/^(?:browser-access|direct-call|source-map)$/.test(id))
}
