import { publicPrefixes } from './publicPrefixes.js'
import type { Rule } from './rule.js'
import { fingerprintOf, type Leak } from './leak.js'
import { isSecret, type Environment } from './secretValues.js'

/** Gives the prefix for which a bundler writes a variable into the bundle, if there is one. */
export function publicPrefixOf(name: string): string | undefined {
  return publicPrefixes.find(({ prefix }) => name.startsWith(prefix))?.prefix
}

/** The variables of one place. */
export type NamedEnvironment = {
  /** The env file, or a word for the environment of the process. */
  readonly file: string
  readonly variables: Environment
  /** The text of the file, which tells lines. */
  readonly text: string
}

/** Which names are public on purpose, and by what forms a value is known for a key. */
export type PublicVariableOptions = {
  readonly publicNames: readonly string[]
  readonly keyRules: readonly Rule[]
}

/** Finds variables that a bundler makes public, though their name or value is a secret's. */
export function publicSecrets(
  { file, variables, text }: NamedEnvironment,
  { publicNames, keyRules }: PublicVariableOptions,
): readonly Leak[] {
  return Object.entries(variables)
    .filter(([name]) => publicPrefixOf(name) !== undefined && !publicNames.includes(name))
    .filter(([name, value = '']) => {
      const isKey = keyRules.some((rule) => rule.find(value).length > 0)
      return isKey || isSecret(name, value)
    })
    .map(([name, value = '']) => ({
      file,
      line: lineOf(name, text),
      column: 1,
      rule: 'public-variable',
      excerpt: `${name} (${value.length} characters)`,
      advice: `Rename ${name}, so that no bundler puts it into the bundle; where it is public on purpose, pass --public ${name}`,
      fingerprint: fingerprintOf('public-variable', `${name}=${value}`),
    }))
}

/** The line of an env file on which a variable is set. */
export function lineOf(name: string, text: string): number {
  const index = text
    .split('\n')
    .findIndex((line) => line.replace(/^\s*(?:export\s+)?/, '').startsWith(`${name}=`))
  return index + 1 || 1
}
