import { encodings } from './encodings.js'
import { textRule, type TextRule } from './rule.js'

/** What the name of a variable ends in when its value is a secret; which of several it is may follow. */
const secretName =
  /(?:^|_)(?:API)?(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?)(?:_(?:\d{1,3}|PROD|PRODUCTION|LIVE|STAGING|PREVIEW|TEST|DEV|DEVELOPMENT))?$/i

/** An address with a password, as databases have it, is a secret under any name. */
const withPassword = /^[a-z][a-z\d+.-]{0,30}:\/\/[^\s/@:]{0,200}:[^\s/@]{1,500}@/i

/** Keys that are made to be seen: of Stripe, reCAPTCHA, Supabase, web push and their like. */
const publicName = /(?:^|_)(?:PUBLIC|PUBLISHABLE|SITE|ANON|VAPID_PUBLIC)_KEY$/i

/** Shorter values (`development`, `true`) stand in every bundle by accident. */
const shortestSecret = 16

/** A bundle that holds this much of a long value (a certificate's key) holds it. */
const longestSearched = 1_024

/** Bits of one character, on average; a path or a repeated letter has fewer than any key. */
const leastEntropy = 2.5

/** The variables of a process or of an env file. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Gives a rule that finds the values of secret variables in every encoding a build gives them; none without any. */
export function secretValues(
  environments: readonly Environment[],
  publicNames: readonly string[],
): readonly TextRule[] {
  const needles = new Map<
    string,
    { readonly name: string; readonly form: string; readonly value: string }
  >()
  for (const { name, value } of secretsOf(environments)) {
    if (publicNames.includes(name)) continue
    for (const { form, bytes } of encodings(value)) {
      if (!needles.has(bytes)) needles.set(bytes, { name, form, value })
    }
  }
  if (needles.size === 0) return []
  const texts = [...needles.keys()]
  return [
    textRule({
      id: 'environment-secret',
      advice: 'Revoke it and keep it out of the build',
      reach: Math.max(...texts.map((bytes) => bytes.length)),
      texts,
      at: (_bytes, { index, wanted }) => {
        const needle = needles.get(wanted)
        if (needle === undefined) return undefined
        const { name, form, value } = needle
        return {
          index,
          length: wanted.length,
          masked: `value of ${name}, ${form} (${wanted.length} characters)`,
          identity: value,
          advice: `Revoke ${name} and keep it out of the build; where it is public on purpose, pass --public ${name}`,
        }
      },
    }),
  ]
}

/** Gives the variables whose name and value are a secret's. */
export function secretsOf(
  environments: readonly Environment[],
): readonly { readonly name: string; readonly value: string }[] {
  return environments
    .flatMap((environment) => Object.entries(environment))
    .map(([name, value]) => ({ name, value: (value?.trim() ?? '').slice(0, longestSearched) }))
    .filter(({ name, value }) => isSecret(name, value))
}

/** Says whether a variable holds a secret, by its name or form, and whether it is long and mixed enough for one. */
export function isSecret(name: string, value: string): boolean {
  const isNamed = secretName.test(name) && !publicName.test(name)
  if (!isNamed && !withPassword.test(value)) return false
  return value.length >= shortestSecret && entropyOf(value) >= leastEntropy
}

/** Shannon's entropy of a text, in bits per character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  const total = [...counts.values()].reduce((sum, amount) => sum + amount, 0)
  return [...counts.values()].reduce(
    (bits, amount) => bits - (amount / total) * Math.log2(amount / total),
    0,
  )
}
