import { root } from '../run.mjs'
import { pnpm } from './pack.mjs'

/**
 * @typedef {{ readonly state: 'clean' }
 *   | { readonly state: 'vulnerable', readonly findings: readonly string[] }
 *   | { readonly state: 'not-reachable', readonly reason: string }} Audit
 */

/**
 * Asks the registry for known vulnerabilities of what users install. A registry that cannot be reached, or that has no
 * such service, gives `not-reachable`.
 * @returns {Audit}
 */
export function askAudit() {
  const { output, complaint } = runAudit()
  const report = parseReport(output)
  if (report === undefined)
    return { state: 'not-reachable', reason: firstLine(complaint || output) }
  const findings = Object.values(report.advisories ?? report.vulnerabilities ?? {}).map(
    (advisory) =>
      `${advisory.module_name ?? advisory.name}: ${advisory.severity}, ${advisory.title ?? 'known vulnerability'}`,
  )
  return findings.length === 0 ? { state: 'clean' } : { state: 'vulnerable', findings }
}

/** `pnpm audit` ends with a non-zero code when it finds something and when it cannot ask; its output tells which. */
function runAudit() {
  try {
    return { output: pnpm(['audit', '--prod', '--json'], root), complaint: '' }
  } catch (error) {
    if (!(error instanceof Error) || !('stdout' in error) || !('stderr' in error)) throw error
    return { output: String(error.stdout), complaint: String(error.stderr) }
  }
}

/**
 * @typedef {{ module_name?: string, name?: string, severity?: string, title?: string }} Advisory
 * @param {string} output
 * @returns {{ advisories?: Record<string, Advisory>, vulnerabilities?: Record<string, Advisory> } | undefined}
 */
function parseReport(output) {
  try {
    const report = JSON.parse(output)
    const isReport = 'advisories' in report || 'vulnerabilities' in report
    return isReport ? report : undefined
  } catch {
    return undefined
  }
}

/** @param {string} text */
function firstLine(text) {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, 120) ?? 'no answer'
  )
}
