import type { Rule } from './rule.js'
import type { Leak } from './scan.js'

/** What one run found, in how many files. */
export type Report = {
  readonly leaks: readonly Leak[]
  readonly files: number
  readonly passedOver: readonly string[]
}

/** Gives the report as lines for a build log, one leak per line, in the form that editors turn into links. */
export function textReport({ leaks, files, passedOver }: Report, rules: readonly Rule[]): string {
  const lines = leaks.flatMap(({ file, line, column, rule, excerpt, advice }) => [
    `${file}:${line}:${column}  ${rule}  ${excerpt}`,
    `    ${advice}`,
  ])
  const skipped = passedOver.map((name) => `Not followed: ${name}`)
  const verdict = leaks.length === 0 ? 'No secret found' : `${count(leaks.length, 'leak')} found`
  const all = [...lines, ...skipped, `${verdict} in ${count(files, 'file')}`]
  return all.map((text) => printable(maskSecrets(text, rules))).join('\n')
}

/** Gives the report as one JSON object: `leaks`, the number of `files`, and what was `passedOver`. */
export function jsonReport({ leaks, files, passedOver }: Report, rules: readonly Rule[]): string {
  const safeLeaks = leaks.map((leak) => ({ ...leak, file: maskSecrets(leak.file, rules) }))
  const safePassedOver = passedOver.map((name) => maskSecrets(name, rules))
  return JSON.stringify({ leaks: safeLeaks, files, passedOver: safePassedOver }, null, 2)
}

/** Gives the text with every secret that the rules find replaced by `***`: the name of a file can hold one too. */
export function maskSecrets(text: string, rules: readonly Rule[]): string {
  const secrets = rules.filter(({ id }) => id !== 'browser-access' && id !== 'direct-call')
  return secrets.reduce((safe, rule) => {
    const matches = rule.find(safe).toSorted((left, right) => right.index - left.index)
    return matches.reduce(
      (masked, { index, length }) => `${masked.slice(0, index)}***${masked.slice(index + length)}`,
      safe,
    )
  }, text)
}

/** Gives the text with control characters written as escapes, so that a name cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`
}
