import type { Summary } from './createSummary.js'
import type { Judged } from './readRecords.js'
import { count, pathText, printable } from './text.js'

/** A record that is not valid, and its file. */
export interface Failure extends Judged {
  readonly file: string
}

/** Writes a failure for a log, in the form that editors turn into links. */
export function failureText({ file, line, message, verdict }: Failure): string {
  const inside = message === undefined ? '' : ` (message ${message})`
  const place = line === undefined ? file + inside : `${file}:${line}`
  const head = `${printable(place)}  ${verdict.status}`
  if (verdict.reason !== undefined) return `${head}  ${verdict.reason}`
  const lines = verdict.issues.slice(0, 5).map(({ path, code, message: reason }) => {
    const where = path.length === 0 ? '' : `${pathText(path)}: `
    return `    ${where}${printable(reason)} (${code})`
  })
  const left = verdict.issues.length - lines.length
  return [head, ...lines, ...(left > 0 ? [`    and ${left} more`] : [])].join('\n')
}

/** Writes a failure as one line of JSON. */
export function failureJson({ verdict, ...place }: Failure): string {
  return json({ ...place, ...verdict })
}

/** Writes what a run came to as a table. */
export function summaryText(summary: Summary): string {
  const { files, records, statuses, corrected, issues, otherIssues } = summary
  const bad = records - (statuses['valid'] ?? 0)
  const verdict = bad === 0 ? 'All valid' : `${bad.toLocaleString('en')} not valid`
  const right = corrected === 0 ? '' : `, ${corrected.toLocaleString('en')} of them put right`
  const total = `${verdict}: ${count(records, 'record')} in ${count(files, 'file')}${right}`
  if (issues.length === 0) return total
  const rows = issues.slice(0, 20).map(({ code, path, count: amount }) => {
    return `${amount.toLocaleString('en').padStart(9)}  ${code.padEnd(20)}  ${path}`.trimEnd()
  })
  const left = issues.slice(20).reduce((sum, { count: amount }) => sum + amount, otherIssues)
  const more = left > 0 ? [`${left.toLocaleString('en').padStart(9)}  others`] : []
  return [
    '',
    `${'records'.padStart(9)}  ${'issue'.padEnd(20)}  path`,
    ...rows,
    ...more,
    '',
    total,
  ].join('\n')
}

/** Writes what a run came to as one line of JSON. */
export function summaryJson(summary: Summary): string {
  return json({ summary })
}

/** Escaped to ASCII: a key of the model's in it can do nothing to a log. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
