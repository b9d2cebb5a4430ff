import { wordsOf, type Leak, type Place, type Step } from './leak.js'
import type { Rule } from './rule.js'
import { sarifLog } from './sarifLog.js'

/** What one run found, in how many files. */
export type Report = {
  readonly leaks: readonly Leak[]
  /** Found, and let through by the allowlist. */
  readonly allowed: readonly Leak[]
  readonly files: number
  readonly passedOver: readonly string[]
  /** What is to be said of the allowlist. */
  readonly notes: readonly string[]
}

/** The forms a report has. */
export type ReportFormat = 'text' | 'json' | 'sarif' | 'github'

/** Writes a report. No form of it holds a secret: not its own excerpts, not the names of files. */
export function writeReport(report: Report, rules: readonly Rule[], format: ReportFormat): string {
  const masked = maskReport(report, rules)
  if (format === 'json') return JSON.stringify(masked, null, 2)
  if (format === 'sarif') return JSON.stringify(sarifLog(masked.leaks), null, 2)
  return format === 'github' ? githubReport(masked) : textReport(masked)
}

/** Gives the text with every secret that the rules find replaced by `***`: the name of a file can hold one too. */
export function maskSecrets(text: string, rules: readonly Rule[]): string {
  const secrets = rules.filter(({ id }) => !/^(?:browser-access|direct-call|source-map)$/.test(id))
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

function maskReport(
  { leaks, allowed, passedOver, notes, files }: Report,
  rules: readonly Rule[],
): Report {
  const mask = (text: string): string => maskSecrets(text, rules)
  const maskPlace = (place: Place): Place => ({ ...place, file: mask(place.file) })
  const maskStep = ({ text, place }: Step): Step => ({
    text: mask(text),
    ...(place && { place: maskPlace(place) }),
  })
  const maskLeak = (leak: Leak): Leak => ({
    ...leak,
    file: mask(leak.file),
    ...(leak.source && { source: maskPlace(leak.source) }),
    ...(leak.steps && { steps: leak.steps.map(maskStep) }),
  })
  return {
    leaks: leaks.map(maskLeak),
    allowed: allowed.map(maskLeak),
    files,
    passedOver: passedOver.map(mask),
    notes: notes.map(mask),
  }
}

/** One leak per line, in the form that editors turn into links. */
function textReport(report: Report): string {
  const { leaks, passedOver, notes } = report
  const lines = leaks.flatMap(
    ({ file, line, column, rule, excerpt, advice, steps = [], fingerprint }) => [
      `${file}:${line}:${column}  ${rule}  ${excerpt}`,
      ...steps.map((step) => `    ${wordsOf(step)}`),
      `    ${advice} (fingerprint ${fingerprint})`,
    ],
  )
  const skipped = passedOver.map((name) => `Not followed: ${name}`)
  return [...lines, ...skipped, ...notes, summaryOf(report)].map(printable).join('\n')
}

function summaryOf({ leaks, allowed, files }: Report): string {
  const verdict = leaks.length === 0 ? 'No secret found' : `${count(leaks.length, 'leak')} found`
  const passed = allowed.length === 0 ? '' : `, ${count(allowed.length, 'finding')} allowed`
  return `${verdict} in ${count(files, 'file')}${passed}`
}

/** Workflow commands, which GitHub shows beside the lines. */
function githubReport(report: Report): string {
  const errors = report.leaks.map(({ file, line, column, rule, excerpt, advice, steps = [] }) => {
    const place = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`
    return `::error ${place}::${data([excerpt, ...steps.map(wordsOf), advice].join('. '))}`
  })
  const warnings = report.notes.map((note) => `::warning::${data(note)}`)
  return [...errors, ...warnings, summaryOf(report)].join('\n')
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`
}
