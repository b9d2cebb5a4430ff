import { encodings } from './encodings.js'
import { findText } from './findText.js'
import type { Rule } from './rule.js'

/** What the name of a variable ends in when its value is a secret. */
const secretName = /(?:^|_)(?:KEY|TOKEN|SECRET)$/i

/** Shorter values (`development`, `true`) stand in every bundle by accident. */
const shortestSecret = 16

/** The variables of a process or of an env file. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Gives one rule per secret variable and value that finds it in every encoding a build gives it. */
export function secretValues(
  environments: readonly Environment[],
  publicNames: readonly string[],
): readonly Rule[] {
  const secrets = environments
    .flatMap((environment) => Object.entries(environment))
    .map(([name, value]) => ({ name, value: value?.trim() ?? '' }))
    .filter(({ name, value }) => secretName.test(name) && value.length >= shortestSecret)
    .filter(({ name }) => !publicNames.includes(name))
  const distinct = new Map(secrets.map(({ name, value }) => [`${name}=${value}`, { name, value }]))
  return [...distinct.values()].map(({ name, value }) => secretValue(name, value))
}

function secretValue(name: string, value: string): Rule {
  const forms = encodings(value)
  return {
    id: 'environment-secret',
    advice: `Revoke ${name} and keep it out of the build; where it is public on purpose, pass --public ${name}`,
    reach: Math.max(...forms.map(({ bytes }) => bytes.length)),
    find: (text) =>
      forms.flatMap(({ form, bytes }) =>
        findText(text, bytes).map((index) => ({
          index,
          length: bytes.length,
          masked: `value of ${name}, ${form} (${bytes.length} characters)`,
        })),
      ),
  }
}
